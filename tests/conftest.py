"""Settings that every test shares, and the command line run in this process."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from zest.cli import main

Run = Callable[..., tuple[int, str, str]]

NOBODY = 65534

# No deadline: on a machine that others use, a pause is not a fault.
settings.register_profile("smoke", max_examples=6, deadline=None)
settings.register_profile("dev", max_examples=50, deadline=None)
settings.register_profile(
    "ci", max_examples=15, derandomize=True, deadline=None, database=None, print_blob=True
)
settings.register_profile("nightly", max_examples=5_000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command from the root of the project: exit code, output, errors."""
    monkeypatch.chdir(Path(__file__).parents[1])
    for name in ("FORCE_COLOR", "NO_COLOR", "ZEST_DEBUG"):
        monkeypatch.delenv(name, raising=False)

    def command(*words: str) -> tuple[int, str, str]:
        code = main(words)
        told = capsys.readouterr()
        return code, told.out, told.err

    return command


@pytest.fixture
def shared() -> Iterator[Path]:
    """A temporary folder that anybody may enter."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@contextlib.contextmanager
def forbidden(part: Path) -> Iterator[None]:
    """Forbid a file or a folder for a while; root, which reads everything, steps down meanwhile.

    What is imported then may lie where only root reads: what is tried is to be tried once before.
    """
    root = getattr(os, "geteuid", lambda: 1)() == 0
    before = part.stat().st_mode
    part.chmod(0)
    if root:
        os.seteuid(NOBODY)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        part.chmod(before)


@pytest.fixture
def forbidding() -> Callable[[Path], contextlib.AbstractContextManager[None]]:
    """Return what forbids a part of a folder for a while."""
    if sys.platform == "win32":
        pytest.skip("Windows n'a pas ces droits")
    return forbidden
