"""The shipped examples give the verdicts that their facts deserve."""

import datetime as dt
import re
from collections import Counter
from pathlib import Path

import pytest

import zest
from zest.findings import Ground, Verdict
from zest.report import Report, Standing

EXAMPLES = Path(__file__).parents[2] / "examples"


def judged(name: str, day: str) -> Report:
    """Check an example as of a day."""
    return zest.check(zest.load(EXAMPLES / name), as_of=dt.date.fromisoformat(day))


def verdicts(report: Report) -> dict[Ground, str]:
    """Return the verdict of each ground, by its value."""
    return {one.ground: one.verdict.value for one in report.grounds}


def test_the_sound_collective_is_conforming() -> None:
    """Fifteen structures, no finding of any severity, every ground asked and answered."""
    pytest.importorskip("zest_hotellerie_restauration", reason="le secteur de l'exemple n'est pas installé")
    report = judged("caen-exemplaire", "2026-11-23")

    assert () == report.findings
    assert {Verdict.CONFORMING.value} == set(verdicts(report).values())
    assert 15 == len(report.structures)
    assert {Standing.KEPT} == {one.overall.standing for one in report.commitments}
    assert 0 == zest.exit_code(report)


def planted() -> Counter[tuple[str, str, int]]:
    """Return the faults that the comments of the faulty example announce: code, file, line."""
    return Counter(
        (code, file.as_posix(), number)
        for file in (EXAMPLES / "fautif").rglob("*.toml")
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1)
        for code in re.findall(r"# faute : ([A-Z]+\d{3})", line)
    )


def test_every_planted_fault_is_found_on_its_line_and_nothing_else() -> None:
    """As many findings as comments, each on the line of its comment, each with a column."""
    pytest.importorskip("zest_hotellerie_restauration", reason="le secteur de l'exemple n'est pas installé")
    report = judged("fautif", "2026-04-20")
    found = Counter((f.code, f.place.file, f.place.line) for f in report.findings)

    assert 37 == sum(planted().values())
    assert planted() == found
    assert all(f.place.column > 0 and f.remedy and f.fingerprint for f in report.findings)
    assert 1 == zest.exit_code(report)


@pytest.mark.parametrize(
    "name,day,sector",
    [
        ("basse-normandie", "2014-11-30", "zest_hotellerie_restauration"),
        ("bretagne-btp", "2014-12-31", "zest_btp"),
        ("midi-pyrenees", "2014-06-16", "zest_hotellerie_restauration"),
    ],
)
def test_what_the_slides_do_not_tell_is_not_checked(name: str, day: str, sector: str) -> None:
    """Nothing that the slides tell is a fault that blocks, and what they leave out is never green."""
    pytest.importorskip(sector, reason="le secteur de l'exemple n'est pas installé")
    report = judged(name, day)

    assert {
        Ground.LAW: "not-checked",
        Ground.BRAND: "not-checked",
        Ground.COMMITMENTS: "not-checked",
        Ground.AGREEMENT: "not-checked",
        Ground.PRACTICE: "conforming",
    } == verdicts(report)
    assert 3 == zest.exit_code(report)
    assert () == zest.load(EXAMPLES / name).faults


def test_basse_normandie_keeps_the_figures_of_its_slide() -> None:
    """17 997 hours in nine months, fifteen, three and one exits, and no denominator: no rate."""
    dossier = zest.load(EXAMPLES / "basse-normandie")
    (result,) = dossier.results

    assert 14 == len(dossier.structures)
    assert 2 == sum(not structure.fictional for structure in dossier.structures)
    assert (17997, 15, 3, 1, None) == (
        result.hours,
        result.durable,
        result.transition,
        result.positive,
        result.exits,
    )
    assert dt.date(2013, 6, 1) == dossier.partnerships[0].signed_on


def test_bretagne_is_one_etti_and_four_ai() -> None:
    """The slide counts them, and gives 0.4 full-time equivalent to the project officer."""
    dossier = zest.load(EXAMPLES / "bretagne-btp")

    assert ["ETTI", "AI", "AI", "AI", "AI"] == [structure.kind for structure in dossier.structures]
    assert dossier.collective is not None
    assert 0.4 == dossier.collective.coordinator_fte


def test_midi_pyrenees_is_warned_of_its_tariff_and_its_hours() -> None:
    """Five commitments; « 48 h » does not say which hours, and a common tariff is never silently green."""
    pytest.importorskip("zest_hotellerie_restauration", reason="le secteur de l'exemple n'est pas installé")
    report = judged("midi-pyrenees", "2014-06-16")

    assert 5 == len(report.commitments)
    assert ["Z125", "Z801"] == sorted(f.code for f in report.findings if not f.unknown)
    assert {Standing.NOT_MEASURED} == {one.overall.standing for one in report.commitments}


def test_no_example_names_a_person_without_consent() -> None:
    """Only the faulty example, on purpose, breaks the rule."""
    for folder in ("caen-exemplaire", "basse-normandie", "bretagne-btp", "midi-pyrenees"):
        for record in zest.load(EXAMPLES / folder).experiences:
            assert all(not quote.name or "fictive" in quote.name for quote in record.quotes)
