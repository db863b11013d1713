"""The waiting period between two missions on one post: who owes it, how long, and what is not sure."""

import datetime as dt
from typing import Any

import pytest

from zest.model.activity import Mission
from zest.model.client import Client
from zest.model.dossier import Dossier
from zest.model.structure import Structure, StructureKind
from zest.model.work import Recourse
from zest.readings.waiting_period import Cut, cut_by, perhaps_cut_by
from zest.rule import Case
from zest.testing.samples import AS_OF, core_assembly

DAY = dt.timedelta(days=1)
FIRST = dt.date(2026, 2, 2)
ANSWERS = {None: "kept", False: "unknown", True: "cut"}

MEMBERS = (
    Structure(key="etti", name="E", kind=StructureKind.ETTI),
    Structure(key="etti-2", name="E2", kind=StructureKind.ETTI),
    Structure(key="ett", name="T", kind=StructureKind.ETT),
    Structure(key="ai", name="A", kind=StructureKind.AI),
)


def lent(key: str, start: dt.date, end: dt.date, **told: Any) -> Mission:
    """Return a mission on post P7 at the client's, its own worker unless told."""
    facts: dict[str, Any] = {
        "structure": "etti", "client": "c", "post": "P7", "employee": key, "job": "j",
        "recourse": Recourse.INSERTION,
    }  # fmt: skip
    return Mission(key=key, start=start, end=end, **{**facts, **told})


def case_of(*missions: Mission) -> Case:
    """Return the case of the last of them, by the law of its first day."""
    law = core_assembly().catalogue.law.on(missions[-1].start or AS_OF)
    dossier = Dossier(structures=MEMBERS, clients=(Client(key="c"),), missions=missions)
    return Case(dossier=dossier, as_of=AS_OF, law=law, sectors={})


def cut(*missions: Mission) -> Cut | None:
    """Return what the last of them cuts."""
    return cut_by(missions[-1], case_of(*missions))


def answer(*missions: Mission) -> str:
    """Return whether the last of them keeps the waiting periods."""
    found = cut(*missions)
    return ANSWERS[found.sure if found else None]


def counted(lasted: int, passed: int) -> str:
    """Count a waiting period day after day, on the fingers."""
    owed = lasted / 3 if lasted >= 14 else lasted / 2
    end = FIRST + (lasted - 1) * DAY
    between = [end + n * DAY for n in range(1, passed + 1)]
    holidays = {dt.date(2026, 4, 6)}
    working = [day for day in between if day.strftime("%a") != "Sun" and day not in holidays]
    if len(between) < int(owed):
        return "cut"
    return "unknown" if len(working) < int(owed) else "kept"


@pytest.mark.parametrize("lasted", range(1, 61))
def test_any_length_and_any_gap_count_as_on_the_fingers(lasted: int) -> None:
    """Half of what lasted less than a fortnight, a third of the rest; opening days are bounded on both sides."""
    end = FIRST + (lasted - 1) * DAY
    before = lent("a", FIRST, end)
    gaps = range(40)

    assert {g: counted(lasted, g) for g in gaps} == {
        g: answer(before, lent("b", end + (g + 1) * DAY, end + (g + 5) * DAY)) for g in gaps
    }


def test_what_was_cut_is_told_in_numbers() -> None:
    """Thirty days owe ten; four passed."""
    found = cut(lent("a", FIRST, dt.date(2026, 3, 3)), lent("b", dt.date(2026, 3, 8), dt.date(2026, 3, 20)))

    assert found is not None
    assert ("a", dt.date(2026, 3, 3), 30, 10, 4, True) == (
        found.before.key, found.ended_on, found.lasted, found.owed, found.passed, found.sure,
    )  # fmt: skip


def naive(before: Mission, after: Mission) -> str:
    """The checker of trap 5: it knows the ordinary rule, and neither the person nor the day."""
    assert before.start
    assert before.end
    assert after.start
    lasted = (before.end - before.start).days + 1
    owed = lasted // (3 if lasted >= 14 else 2)
    return "cut" if (after.start - before.end).days - 1 < owed else "kept"


@pytest.mark.parametrize("start,expected", [("2023-12-19", "cut"), ("2023-12-20", "kept")])
def test_the_same_person_may_go_on_since_20_december_2023(start: str, expected: str) -> None:
    """Trap 5: to refuse an ETTI's next mission with the same employee is to apply a rule that ended."""
    begun = dt.date.fromisoformat(start)
    before = lent("a", dt.date(2023, 11, 6), begun - DAY, employee="s-001")
    after = lent("b", begun, begun + 30 * DAY, employee="s-001")

    assert expected == answer(before, after)
    assert "cut" == naive(before, after)


