"""The faulty example gives exactly the faults that its comments announce."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.findings import Ground, Verdict
from zest.report import Report, Standing, exit_code

Faults = Counter[tuple[str, str, int]]


@pytest.fixture
def planted(root: Path) -> Faults:
    """The faults that the comments announce: code, file, line."""
    return Counter(
        (code, file.relative_to(root).as_posix(), number)
        for file in (root / "examples" / "fautif").rglob("*.toml")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for code in re.findall(r"# faute : ([A-Z]+\d{3})", line)
    )


@pytest.fixture
def report(judge: Callable[[str, str], Report]) -> Report:
    """The example as judged on its day."""
    return judge("fautif", "2026-04-20")


def test_every_planted_fault_is_found_on_its_line_and_nothing_else(report: Report, planted: Faults) -> None:
    """As many findings as comments, each on the line of its comment."""
    assert planted == Counter((f.code, f.place.file, f.place.line) for f in report.findings)


def test_there_are_faults_of_every_sort(planted: Faults) -> None:
    """More than two dozen, from loading, from the waivers and from each body of rules."""
    codes = {code for code, _, _ in planted}

    assert 24 <= len(codes) <= sum(planted.values())
    families = (
        "Z00 Z03 Z04 Z06 Z10 Z11 Z12 Z20 Z21 Z22 Z23 Z30 Z31 Z40 Z41 Z50 Z51 Z52 Z60 Z70 Z71 Z80 Z81 Z82 Z90"
    )
    assert {*families.split()} == {code[:3] for code in codes}


def test_every_finding_can_be_acted_on(report: Report) -> None:
    """A column, a remedy, a fingerprint of its own; what is planted is wrong, not unknown."""
    assert all(f.place.column > 0 and f.remedy and not f.unknown for f in report.findings)
    assert len(report.findings) == len({f.fingerprint for f in report.findings})


def test_no_ground_is_spared(report: Report) -> None:
    """The law, the brand, the promises, the agreement, the practice: each has an error."""
    assert dict.fromkeys(Ground, Verdict.NOT_CONFORMING) == {g.ground: g.verdict for g in report.grounds}
    assert 1 == exit_code(report)


def test_an_impossible_count_keeps_no_promise(report: Report) -> None:
    """Twenty-two cases kept out of twenty are no measure at all."""
    standings = {c.commitment: c.overall.standing for c in report.commitments}

    assert {
        "reponse-48h": Standing.BROKEN,
        "suivi-planifie": Standing.NOT_MEASURED,
        "tarif-homogene": Standing.KEPT,
        "sourire": Standing.KEPT,
        "rappel": Standing.KEPT,
    } == standings
