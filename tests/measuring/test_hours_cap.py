"""The measure of hours over tables and the rule that judges one mission say the same of the same missions."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("polars")
pytest.importorskip("narwhals")

from zest.law import core_law
from zest.measuring.catalogue import by_slug
from zest.measuring.facts import terms_of
from zest.model.activity import Mission
from zest.model.client import Client, ClientKind
from zest.model.convention import HoursDerogation
from zest.model.dossier import Dossier
from zest.model.identifiers import DepartmentCode
from zest.model.structure import Structure, StructureKind
from zest.readings.hours_cap.excess import own_excesses
from zest.readings.hours_cap.judging import Kind
from zest.rule import Case
from zest.testing.records import AS_OF, ask, measured, terms_for

CLIENTS = {"hotel": ClientKind.FIRM, "mairie": ClientKind.PUBLIC_BODY, "jardin": ClientKind.PRIVATE_PERSON}
WORDS = {"hotel": "entreprise", "mairie": "organisme-public", "jardin": "particulier"}
TERMS = terms_for(AS_OF, {"ai": "AI"})


@st.composite
def lendings(draw: st.DrawFn) -> dict[str, Any]:
    """Return a lending whose facts are all told."""
    first = draw(st.dates(dt.date(2021, 1, 1), AS_OF))
    last = draw(st.integers(0, 60)) * dt.timedelta(days=1) + first
    return {
        "client": draw(st.sampled_from(["hotel", "hotel", "hotel", "mairie", "jardin"])),
        "salarie": draw(st.sampled_from(["s1", "s2"])),
        "debut": first,
        "fin": last,
        "heures": draw(st.sampled_from([20.0, 120.1, 200.0, 480.0])),
    }


@given(st.lists(lendings(), min_size=1, max_size=9))
@settings(max_examples=20)
def test_tables_and_objects_are_judged_alike(lent: list[dict[str, Any]]) -> None:
    """The first mission of each window that surely passes the cap is among the rows at fault, and opens them."""
    dossier = Dossier(
        structures=(Structure(key="ai", name="AI", kind=StructureKind.AI),),
        clients=tuple(Client(key=key, kind=kind) for key, kind in CLIENTS.items()),
        missions=tuple(
            Mission(
                key=f"M{n}", structure="ai", client=one["client"], employee=one["salarie"], start=one["debut"],
                end=one["fin"], hours=one["heures"],
            )
            for n, one in enumerate(lent)
        ),
    )  # fmt: skip
    law = core_law()
    spoken = {
        mission.key
        for mission in dossier.missions
        if CLIENTS[mission.client] is ClientKind.FIRM
        for excess in own_excesses(
            mission, Case(dossier=dossier, as_of=AS_OF, law=law.on(mission.start or AS_OF), sectors={})
        )
        if excess.kind is Kind.SURE
    }
    rows = [
        {
            "id_mission": f"M{n}",
            "structure": "ai",
            "type_client": WORDS[one["client"]],
            "departement": "14",
            **one,
        }
        for n, one in enumerate(lent)
    ]

    told = measured({"missions": rows}, [ask("hours-in-window", TERMS)], TERMS).promises[0]
    at_fault = {row.key for row in told.rows}

    assert spoken <= at_fault
    assert bool(spoken) == bool(at_fault)
    workers = {one: {f"M{n}" for n, row in enumerate(lent) if row["salarie"] == one} for one in ("s1", "s2")}
    for mine in workers.values():
        assert bool(spoken & mine) == bool(at_fault & mine)


@pytest.mark.parametrize(
    "first,day,expected",
    [
        ("2024-03-11", "2026-03-10", ["M1"]),
        ("2024-03-11", "2026-03-11", []),
        ("2024-02-29", "2026-02-28", ["M1"]),
        ("2024-02-29", "2026-03-01", []),
    ],
)
def test_a_window_of_the_measure_ends_where_the_rule_ends_it(
    first: str, day: str, expected: list[str]
) -> None:
    """On the eve of the same day, or at the end of a month that has none."""
    rows = [
        {"id_mission": f"M{n}", "structure": "ai", "client": "h", "salarie": "s", "type_client": "entreprise",
         "debut": dt.date.fromisoformat(one), "fin": dt.date.fromisoformat(one), "heures": 300.0}
        for n, one in enumerate([first, day])
    ]  # fmt: skip

    told = measured({"missions": rows}, [ask("hours-in-window", TERMS)], TERMS).promises[0]

    assert expected == [row.key for row in told.rows]


LENT = [("2025-01-06", "2025-01-10", 400.0), ("2025-03-31", "2025-04-04", 100.0)]


@pytest.mark.parametrize(
    "held,place,expected",
    [
        # Longer than the law allows: it lifts nothing.
        ([("2022-01-01", "2031-12-31", "14")], "14", ["M1"]),
        ([("2025-03-01", "2025-12-31", "14")], "14", []),
        ([("2025-03-01", "2025-12-31", "14")], "61", ["M1"]),
        ([("2025-03-01", "2025-12-31", "14")], None, []),
        ([("2025-03-01", "2025-04-01", "14"), ("2025-04-02", "2025-12-31", "14")], "14", []),
        ([("2025-03-01", "2025-12-31", "14"), ("2025-03-01", "2025-04-01", "14")], "14", []),
        ([("2025-03-01", "2025-04-01", "14"), ("2025-04-02", "2025-12-31", "61")], None, []),
        # Some of its days only: nobody knows on which the cap is passed.
        ([("2025-03-01", "2025-04-01", "14"), ("2025-04-03", "2025-12-31", "14")], "14", None),
        ([("2025-03-01", "2025-04-01", "14"), ("2025-04-02", "2025-12-31", "61")], "14", None),
    ],
)
def test_a_derogation_lifts_for_the_measure_what_it_lifts_for_the_rule(
    held: list[tuple[str, str, str]], place: str | None, expected: list[str] | None
) -> None:
    """None that the law refuses; those that follow one another are one; of a place untold, any may be.

    M0 is 400 hours in January, before any derogation but the first; M1 is 100 from 31 March on.
    """
    days = dt.date.fromisoformat
    derogations = tuple(
        HoursDerogation(start=days(start), end=days(end), department=DepartmentCode(where))
        for start, end, where in held
    )
    dossier = Dossier(
        structures=(Structure(key="ai", name="AI", kind=StructureKind.AI, derogations=derogations),),
        clients=(Client(key="h", kind=ClientKind.FIRM, department=DepartmentCode(place) if place else None),),
        missions=tuple(
            Mission(
                key=f"M{n}", structure="ai", client="h", employee="s", start=days(first), end=days(last),
                hours=hours,
            )
            for n, (first, last, hours) in enumerate(LENT)
        ),
    )  # fmt: skip
    rows = [
        {"id_mission": f"M{n}", "structure": "ai", "client": "h", "salarie": "s", "type_client": "entreprise",
         "departement": place, "debut": days(first), "fin": days(last), "heures": hours}
        for n, (first, last, hours) in enumerate(LENT)
    ]  # fmt: skip
    terms = terms_of(AS_OF, core_law(), by_slug().values(), dossier)
    case = Case(dossier=dossier, as_of=AS_OF, law=core_law().on(AS_OF), sectors={})

    told = measured({"missions": rows}, [ask("hours-in-window", terms)], terms).promises[0]
    kinds = {m.key: [excess.kind for excess in own_excesses(m, case)] for m in dossier.missions}

    assert (expected or []) == [row.key for row in told.rows]
    assert (expected or []) == [key for key, said in kinds.items() if Kind.SURE in said]
    assert (expected is None) == (Kind.PARTLY_LIFTED in kinds["M1"])
    assert (1 if expected is None else 0) == told.untold


def test_ninety_minutes_more_are_one_mission_at_fault() -> None:
    """480 hours are kept, 481.5 are not; other clients do not count."""
    first = dt.date(2025, 1, 6)
    rows = [
        {"id_mission": f"M{n}", "structure": "ai", "client": "h", "salarie": "s", "type_client": kind,
         "debut": first + dt.timedelta(days=70 * n), "fin": first + dt.timedelta(days=70 * n + 60), "heures": hours}
        for n, (kind, hours) in enumerate([("entreprise", 480.0), ("particulier", 200.0), ("entreprise", 1.5)])
    ]  # fmt: skip

    told = measured({"missions": rows}, [ask("hours-in-window", TERMS)], TERMS).promises[0]

    assert (["M2"], 1, 2) == ([row.key for row in told.rows], told.overall.kept, told.overall.cases)