@pytest.mark.parametrize(
    "before,after,expected",
    [
        ({}, {}, "cut"),
        # A person whose two missions are not told, or whose two lenders may each have one reference.
        ({"employee": ""}, {}, "unknown"),
        ({}, {"employee": ""}, "unknown"),
        ({"employee": "s"}, {"employee": "s"}, "kept"),
        ({"employee": "s"}, {"employee": "s", "structure": "etti-2"}, "unknown"),
        ({}, {"structure": "etti-2"}, "cut"),
        # Of an ordinary firm, the same person waits too.
        ({"employee": "s", "structure": "ett"}, {"employee": "s", "structure": "ett"}, "cut"),
        ({"employee": "s"}, {"employee": "s", "structure": "ett"}, "cut"),
        # An AI does no temporary work: its missions open no waiting period.
        ({"structure": "ai"}, {}, "kept"),
        ({"structure": "nobody"}, {}, "kept"),
        # What lifts it.
        ({}, {"urgent_safety": True}, "kept"),
        ({"early_end_by_employee": True}, {}, "kept"),
        ({}, {"recourse": Recourse.SEASONAL}, "kept"),
        ({"recourse": Recourse.USAGE}, {}, "kept"),
        # A new absence of the person replaced is not told.
        ({"recourse": Recourse.REPLACEMENT}, {"recourse": Recourse.REPLACEMENT}, "unknown"),
        ({"recourse": Recourse.REPLACEMENT}, {}, "cut"),
        ({"recourse": None}, {}, "unknown"),
        # Another post, another client, no client.
        ({"post": "P8"}, {}, "kept"),
        ({"client": "d"}, {}, "kept"),
        ({"client": ""}, {"client": ""}, "kept"),
        # Days that are not told, or reversed.
        ({"start": None}, {}, "kept"),
        ({"end": None}, {}, "kept"),
        ({"start": dt.date(2026, 4, 1)}, {}, "kept"),
        ({}, {"end": None}, "cut"),
    ],
)
def test_who_owes_it_and_what_lifts_it(before: dict[str, Any], after: dict[str, Any], expected: str) -> None:
    """Thirty days on a post, and another mission the day after."""
    first: dict[str, Any] = {"start": FIRST, "end": dt.date(2026, 3, 3), **before}
    second: dict[str, Any] = {"start": dt.date(2026, 3, 4), "end": dt.date(2026, 3, 20), **after}

    assert expected == answer(lent("a", **first), lent("b", **second))


def test_missions_that_overlap_do_not_follow_each_other() -> None:
    """They are on two places of one name; nor does a mission follow itself, nor one without a first day another."""
    before = lent("a", FIRST, dt.date(2026, 3, 3))

    assert "kept" == answer(before, lent("b", dt.date(2026, 3, 3), dt.date(2026, 3, 20)))
    assert "kept" == answer(before)
    assert "kept" == answer(before, Mission(key="b", structure="etti", client="c", post="P7"))


def test_two_missions_of_one_person_on_one_post_are_two_contracts() -> None:
    """They are not merged: what follows is measured against the last one, of two days, and owes it one day."""
    one: dict[str, Any] = {"employee": "s", "structure": "ett"}
    long = lent("a", FIRST, dt.date(2026, 3, 3), **one)
    short = lent("b", dt.date(2026, 3, 30), dt.date(2026, 3, 31), **one)

    assert "kept" == answer(long, short, lent("c", dt.date(2026, 4, 2), dt.date(2026, 4, 3), **one))
    assert "cut" == answer(long, short, lent("c", dt.date(2026, 4, 1), dt.date(2026, 4, 3), **one))


def test_a_short_mission_hides_no_longer_one_before_it() -> None:
    """What the longer contract owes still runs; the worst of the two is told."""
    long = lent("a", FIRST, dt.date(2026, 3, 3))
    short = lent("b", dt.date(2026, 3, 5), dt.date(2026, 3, 5))
    found = cut(long, short, lent("c", dt.date(2026, 3, 7), dt.date(2026, 3, 20)))

    assert found is not None
    assert "a" == found.before.key


def test_of_untold_posts_only_the_first_close_pair_is_asked_about() -> None:
    """Twelve missions in a row at one client's bring one question, and none when they are far enough."""
    row = [lent(f"m{n:02}", FIRST + 6 * n * DAY, FIRST + (6 * n + 5) * DAY, post="") for n in range(12)]
    far = [lent(f"m{n:02}", FIRST + 30 * n * DAY, FIRST + (30 * n + 5) * DAY, post="") for n in range(12)]

    assert ["m01"] == asked(row)
    assert [] == asked(far)
    assert ["m01"] == asked(list(reversed(row)))


def test_of_untold_posts_another_job_lender_or_person_changes_the_question() -> None:
    """No question where the job is not told or another, where the lender is another, where one person goes on."""
    before, after = FIRST + 5 * DAY, FIRST + 6 * DAY
    pairs: list[tuple[dict[str, Any], dict[str, Any]]] = [
        ({"job": "autre"}, {}),
        ({"job": ""}, {"job": ""}),
        ({"structure": "ett"}, {}),
        ({"employee": "s"}, {"employee": "s"}),
        ({"post": "P7"}, {}),
        ({}, {"start": None}),
    ]
    missions = [
        [
            lent("a", **{"start": FIRST, "end": before, "post": "", **one}),
            lent("b", **{"start": after, "end": after, "post": "", **two}),
        ]
        for one, two in pairs
    ]

    assert [[]] * len(pairs) == [asked(two) for two in missions]


def asked(missions: list[Mission]) -> list[str]:
    """Return the keys of the missions that bring the question of their post."""
    law = core_assembly().catalogue.law.on(FIRST)
    case = Case(
        dossier=Dossier(structures=MEMBERS, missions=tuple(missions)), as_of=AS_OF, law=law, sectors={}
    )
    return [mission.key for mission in missions if perhaps_cut_by(mission, case)]
