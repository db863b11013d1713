"""Settings that every test shares."""

import os

from hypothesis import settings

# No deadline: on a machine that others use, a pause is not a fault.
settings.register_profile("smoke", max_examples=6, deadline=None)
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci", max_examples=25, derandomize=True, deadline=None, database=None, print_blob=True
)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
