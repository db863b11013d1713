"""Failures that a sector declares: shown, dated, and never a way to a tier."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.conformance import ConformanceReport, State, Tier, exit_code
from zest.findings import Severity
from zest.testing.kit.coming import candidate
from zest.testing.kit.running import examine

TODAY = dt.date(2026, 11, 25)
Write = Callable[..., Path]
THIN = {"jobs/exemple.toml": ('  "Une troisième",\n', "")}
UNFILLED = {"tasks.toml": ("Préparer le travail", "À REMPLACER : préparer")}


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the public tables, so that what is found is the same everywhere."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))


def expecting(check: str, until: str = "2026-11-25", reason: str = "Un motif.") -> dict[str, str]:
    """Return the file that declares one expected failure."""
    told = f'[[expected_failures]]\ncheck = "{check}"\nreason = "{reason}"\nuntil = {until}\n'
    return {"conformance.toml": told}


def examined(folder: Path) -> ConformanceReport:
    """Examine the sector of a folder."""
    return examine(candidate(str(folder)), TODAY)


def failed(report: ConformanceReport) -> list[str]:
    """Return the codes of what failed and was not expected."""
    return [one.about.code for one in report.of(State.FAILED)]


@pytest.mark.parametrize("edits,code,tier", [(THIN, "K304", Tier.BRONZE), (UNFILLED, "K112", Tier.NONE)])
def test_an_expected_failure_is_no_finding_and_caps_the_tier(
    edits: dict[str, tuple[str, str]], code: str, tier: Tier, write: Write
) -> None:
    """On its last day still; the tier is the one below what it fails."""
    report = examined(write({**edits, **expecting(code)}))
    (told,) = report.of(State.EXPECTED)

    assert ([], code, tier) == (failed(report), told.about.code, report.tier)
    assert "Un motif. (jusqu'au 25/11/2026)" == told.reason
    assert told.findings
    assert 0 == exit_code(report)


def test_an_expected_failure_past_its_day_is_two_findings(write: Write) -> None:
    """The failure itself, and the excuse that ran out."""
    report = examined(write({**THIN, **expecting("K304", "2026-11-24")}))

    assert ["K304", "K002"] == failed(report)
    assert "24/11/2026" in report.outcomes[-1].findings[0].message


def test_an_expected_failure_that_passes_is_a_finding(write: Write) -> None:
    """It would cover another one day; the place is its own."""
    report = examined(write(expecting("K304")))
    (told,) = report.outcomes[-1].findings

    assert ["K001"] == failed(report)
    assert ("conformance.toml", 1) == (told.place.file.rpartition("/")[2], told.place.line)
    assert (Tier.NONE, 1) == (report.tier, exit_code(report))


@pytest.mark.parametrize(
    "check,reason,words", [("K340", "x", "vouliez-vous dire"), ("K304", " ", "n'a pas de motif")]
)
def test_an_expected_failure_without_foundation_is_a_finding(
    check: str, reason: str, words: str, write: Write
) -> None:
    """A check that does not exist, with the nearest; no reason."""
    report = examined(write({**THIN, **expecting(check, reason=reason)}))

    assert "K003" in failed(report)
    assert words in report.outcomes[-1].findings[0].message


def test_what_was_not_run_is_neither_expected_nor_needless(write: Write) -> None:
    """Nobody knows."""
    report = examined(write(expecting("K501")))

    assert [] == failed(report)


@pytest.mark.parametrize(
    "fail_on,code",
    [(None, 0), (Severity.ERROR, 0), (Severity.WARNING, 1), (Severity.INFO, 1)],
)
def test_the_exit_code_counts_what_is_asked_for(fail_on: Severity | None, code: int, write: Write) -> None:
    """A silver flaw is a warning: it fails from there on."""
    assert code == exit_code(examined(write(THIN)), fail_on)


def test_what_could_not_be_asked_is_not_conforming(write: Write) -> None:
    """With all of gold asked for and no table to answer, nothing was checked."""
    report = examined(write())

    assert [0, 0, 3] == [exit_code(report, severity) for severity in (None, Severity.WARNING, Severity.INFO)]
