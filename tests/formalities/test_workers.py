"""The lendings of one worker by one lender."""

import datetime as dt

from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.readings.formalities.workers import is_first_lending, lendings_of_worker
from zest.rule import Case
from zest.testing.samples import AS_OF, core_assembly

DAY = dt.date(2026, 3, 2)
LATER = Mission(key="m1", structure="a", employee="s-1", start=DAY + dt.timedelta(days=7))
FIRST = Mission(key="m2", structure="a", employee="s-1", start=DAY)
TWIN = Mission(key="m3", structure="a", employee="s-1", start=DAY)
UNDATED = Mission(key="m4", structure="a", employee="s-1")
ELSEWHERE = Mission(key="m5", structure="b", employee="s-1", start=DAY - dt.timedelta(days=7))
NAMELESS = Mission(key="m6", structure="a", start=DAY)

LAW = core_assembly().catalogue.law.on(AS_OF)
CASE = Case(
    dossier=Dossier(missions=(LATER, FIRST, TWIN, UNDATED, ELSEWHERE, NAMELESS)),
    as_of=AS_OF,
    law=LAW,
    sectors={},
)


def test_a_reference_is_its_lenders() -> None:
    """The same word at another lender is not known to be the same person."""
    assert (LATER, FIRST, TWIN, UNDATED) == lendings_of_worker(FIRST, CASE)
    assert (ELSEWHERE,) == lendings_of_worker(ELSEWHERE, CASE)


def test_a_mission_of_nobody_told_stands_alone() -> None:
    """Two missions without a reference are not of one worker."""
    assert (NAMELESS,) == lendings_of_worker(NAMELESS, CASE)


def test_a_mission_that_is_not_in_the_dossier_stands_alone() -> None:
    """As does one made in memory to be judged by itself."""
    alone = Mission(key="m7", structure="c", employee="s-9", start=DAY)

    assert (alone,) == lendings_of_worker(alone, CASE)


def test_one_lending_is_the_first() -> None:
    """The earliest that tells its day; of two on one day, the first of the file."""
    assert ["m2", "m5", "m6"] == [m.key for m in CASE.dossier.missions if is_first_lending(m, CASE)]
