"""The cap on the hours lent to firms: the usual wrong counts, and the days and hours at the edge."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import attrs
import pytest

from zest.findings import Finding, Severity
from zest.model.activity import Mission
from zest.model.client import Client, ClientKind
from zest.model.convention import HoursDerogation
from zest.model.dossier import Dossier
from zest.model.identifiers import DepartmentCode, Siret
from zest.model.structure import Structure, StructureKind
from zest.testing.samples import core_assembly
from zest.validation import check

D = dt.date.fromisoformat
DAY = dt.timedelta(days=1)
CALVADOS, ORNE = DepartmentCode("14"), DepartmentCode("61")
TODAY = D("2026-06-18")
CLIENTS = (
    Client(key="hotel", kind=ClientKind.FIRM, department=CALVADOS),
    Client(key="usine", kind=ClientKind.FIRM),
    Client(key="particulier", kind=ClientKind.PRIVATE_PERSON, department=CALVADOS),
    Client(key="mairie", kind=ClientKind.PUBLIC_BODY, department=CALVADOS),
    # The same farm on both sides of the day on which it became a firm: two keys.
    Client(key="ferme-asso", kind=ClientKind.NON_PROFIT, department=CALVADOS),
    Client(key="ferme-sarl", kind=ClientKind.FIRM, department=CALVADOS),
    Client(key="inconnu", department=CALVADOS),
)


def ai(key: str = "ai", **more: Any) -> Structure:
    """Return an AI."""
    return Structure(key=key, name=key.upper(), kind=StructureKind.AI, siret=Siret("10000000900108"), **more)


ACI = attrs.evolve(ai("aci"), kind=StructureKind.ACI)


def lent(key: str, first: str, hours: float | None, client: str = "hotel", **more: Any) -> Mission:
    """Return a mission of one day, always of the same employee and of the same AI unless told."""
    day = D(first)
    made = Mission(key=key, structure="ai", client=client, employee="s-1", start=day, end=day, hours=hours)
    return attrs.evolve(made, **more)


def dossier(missions: Iterable[Mission], *structures: Structure) -> Dossier:
    """Return a dossier of these missions."""
    return Dossier(structures=structures or (ai(),), clients=CLIENTS, missions=tuple(missions))


def found(whole: Dossier, as_of: dt.date = TODAY) -> list[Finding]:
    """Return what the three rules of the cap say."""
    catalogue = core_assembly().catalogue
    rules = {code: catalogue.rules[code] for code in ("Z301", "Z302", "Z303")}
    return list(check(whole, attrs.evolve(catalogue, rules=rules), as_of).findings)


def told(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    """Return code, mission and weight of findings."""
    return Counter((f.code, f.subject[-1], "unknown" if f.unknown else f.severity.value) for f in findings)


# What the usual wrong counts would say: each is the short function that somebody writes first.


def naive_rolling(history: Sequence[Mission]) -> set[str]:
    """Count the last twenty-four months before the end of each mission."""
    ends = [(m.key, m.end or m.start or D("2026-01-01")) for m in history]
    total = {
        k: sum(m.hours or 0 for m in history if m.end and end - 730 * DAY <= m.end <= end) for k, end in ends
    }
    return {key for key, hours in total.items() if hours > 480}


def naive_everybody(history: Sequence[Mission]) -> set[str]:
    """Count whoever the client is."""
    totals = {m.key: sum(one.hours or 0 for one in history[: n + 1]) for n, m in enumerate(history)}
    return {key for key, hours in totals.items() if hours > 480}


def naive_siret(history: Sequence[Mission], *structures: Structure) -> set[str]:
    """Count by SIRET, as if it named one employer."""
    sirets = {structure.key: structure.siret for structure in structures}
    totals: Counter[Siret | None] = Counter()
    for m in history:
        totals[sirets[m.structure]] += int(m.hours or 0)
    return {m.key for m in history[-1:] if totals[sirets[m.structure]] > 480}


def naive_per_client(history: Sequence[Mission]) -> set[str]:
    """Count each firm for itself."""
    return {
        m.key
        for n, m in enumerate(history)
        if sum(one.hours or 0 for one in history[: n + 1] if one.client == m.client) > 480
    }


def faulty(history: Sequence[Mission], *structures: Structure) -> set[str]:
    """Return the missions at fault, of any weight above information."""
    said = found(dossier(history, *structures))
    return {f.subject[-1] for f in said if not f.unknown and f.severity is not Severity.INFO}


def test_twenty_four_months_do_not_roll() -> None:
    """300 hours on each side of the end of the first window are 600 in a rolling one, and 300 in each of ours."""
    history = [
        lent("debut", "2023-01-09", 4),
        lent("avant", "2024-12-02", 300),
        lent("apres", "2025-02-03", 300),
    ]

    assert {"apres"} == naive_rolling(history)
    assert set() == faulty(history)


def test_a_rolling_window_forgets_hours_that_count() -> None:
    """An employee back after eighteen months is in the window of his first lending still."""
    history = [lent("un", "2023-01-09", 300), lent("deux", "2025-01-06", 200)]
    shorter = [m for m in history if m.start and m.start >= D("2024-01-01")]

    assert set() == naive_rolling(shorter)
    assert {"deux"} == faulty(history)


@pytest.mark.parametrize("client", ["particulier", "ferme-asso", "mairie"])
def test_private_persons_associations_and_town_halls_do_not_count(client: str) -> None:
    """Trap 3: what is lent to them is outside the cap, and starts the window all the same."""
    history = [lent("chez-lui", "2025-01-06", 400, client), lent("hotel", "2025-03-03", 100)]

    assert {"hotel"} == naive_everybody(history)
    assert set() == faulty(history)


def test_the_first_lending_to_anyone_starts_the_window() -> None:
    """Ten months with a private person first: the window of the firm's hours ends ten months earlier."""
    history = [
        lent("maison", "2023-01-09", 10, "particulier"),
        lent("un", "2023-11-06", 300),
        lent("deux", "2025-03-03", 300),
    ]

    assert set() == faulty(history)
    assert {"deux"} == faulty(history[1:])


