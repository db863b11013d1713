"""Exits: the official classes, what counts, how many, and no rate without its denominator."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.law import core_law
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult, NextJob, Outcome, OutcomeClass
from zest.model.period import Period
from zest.model.structure import Structure, StructureKind
from zest.readings.exit_counts import ExitCounts, exit_counts, positive_for_all, result_counts, shown
from zest.readings.exits import at_boundary, classify, counts, has_left, stay_of
from zest.testing.samples import AS_OF
from zest.testing.strategies import dossiers

LAW = core_law().on(AS_OF)
LEFT = dt.date(2026, 3, 31)


def row(**told: Any) -> Outcome:
    """Return an exit that counts, from a temporary-work firm."""
    return Outcome(**{"employee": "s", "structure": "etti", "left_on": LEFT, "hours": 400, **told})


def dossier(*rows: Outcome) -> Dossier:
    """Return a dossier of one temporary-work firm and one workshop."""
    members = (
        Structure(key="etti", name="E", kind=StructureKind.ETTI),
        Structure(key="aci", name="A", kind=StructureKind.ACI),
    )
    return Dossier(structures=members, outcomes=rows)


@pytest.mark.parametrize(
    "job,months,expected",
    [
        ("CDI", None, "durable"),
        ("civil-service", None, "durable"),
        ("business-creation", None, "durable"),
        ("CDD", 6.1, "durable"),
        ("CDD", 6, "durable"),
        ("CDD", 5.9, "transition"),
        ("temporary", 12, "durable"),
        ("temporary", 1, "transition"),
        ("temporary", None, None),
        ("CDD", None, None),
        ("aided-contract", 12, "transition"),
        ("training", None, "positive"),
        ("other-siae", 24, "positive"),
        ("unemployment", None, "other"),
        ("other", None, "other"),
        (None, 12, None),
    ],
)
def test_an_exit_has_the_class_of_what_follows(
    job: str | None, months: float | None, expected: str | None
) -> None:
    """Whatever class is declared."""
    told = row(next_job=NextJob(job) if job else None, next_months=months, outcome=OutcomeClass.OTHER)

    assert expected == classify(told, LAW)


def test_every_next_job_has_a_class() -> None:
    """None is forgotten when the list grows."""
    assert None not in {classify(row(next_job=job, next_months=3), LAW) for job in NextJob}


def test_a_withdrawn_exit_stays_withdrawn() -> None:
    """That is decided, and not computed."""
    assert OutcomeClass.WITHDRAWN is classify(row(next_job=NextJob.CDI, outcome=OutcomeClass.WITHDRAWN), LAW)


def test_six_months_to_the_day_are_a_boundary() -> None:
    """For dated jobs alone."""
    assert [True, True, False] == [
        at_boundary(row(next_job=NextJob(job), next_months=6), LAW) for job in ("CDD", "temporary", "CDI")
    ]
    assert not at_boundary(row(next_job=NextJob.CDD, next_months=6.5), LAW)


@pytest.mark.parametrize(
    "kind,told,expected",
    [
        ("AI", {"hours": 150}, True),
        ("AI", {"hours": 149.5}, False),
        ("ETTI", {"hours": None, "months": 12}, None),
        ("ACI", {"months": 2.65}, False),
        ("ACI", {"months": 2.66}, True),
        ("EI", {"months": None}, None),
        ("EITI", {"hours": 0}, False),
        ("EITI", {"hours": 1}, True),
        ("GEIQ", {"hours": 0}, True),
        (None, {}, None),
        ("AI", {"left_on": None}, None),
        ("AI", {"still_employed": True}, False),
        ("AI", {"still_employed": False, "left_on": None}, True),
        ("AI", {"outcome": OutcomeClass.WITHDRAWN}, False),
        (None, {"still_employed": True}, False),
    ],
)
def test_a_departure_counts_after_its_minimum_stay(
    kind: str | None, told: dict[str, Any], expected: bool | None
) -> None:
    """Hours where people are lent, months where they are employed; nobody who is still there."""
    assert expected is counts(row(**told), StructureKind(kind) if kind else None, LAW)


def test_no_minimum_is_known_of_other_kinds() -> None:
    """Nor of a kind that is not told."""
    assert [None, None] == [stay_of(row(), kind, LAW) for kind in (None, StructureKind.EA)]
    assert has_left(Outcome(employee="s", structure="etti")) is None


def test_exits_are_counted_by_class_with_their_denominator() -> None:
    """Withdrawn, short stays and people still employed are beside the count."""
    told = exit_counts(
        dossier(
            row(next_job=NextJob.CDI),
            row(next_job=NextJob.CDD, next_months=3),
            row(next_job=NextJob.TRAINING, structure="aci", months=4),
            row(next_job=NextJob.UNEMPLOYMENT),
            row(outcome=OutcomeClass.TRANSITION),
            row(outcome=OutcomeClass.WITHDRAWN),
            row(next_job=NextJob.CDI, hours=10),
            row(next_job=NextJob.CDI, still_employed=True),
        ),
        LAW,
    )

    assert ExitCounts(durable=1, transition=2, positive=1, other=1, exits=5, withdrawn=1, uncounted=2) == told
    assert (4, 0.8, 0.2) == (told.dynamic, told.rate(told.dynamic), told.rate(told.durable))


@pytest.mark.parametrize(
    "bad",
    [
        {"next_job": None},
        {"next_job": NextJob.CDD},
        {"hours": None},
        {"structure": "inconnue"},
        {"left_on": None},
    ],
)
def test_one_row_that_nobody_can_place_leaves_no_denominator(bad: dict[str, Any]) -> None:
    """And so no rate."""
    told = exit_counts(dossier(row(next_job=NextJob.CDI), row(**{"next_job": NextJob.CDI, **bad})), LAW)

    assert (1, 1, None, None) == (told.durable, told.undecided, told.exits, told.rate(told.durable))


def test_no_row_is_no_denominator() -> None:
    """Nothing told is not zero exits."""
    assert exit_counts(dossier(), LAW).exits is None


def test_a_count_is_of_one_structure_and_of_one_period() -> None:
    """A row without its day cannot be placed in a period."""
    rows = (
        row(next_job=NextJob.CDI),
        row(next_job=NextJob.CDI, left_on=dt.date(2025, 12, 31)),
        row(next_job=NextJob.CDI, structure="aci", months=12),
    )
    year = Period(start=dt.date(2026, 1, 1), end=dt.date(2026, 12, 31))
    dayless = row(next_job=NextJob.CDI, left_on=None, still_employed=False)

    assert [2, 1] == [exit_counts(dossier(*rows), LAW, structure=key).exits for key in ("etti", "aci")]
    assert 1 == exit_counts(dossier(*rows), LAW, structure="etti", period=year).exits
    assert 1 == exit_counts(dossier(dayless), LAW, period=year).undecided
    assert 1 == exit_counts(dossier(dayless), LAW).exits


def test_the_totals_of_the_deck_have_no_rate() -> None:
    """15, 3 and 1 are 19 dynamic exits, of how many nobody tells."""
    told = result_counts(ActivityResult(durable=15, transition=3, positive=1))

    assert (19, None, None) == (told.dynamic, told.exits, told.rate(told.dynamic))


@pytest.mark.parametrize("count,exits", [(3, 0), (4, 3), (None, 3), (-1, 3)])
def test_an_impossible_share_is_no_rate(count: int | None, exits: int) -> None:
    """Nor one of nothing."""
    assert ExitCounts(exits=exits).rate(count) is None


def test_dynamic_needs_its_three_classes() -> None:
    """One untold, and the sum would be too small."""
    assert ExitCounts(durable=1, transition=1).dynamic is None


@pytest.mark.parametrize(
    "durable,transition,positive,exits,expected",
    [
        (15, 3, 19, 30, True),
        (15, 3, 1, 30, False),
        (15, None, 19, 30, True),
        (15, 3, 19, 40, False),
        (15, 3, 31, 30, False),
        (15, 3, 19, None, False),
        (15, 3, None, 30, False),
        (0, 0, 40, 30, False),
    ],
)
def test_positive_is_the_whole_when_it_holds_the_others(
    durable: int, transition: int | None, positive: int | None, exits: int | None, expected: bool
) -> None:
    """The three are then more than all exits, and the third alone is not."""
    told = ActivityResult(durable=durable, transition=transition, positive=positive, exits=exits)

    assert expected is positive_for_all(told)


def test_a_count_of_one_is_not_shown() -> None:
    """« 1 entrée en formation » is somebody; none is nobody."""
    assert [None, 0, None, 5] == [shown(count, LAW) for count in (None, 0, 4, 5)]


def _every(kind: str) -> Callable[[Dossier], int]:
    return lambda made: getattr(exit_counts(made, LAW), kind) or 0


@given(dossiers(outcomes=st.lists(st.from_type(Outcome), max_size=6).map(tuple)))
def test_every_row_is_counted_once(made: Dossier) -> None:
    """In a class, withdrawn, uncounted or undecided."""
    kinds = ("durable", "transition", "positive", "other", "withdrawn", "uncounted", "undecided")

    assert len(made.outcomes) == sum(_every(kind)(made) for kind in kinds)
