"""Fixtures and settings that every test shares."""

import os
from importlib.metadata import entry_points

import pytest
from hypothesis import settings

settings.register_profile("dev", max_examples=50)
settings.register_profile(
    "ci", max_examples=200, derandomize=True, deadline=None, database=None, print_blob=True
)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test marked with a sector whose plugin is not installed, and say which."""
    installed = entry_points(group="zest.sectors.v1").names
    for mark in item.iter_markers("sector"):
        for slug in mark.args:
            if slug not in installed:
                pytest.skip(f"sector {slug} is not installed")