def test_an_ai_and_an_aci_of_one_siret_are_two_employers() -> None:
    """Trap 7: the hours of the one are not the other's."""
    history = [lent("chantier", "2025-01-06", 300, structure="aci"), lent("hotel", "2025-03-03", 300)]

    assert ai().siret == ACI.siret
    assert {"hotel"} == naive_siret(history, ai(), ACI)
    assert set() == faulty(history, ai(), ACI)
    assert {"hotel"} == faulty(history, ai(), ai("aci"))


def test_all_firms_count_together() -> None:
    """« In the same firm », say some leaflets; the article does not."""
    history = [lent("un", "2025-01-06", 300), lent("deux", "2025-03-03", 300, "usine")]

    assert set() == naive_per_client(history)
    assert {"deux"} == faulty(history)


def test_a_client_that_becomes_a_firm_counts_from_then_on() -> None:
    """Two keys, one for each time: the hours before stay outside."""
    before = [lent("avant", "2025-01-06", 400, "ferme-asso"), lent("apres", "2025-06-02", 400, "ferme-sarl")]

    assert set() == faulty(before)
    assert {"suite"} == faulty([*before, lent("suite", "2025-07-01", 81, "ferme-sarl")])


# Days and hours at the edge.


def words(history: Sequence[Mission], *structures: Structure, as_of: dt.date = TODAY) -> list[str]:
    """Return the messages."""
    return [f.message for f in found(dossier(history, *structures), as_of)]


def test_it_says_how_many_hours_between_which_days_for_how_many() -> None:
    """Once, on the hours of the mission that passes the cap, and not on those after it."""
    history = [
        lent("un", "2025-03-10", 480),
        lent("deux", "2025-04-07", 12),
        lent("trois", "2025-05-05", 20.5),
    ]
    (finding,) = found(dossier(history))

    assert (
        "Salarié « s-1 » : 492 heures prêtées par « AI » à des entreprises du 10/03/2025 au 09/03/2027,"
        " pour 480 au plus."
    ) == finding.message
    assert ("Z301", Severity.ERROR, "deux") == (finding.code, finding.severity, finding.subject[-1])


