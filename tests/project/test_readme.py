"""The two pages that a newcomer reads first."""

import datetime as dt
import html
import re
from pathlib import Path

import pytest

from zest.checking import check
from zest.console.typography import count
from zest.console.verdict import faults
from zest.io.dossier import load

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


def test_the_picture_shows_what_check_answers_today(root: Path) -> None:
    """The counts of each ground, and of all that is to be mended (``python docs/_ext/screenshot.py`` draws it)."""
    pytest.importorskip("zest_hotellerie_restauration")
    report = check(load(root / "examples/fautif"), as_of=dt.date(2026, 4, 20))
    drawn = (root / "docs/_static/check.svg").read_text("utf-8")
    shown = html.unescape(re.sub(r"<[^>]+>", "\n", drawn)).replace("\u00a0", " ")
    wrong = count(sum(not one.unknown for one in report.standing_findings), "constat")

    assert [] == [one.ground for one in report.grounds if faults(one, report) not in shown]
    assert f"{wrong}\n" in shown
