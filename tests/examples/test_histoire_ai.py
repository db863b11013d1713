"""One history, four laws: each mission is judged by the law of its first day."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

import attrs
import pytest

from zest.findings import Ground, Severity, Verdict
from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.plugins.assembly import core_rules
from zest.report import Report
from zest.testing.samples import core_assembly
from zest.validation import check

DAYS = {year: dt.date(year, 6, 18) for year in (2014, 2019, 2022, 2026)}
Load = Callable[[str], Dossier]
Said = Counter[tuple[str, str, Severity]]

ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

EXPECTED: dict[int, tuple[Verdict, Said]] = {
    # More than sixteen hours in a firm asked for Pôle emploi's approval, which is missing. That text was read in its
    # wording of 2015 only, and so warns: the ground is not checked. The convention with Pôle emploi runs until 2018.
    2014: (Verdict.NOT_CHECKED, Counter([("Z307", "E14-1", WARNING)])),
    # The approval still, and no convention with Pôle emploi any more. 500 hours of one employee: nobody could lift
    # the cap before September 2021.
    2019: (
        Verdict.NOT_CONFORMING,
        Counter(
            [
                ("Z301", "E19-2", ERROR),
                ("Z307", "E19-1", WARNING),
                ("Z307", "E19-2", WARNING),
                ("Z308", "E19-1", WARNING),
                ("Z308", "E19-2", WARNING),
            ]
        ),
    ),
    # The same two missions. Approval and convention went with the law of December 2020; the prefect's derogation
    # covers the 500 hours; the bridge contract of the EI is in the years of the experiment. The ETTI owes a waiting
    # period between two missions on one post, after figures of 2015 that warn: the ground is not checked.
    2022: (Verdict.NOT_CHECKED, Counter([("Z301", "E22-2", INFO), ("Z405", "I22-2", WARNING)])),
    # The same again: the derogation ended in 2024, the experiment in December 2025. The wording of December 2023 lifts
    # the waiting period of an employee in his parcours, and asks of the ETTI an exclusivity that it never had.
    2026: (
        Verdict.NOT_CONFORMING,
        Counter([("Z301", "E26-2", ERROR), ("Z208", "P26", ERROR), ("Z205", "Risle Intérim", ERROR)]),
    ),
}


@pytest.fixture
def history(load: Load) -> Dossier:
    """The example, whole."""
    return load("histoire-ai")


def era(history: Dossier, year: int) -> Dossier:
    """Return the history as it stood on 18 June of a year, with the missions begun since the era before."""
    before = max((day for y, day in DAYS.items() if y < year), default=dt.date.min)
    begun = tuple(m for m in history.missions if m.start and before < m.start <= DAYS[year])
    return attrs.evolve(history, missions=begun)


def judged(dossier: Dossier, day: dt.date) -> Report:
    """Judge by the rules of who may lend, of the AI and of the ETTI: what other families find is their own story."""
    kept = {rule.code: rule for rule in core_rules() if rule.code.startswith(("Z2", "Z3", "Z4"))}
    return check(dossier, attrs.evolve(core_assembly().catalogue, rules=kept), day)


@pytest.mark.parametrize("year", DAYS)
def test_each_era_gets_the_verdict_of_its_law(history: Dossier, year: int) -> None:
    """Four dates, four sets of findings, and the verdict on the law that follows from each."""
    report = judged(era(history, year), DAYS[year])
    (law,) = [ground.verdict for ground in report.grounds if ground.ground is Ground.LAW]

    assert EXPECTED[year] == (law, Counter((f.code, f.subject[-1], f.severity) for f in report.findings))


def test_no_two_eras_say_the_same(history: Dossier) -> None:
    """The sets of findings differ in their codes or in their weights."""
    said = [
        frozenset((f.code, f.severity) for f in judged(era(history, year), day).findings)
        for year, day in DAYS.items()
    ]

    assert len(DAYS) == len(set(said))


def test_the_facts_are_the_same_and_the_law_is_not(history: Dossier) -> None:
    """The two missions of 2019, 2022 and 2026 tell the same of clients, hours, tasks and approval."""

    def facts(mission: Mission) -> tuple[object, ...]:
        return (mission.structure, mission.client, mission.hours, mission.precise_task, mission.approved)

    by_key = {mission.key: facts(mission) for mission in history.missions}

    assert 1 == len({(by_key[f"E{y}-1"], by_key[f"E{y}-2"]) for y in (19, 22, 26)})


def test_the_whole_history_tells_each_fault_once_whatever_the_day(history: Dossier) -> None:
    """Judged in one go, missions of the past keep the law of their past."""
    missions = Counter(
        row for _, said in EXPECTED.values() for row in said.elements() if row[1] != "Risle Intérim"
    )
    for day in DAYS.values():
        found = [f for f in judged(history, day).findings if f.subject[-1] != "Risle Intérim"]

        assert missions == Counter((f.code, f.subject[-1], f.severity) for f in found)


def test_a_derogation_dated_before_the_law_lifts_nothing(history: Dossier) -> None:
    """The act of 2021, dated 2019 instead, is a fault of its own and leaves the other standing."""
    ai, *others = history.structures
    early = attrs.evolve(ai.derogations[0], start=dt.date(2019, 1, 1), end=dt.date(2019, 12, 31))
    changed = attrs.evolve(history, structures=(attrs.evolve(ai, derogations=(early,)), *others))
    report = judged(era(changed, 2019), DAYS[2019])

    assert {("Z304", ai.name, ERROR), ("Z301", "E19-2", ERROR)} == {
        (f.code, f.subject[-1], f.severity) for f in report.findings if f.severity is ERROR
    }


def test_the_same_missions_on_other_days_are_judged_otherwise(history: Dossier) -> None:
    """Those of 2026, moved into each era, get that era's answer."""
    first, second = (next(m for m in history.missions if m.key == key) for key in ("E26-1", "E26-2"))

    def moved(year: int) -> set[str]:
        pair = (
            attrs.evolve(first, start=dt.date(year, 6, 2), end=dt.date(year, 8, 1)),
            attrs.evolve(second, start=dt.date(year, 8, 4), end=dt.date(year, 9, 12)),
        )
        report = judged(attrs.evolve(history, missions=pair), dt.date(year, 9, 30))
        return {
            f"{f.code} {f.severity.value}" for f in report.findings if f.subject[-1] in ("E26-1", "E26-2")
        }

    assert [
        {"Z301 error", "Z307 warning"},
        {"Z301 error", "Z307 warning", "Z308 warning"},
        {"Z301 info"},
        {"Z301 error"},
    ] == [moved(2014), moved(2019), moved(2022), moved(2025)]


def test_all_of_it_is_invented(history: Dossier) -> None:
    """Structures say so, the client says so in its name, and employees are references."""
    assert history.collective is not None
    assert history.collective.fictional
    assert all(structure.fictional for structure in history.structures)
    assert all("fictif" in client.name for client in history.clients)
    assert all(mission.employee.startswith("s-") for mission in history.missions)