@pytest.mark.parametrize(
    "first,day,expected",
    [
        ("2024-03-11", "2026-03-10", {"deux"}),
        ("2024-03-11", "2026-03-11", set()),
        ("2024-02-29", "2026-02-28", {"deux"}),
        ("2024-02-29", "2026-03-01", set()),
        ("2022-02-28", "2024-02-27", {"deux"}),
        ("2022-02-28", "2024-02-28", set()),
    ],
)
def test_a_window_ends_on_the_eve_of_the_same_day(first: str, day: str, expected: set[str]) -> None:
    """From date to date; a window that starts on 29 February ends on the 28th, in a year without one."""
    assert expected == faulty([lent("un", first, 300), lent("deux", day, 300)])


def test_a_mission_across_the_end_counts_for_what_surely_falls_inside() -> None:
    """Of 200 hours over ten days, of which two outside, 152 are inside at least: two days have room for 48."""
    across = lent("a-cheval", "2026-03-03", 200, end=D("2026-03-12"))
    (said,) = words([lent("un", "2024-03-11", 300), across])

    assert {"a-cheval"} == faulty([lent("un", "2024-03-11", 330), across])
    assert "de 452 à 492 heures prêtées par « AI » à des entreprises du 11/03/2024 au 10/03/2026" in said


def test_hours_that_are_not_told_are_bounded_by_the_days() -> None:
    """Ten days have room for 240 hours; what may be above the cap is not known, and told on that mission."""
    patchy = lent("dix-jours", "2025-03-03", None, end=D("2025-03-12"))

    assert [] == words([lent("un", "2025-01-06", 240), patchy])
    (said,) = found(dossier([lent("un", "2025-01-06", 241), patchy]))
    assert (True, "dix-jours") == (said.unknown, said.subject[-1])
    assert "de 241 à 481 heures prêtées" in said.message


def test_a_kind_of_client_that_is_not_told_may_count() -> None:
    """It is asked for on the client, and a fault is said once the sure hours are above the cap."""
    history = [lent("un", "2025-01-06", 400), lent("deux", "2025-02-03", 100, "inconnu")]
    (unknown,) = found(dossier(history))
    later = found(dossier([*history, lent("trois", "2025-03-03", 81)]))

    assert (True, "deux") == (unknown.unknown, unknown.subject[-1])
    assert [("deux", True), ("trois", False)] == [(f.subject[-1], f.unknown) for f in later]
    assert "481 heures au moins prêtées" in later[-1].message


def test_without_the_first_day_of_every_mission_nothing_is_sure() -> None:
    """It may have been the first lending of all, and move every window."""
    undated = lent("un", "2025-01-06", None, start=None)
    (said,) = found(dossier([undated, lent("deux", "2025-02-03", 500)]))
    short = lent("un", "2025-01-06", 10, start=None)

    assert said.unknown
    assert "de 0 à 510 heures prêtées" in words([short, lent("deux", "2025-02-03", 500)])[0]
    assert "un nombre inconnu d'heures prêtées" in said.message


def test_a_mission_without_an_end_may_last_until_the_day_of_the_check() -> None:
    """Judged early its hours are all in the window; judged late, some may be outside."""
    open_end = lent("ouverte", "2025-03-03", 300, end=None)
    history = [lent("un", "2024-03-11", 300), open_end]

    assert [False] == [f.unknown for f in found(dossier(history), D("2026-03-10"))]
    assert [True] == [f.unknown for f in found(dossier(history), D("2026-06-18"))]


def test_software_that_writes_never_as_an_end_stops_nobody() -> None:
    """31/12/9999 opens no window beyond the day of the check."""
    never = lent("jamais", "2025-03-03", 300, end=dt.date.max)
    last = lent("fin", "9999-12-31", 300, start=dt.date.max, end=dt.date.max)

    assert [] == words([never])
    assert [] == words([last])


def test_who_is_lent_must_be_told() -> None:
    """Hours of nobody cannot be counted."""
    (said,) = words([lent("un", "2025-01-06", 20, employee="")])

    assert "Le dossier ne dit pas qui fait la mission « un » : ses heures ne peuvent être comptées." == said


def test_two_missions_with_the_same_values_are_two() -> None:
    """Equal rows of a file are each counted."""
    twice = [lent("un", "2025-01-06", 300), lent("un", "2025-01-06", 300)]

    assert 1 == len(found(dossier(twice)))


# The law of the day.


