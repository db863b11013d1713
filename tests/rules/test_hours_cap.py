"""The cap on the hours lent to firms, against a plain day-by-day count."""

import datetime as dt
import functools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from zest.findings import Finding
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
SIRET = Siret("10000000900108")
TODAY = D("2026-06-18")

CLIENTS = (
    Client(key="hotel", kind=ClientKind.FIRM, department=CALVADOS),
    Client(key="usine", kind=ClientKind.FIRM),
    Client(key="orne", kind=ClientKind.FIRM, department=ORNE),
    Client(key="particulier", kind=ClientKind.PRIVATE_PERSON, department=CALVADOS),
    Client(key="mairie", kind=ClientKind.PUBLIC_BODY, department=CALVADOS),
    # The same ones on both sides of the day on which they became a firm: two keys.
    Client(key="ferme-asso", kind=ClientKind.NON_PROFIT, department=CALVADOS),
    Client(key="ferme-sarl", kind=ClientKind.FIRM, department=CALVADOS),
    Client(key="inconnu", department=CALVADOS),
)


def ai(key: str, held: tuple[HoursDerogation, ...]) -> Structure:
    """Return an AI with its derogations."""
    return Structure(key=key, name=key.upper(), kind=StructureKind.AI, siret=SIRET, derogations=held)


def dossier(missions: Iterable[Mission], *structures: Structure) -> Dossier:
    """Return a dossier of these missions."""
    return Dossier(structures=structures, clients=CLIENTS, missions=tuple(missions))


def found(whole: Dossier, as_of: dt.date = TODAY) -> list[Finding]:
    """Return what the three rules of the cap say."""
    catalogue = core_assembly().catalogue
    rules = {code: catalogue.rules[code] for code in ("Z301", "Z302", "Z303")}
    return list(check(whole, attrs.evolve(catalogue, rules=rules), as_of).findings)


def told(findings: Iterable[Finding]) -> Counter[tuple[str, str, str]]:
    """Return code, mission and weight of findings; those that are not told weigh « unknown »."""
    return Counter((f.code, f.subject[-1], "unknown" if f.unknown else f.severity.value) for f in findings)


# A reference: the law as one would count it by hand, day after day, and nothing of zest but the dossier's types.


def eve_of_same_day(day: dt.date, years: int) -> dt.date:
    """Return the eve of the same day some years on; where there is no 29 February, the 28th."""
    try:
        return day.replace(year=day.year + years) - DAY
    except ValueError:
        return dt.date(day.year + years, 2, 28)


def law_of(day: dt.date) -> tuple[int, int] | None:
    """Return hours and years of the cap on a day."""
    if day.year == 2002:
        return 240, 1
    return (480, 2) if day >= D("2014-06-01") else None


def days_of(mission: Mission, as_of: dt.date) -> list[dt.date]:
    """Return every day of a mission; one without an end may last until the day of the check."""
    assert mission.start is not None
    return between(mission.start, max(mission.start, mission.end or as_of))


@functools.lru_cache(maxsize=200)
def between(first: dt.date, last: dt.date) -> list[dt.date]:
    """Return every day from one to the other."""
    return [first + n * DAY for n in range((last - first).days + 1)]


def kind_of(mission: Mission) -> str:
    """Return whether the client counts: « yes », « no » or « maybe »."""
    kinds = {client.key: client.kind for client in CLIENTS}
    kind = kinds.get(mission.client)
    return "maybe" if kind is None else "yes" if kind is ClientKind.FIRM else "no"


def share(mission: Mission, inside: int, outside: int) -> tuple[Fraction, Fraction]:
    """Return the least and the most hours that fall on the days inside."""
    if kind_of(mission) == "no":
        return Fraction(0), Fraction(0)
    if mission.hours is None or mission.hours < 0:
        return Fraction(0), Fraction(24 * inside)
    hours = Fraction(mission.hours)
    least = max(Fraction(0), hours - 24 * outside)
    most = max(least, min(hours, Fraction(24 * inside))) if outside else hours
    return (least, most) if kind_of(mission) == "yes" else (Fraction(0), most)


def freed_days(mission: Mission, structure: Structure) -> set[dt.date]:
    """Return the days on which a derogation that holds lifts the cap."""
    place = next((c.department for c in CLIENTS if c.key == mission.client), None)
    days: set[dt.date] = set()
    for one in structure.derogations:
        if one.start is None or one.end is None or one.department is None:
            continue
        in_time = one.start >= D("2021-09-01") and one.end <= eve_of_same_day(one.start, 3)
        if in_time and place in (None, one.department):
            days.update(between(one.start, one.end))
    return days


