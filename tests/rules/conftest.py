"""The core catalogue beside its invented sector."""

import pytest

from zest.plugins.assembly import Assembly
from zest.testing.samples import core_assembly


@pytest.fixture(scope="session")
def assembly() -> Assembly:
    """Core rules and the sector of the sound sample."""
    return core_assembly()