def test_a_mission_is_judged_by_the_cap_of_its_day() -> None:
    """240 hours in twelve months in 2002; nothing between what was read; 480 in twenty-four since."""
    assert {"b"} == faulty([lent("a", "2002-02-04", 200), lent("b", "2002-11-04", 41)])
    assert set() == faulty([lent("a", "2008-02-04", 400), lent("b", "2008-11-03", 400)])
    assert set() == faulty([lent("a", "2014-06-02", 200), lent("b", "2015-03-02", 280)])
    assert {"b"} == faulty([lent("a", "2014-01-06", 400), lent("b", "2014-06-02", 81)])


def test_where_no_cap_is_known_the_report_says_so() -> None:
    """The rules are skipped for that mission, with the reason."""
    catalogue = core_assembly().catalogue
    report = check(dossier([lent("a", "2008-02-04", 400)]), catalogue, TODAY)
    skipped = {s.code: s.reason for s in report.skipped}

    assert {"Z301", "Z302", "Z303"} <= set(skipped)
    assert "n'avait pas de valeur le 04/02/2008" in skipped["Z301"]


# Derogations.

HELD = HoursDerogation(start=D("2025-02-01"), end=D("2025-12-31"), department=CALVADOS)
TWO = [lent("un", "2025-01-06", 400), lent("deux", "2025-03-03", 200)]


@pytest.mark.parametrize(
    "derogation,expected",
    [
        (HELD, ("Z301", "deux", "info")),
        (attrs.evolve(HELD, end=None), ("Z301", "deux", "error")),
        (attrs.evolve(HELD, department=None), ("Z301", "deux", "error")),
        (attrs.evolve(HELD, department=ORNE), ("Z301", "deux", "error")),
        (attrs.evolve(HELD, start=D("2021-08-31")), ("Z301", "deux", "error")),
        (attrs.evolve(HELD, end=D("2028-01-31")), ("Z301", "deux", "info")),
        (attrs.evolve(HELD, end=D("2028-02-01")), ("Z301", "deux", "error")),
        (attrs.evolve(HELD, start=D("2025-03-04")), ("Z301", "deux", "error")),
    ],
)
def test_a_derogation_that_holds_turns_the_fault_into_information(
    derogation: HoursDerogation, expected: tuple[str, str, str]
) -> None:
    """Whole, of its time, of three years at most, of the client's département and of the mission's days."""
    assert Counter([expected]) == told(found(dossier(TWO, ai(derogations=(derogation,)))))


def test_a_derogation_of_some_days_of_the_mission_leaves_the_answer_open() -> None:
    """Nobody knows on which of its days the cap is passed."""
    long = lent("long", "2025-12-15", 200, end=D("2026-01-15"))
    (said,) = found(dossier([TWO[0], long], ai(derogations=(HELD,))))

    assert said.unknown
    assert "une dérogation couvre une partie de la mission" in said.message


def test_derogations_that_follow_one_another_count_together() -> None:
    """The text lets them be renewed."""
    next_one = attrs.evolve(HELD, start=D("2026-01-01"), end=D("2026-06-30"))
    long = lent("long", "2025-12-15", 200, end=D("2026-01-15"))

    assert Counter([("Z301", "long", "info")]) == told(
        found(dossier([TWO[0], long], ai(derogations=(next_one, HELD))))
    )


def test_after_the_derogation_its_hours_count_by_our_reading_only() -> None:
    """The rule that may block counts without them; the other one warns."""
    history = [*TWO, lent("trois", "2026-01-12", 20), lent("quatre", "2026-02-09", 100)]

    assert Counter(
        [("Z301", "deux", "info"), ("Z302", "trois", "warning"), ("Z301", "quatre", "error")]
    ) == told(found(dossier(history, ai(derogations=(HELD,)))))


def test_one_ai_of_several_passes_the_cap_by_itself_or_not_at_all() -> None:
    """Two counters by the letter; the collective's is prudence, and silent where an AI's own speaks."""
    history = [
        lent("a", "2025-01-06", 300),
        lent("b", "2025-02-03", 300, structure="ai-bis"),
        lent("c", "2025-03-03", 181),
    ]
    two = (ai(), ai("ai-bis"))

    assert Counter([("Z303", "b", "warning")]) == told(found(dossier(history[:2], *two)))
    assert Counter([("Z303", "b", "warning"), ("Z301", "c", "error")]) == told(found(dossier(history, *two)))
    assert "prêtées par les AI du collectif" in words(history[:2], *two)[0]