def windows_of(
    days: set[dt.date], starts: set[dt.date], years: int, as_of: dt.date
) -> Iterator[set[dt.date]]:
    """Yield the days lent of each window, from the first day lent on."""
    left = sorted(days)
    while left and (left[0] <= as_of or any(start >= left[0] for start in starts)):
        end = eve_of_same_day(left[0], years)
        yield {day for day in left if day <= end}
        left = [day for day in left if day > end]


@attrs.frozen
class Row:
    """One mission of one window, as counted: its day, what is sure and possible up to it, what lifts it."""

    mission: Mission
    own: Fraction
    least: Fraction
    most: Fraction
    under_derogation: Fraction
    lifted: frozenset[bool]


def rows(window: set[dt.date], missions: Sequence[Mission], whole: Dossier, as_of: dt.date) -> Iterator[Row]:
    """Yield the missions of a window, first day after first day, those that may count."""
    members = {s.key: s for s in whole.structures}
    afloat = [m for m in missions if m.start is None and kind_of(m) != "no"]
    least, under = Fraction(0), Fraction(0)
    most = sum((Fraction(10**9 if m.hours is None or m.hours < 0 else m.hours) for m in afloat), Fraction(0))
    unsure = any(m.start is None for m in missions)
    for m in sorted((m for m in missions if m.start), key=lambda m: m.start or as_of):
        days = days_of(m, as_of)
        inside = [day for day in days if day in window]
        low, high = share(m, len(inside), len(days) - len(inside)) if inside else (Fraction(0), Fraction(0))
        low = Fraction(0) if unsure else low
        freed = freed_days(m, members[m.structure])
        lifted = frozenset(day in freed for day in inside)
        least, most, under = least + low, most + high, under + (low if all(lifted) else 0)
        if high:
            yield Row(m, low, least, most, under, lifted)


def word_of(row: Row, years: int) -> str:
    """Return how a mission stands; an empty word when below the cap, or when the law of its day is another."""
    law = law_of(row.mission.start or TODAY)
    if law is None or law[1] != years or row.most <= law[0]:
        return ""
    surely = row.least > law[0] and row.own > 0
    if all(row.lifted):
        return "lifted" if surely else ""
    if not surely:
        return "possible"
    if True in row.lifted:
        return "partly"
    return "sure" if row.least - row.under_derogation > law[0] else "reading"


def counted(
    missions: Sequence[Mission], whole: Dossier, as_of: dt.date
) -> Iterator[tuple[int, Mission, str]]:
    """Yield what is to be said of the missions of one counter: rank of the window, mission, word.

    In each window a word is said once, unless a lifted mission came in between, and a graver one after it.
    """
    weights = {"": 0, "lifted": 0, "possible": 1, "partly": 1, "reading": 2, "sure": 3}
    dated = [m for m in missions if m.start]
    lent_days = {day for m in dated for day in days_of(m, as_of)}
    for years in (1, 2):
        for rank, window in enumerate(
            windows_of(lent_days, {m.start for m in dated if m.start}, years, as_of)
        ):
            last = ""
            for row in rows(window, missions, whole, as_of):
                word = word_of(row, years)
                if (word == "lifted" != last) or weights[word] > weights[last]:
                    last = word
                    yield rank, row.mission, word


def reference(whole: Dossier, as_of: dt.date) -> Counter[tuple[str, str, str]]:
    """Return what must be said, from the texts and the readings alone."""
    members = {s.key for s in whole.structures if s.kind is StructureKind.AI}
    ours = [m for m in whole.missions if m.structure in members and m.employee]
    said: Counter[tuple[str, str, str]] = Counter()
    words: dict[str, set[str]] = {}
    for employee in {m.employee for m in ours}:
        of_one = [m for m in ours if m.employee == employee]
        for member in {m.structure for m in of_one}:
            mine = [m for m in of_one if m.structure == member]
            for rank, m, word in counted(mine, whole, as_of):
                words.setdefault(m.key, set()).add(word)
                code = "Z302" if rank or word == "reading" else "Z301"
                weight = {
                    "lifted": "info",
                    "possible": "unknown",
                    "partly": "unknown",
                    "reading": "warning",
                    "sure": "warning" if rank else "error",
                }[word]
                said[code, m.key, weight] += 1
        if len({m.structure for m in of_one}) > 1:
            for _, m, word in counted(of_one, whole, as_of):
                if word != "lifted" and word not in words.get(m.key, set()):
                    said["Z303", m.key, "unknown" if word in ("possible", "partly") else "warning"] += 1
    return said


