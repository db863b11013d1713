"""The two pages that a newcomer reads first."""

import re
from pathlib import Path

import pytest

SET_UP = ["python3 noxfile.py -s demo", "python3 noxfile.py"]


@pytest.mark.parametrize("page", ["README.md", "LISEZMOI.md"])
def test_two_commands_are_the_whole_set_up(page: str, root: Path) -> None:
    """The commands that set everything up are these two, in this order, and no other task is named."""
    text = (root / page).read_text("utf-8")
    commands = re.findall(r"^(python3? noxfile\.py[^#\n]*?) *(?:#.*)?$", text, re.MULTILINE)

    assert SET_UP == commands


def test_continuous_integration_runs_the_same_tests(root: Path) -> None:
    """``.ci/run`` ends with the test command of the README."""
    assert f"\n{SET_UP[1]} < " in (root / ".ci" / "run").read_text("utf-8")