# Generated histories.

BASES = ("2024-02-29", "2022-03-01", "2021-08-31", "2022-03-01", "2013-01-15", "2002-01-02")
JUMPS = (0, 1, 30, 90, 200, 364, 365, 366, 729, 730, 731, 732, 1095)
KNOWN = (0, 4.25, 119.75, 120, 200, 240, 240.5, 300, 480)
ACI = Structure(key="aci", name="ACI", kind=StructureKind.ACI, siret=SIRET)


@attrs.frozen
class Whole:
    """A generated dossier, told by its missions and derogations: the rest is always the same."""

    dossier: Dossier
    as_of: dt.date


@st.composite
def wholes(draw: st.DrawFn, *, patchy: bool) -> Whole:
    """Draw a history around days that matter, with derogations; a patchy one leaves things out."""
    base = D(draw(st.sampled_from(BASES)))
    made = [draw(lendings(f"m{n}", base, patchy=patchy)) for n in range(draw(st.integers(2, 9)))]
    own, other = (
        draw(st.lists(derogations(base, patchy=patchy), min_size=least, max_size=2).map(tuple))
        for least in (draw(st.integers(0, 1)), 0)
    )
    day = draw(st.sampled_from([TODAY, D("2024-03-05"), D("2016-02-29")]))
    return Whole(dossier(made, ai("ai", own), ai("ai-bis", other), ACI), day)


@st.composite
def lendings(draw: st.DrawFn, key: str, base: dt.date, *, patchy: bool) -> Mission:
    """Draw one mission."""
    # The first of all stands on the day that matters, and most others on one that does as well.
    jump = 0 if key == "m0" else draw(st.sampled_from(JUMPS)) + draw(st.sampled_from([0, 0, 0, 1, 20]))
    start = base + jump * DAY
    last = start + draw(st.sampled_from([0, 0, 4, 30, 120, 800])) * DAY
    clients = ["hotel", "usine", "ferme-sarl", "hotel", "ferme-asso", "particulier", "mairie", "orne"]
    members = ["ai", "ai", "ai", "ai", "ai-bis", "aci"]
    gaps = draw(st.integers(0, 9)) if patchy else 9
    return Mission(
        key=key,
        structure=draw(st.sampled_from([*members, "ailleurs"] if patchy else members)),
        employee="" if gaps == 0 else draw(st.sampled_from(["s-1", "s-1", "s-1", "s-2"])),
        client=draw(st.sampled_from(["inconnu", "personne", ""] if gaps == 1 else clients)),
        start=None if gaps == 2 else start,
        end=None if gaps in (3, 4) else last,
        hours=draw(st.sampled_from([None, -5] if gaps == 5 else KNOWN)),
    )


@st.composite
def derogations(draw: st.DrawFn, base: dt.date, *, patchy: bool) -> HoursDerogation:
    """Draw a derogation of the time of the missions, or of before there were any."""
    first = D("2021-09-01") if draw(st.booleans()) else base
    start = first + draw(st.sampled_from([-1, 0, 1, 30, 200, 400])) * DAY
    length = draw(st.sampled_from([0, 90, 364, 1094, 1095, 1096] if patchy else [90, 364, 800, 1094]))
    gaps = draw(st.integers(0, 9)) if patchy else 9
    return HoursDerogation(
        start=None if gaps == 0 else start,
        end=None if gaps == 1 else start + length * DAY,
        department=None if gaps == 2 else draw(st.sampled_from([CALVADOS, CALVADOS, CALVADOS, ORNE])),
    )


@settings(max_examples=200)
@given(wholes(patchy=False) | wholes(patchy=True))
def test_it_counts_as_one_would_by_hand(whole: Whole) -> None:
    """Windows that restart, derogations, two AI, clients that change kind, hours and kinds that are not told."""
    said = [f for f in found(whole.dossier, whole.as_of) if "qui fait la mission" not in f.message]

    assert reference(whole.dossier, whole.as_of) == told(said)
