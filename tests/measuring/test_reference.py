"""Each measure against a plain reading of its promise, row by row, on generated small tables."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

pytest.importorskip("polars")
pytest.importorskip("narwhals")

from zest.measurement import Measurement
from zest.model.commitment import Clock, OpeningSlot
from zest.model.period import Quarter, last_day_of
from zest.testing.records import AS_OF, ask, measured, terms_for
from zest.working_days import public_holidays, working_days_later

Row = dict[str, Any]
Tables = Mapping[str, Sequence[Row]]
Verdicts = Mapping[str, tuple[set[int], set[int]]]
"""By measure: rows that are a case (of other grains, the number of cases), and rows at fault."""

KINDS = {"ai": "AI", "etti": "ETTI"}
TERMS = terms_for(AS_OF, KINDS, structures=("ai", "etti", "libre"), jobs=("serveur", "plongeur"))
OPEN = (OpeningSlot("lun-ven 09:00-12:00"), OpeningSlot("lun-sam 14:00-18:00"))
DAY = dt.timedelta(days=1)

days = st.dates(dt.date(2026, 2, 20), dt.date(2026, 4, 24)) | st.dates(
    dt.date(2023, 12, 20), dt.date(2026, 4, 24)
)
maybe_days = st.none() | days
moments = st.builds(
    dt.datetime.combine,
    days,
    st.times(dt.time(0), dt.time(23, 59)).map(lambda t: t.replace(second=0, microsecond=0)),
)
structures = st.sampled_from(["ai", "etti", "libre", "autre"])
clients = st.sampled_from(["hotel", "mairie"])
maybe = st.none() | st.booleans()


def near(day: dt.date, before: int, after: int) -> st.SearchStrategy[dt.date]:
    """Return days around one."""
    return st.integers(-before, after).map(lambda n: day + n * DAY)


@st.composite
def orders(draw: st.DrawFn) -> Row:
    """Return an order."""
    asked = draw(moments)
    answer = st.integers(-90, 14_400).map(lambda minutes: asked + dt.timedelta(minutes=minutes))
    start = draw(st.none() | near(asked.date(), 0, 3))
    return {
        "structure": draw(structures), "client": draw(st.none() | clients),
        "type_client": draw(st.none() | st.sampled_from(["entreprise", "particulier"])),
        "departement": draw(st.sampled_from([None, "14", "67", "974"])),
        "metier": draw(st.sampled_from([None, "serveur", "jongleur"])),
        "recue_le": asked, "traitee_le": draw(st.none() | answer), "debut": start,
        "fin": draw(st.none() | near(start, 1, 5)) if start else None,
        "personnes": draw(st.sampled_from([None, 1])), "tache_precise": draw(st.sampled_from([None, "servir"])),
        "cas_recours": draw(st.sampled_from([None, "usage"])), "greve": draw(maybe), "licenciements": draw(maybe),
        "meme_poste": draw(maybe), "agents_listes": draw(maybe), "poste_a_risque": draw(maybe),
        "interlocuteur": draw(st.sampled_from([None, "r1", "r1", "r2"])),
    }  # fmt: skip


@st.composite
def missions(draw: st.DrawFn) -> Row:
    """Return a mission."""
    start = draw(days)
    at = st.integers(-2_000, 600).map(
        lambda m: dt.datetime.combine(start, dt.time(8)) + dt.timedelta(minutes=m)
    )
    around = st.none() | near(start, 5, 6)
    return {
        "structure": draw(structures), "client": draw(clients), "salarie": draw(st.sampled_from(["s1", "s2"])),
        "type_client": draw(st.sampled_from([None, "entreprise", "entreprise", "particulier"])),
        "departement": draw(st.sampled_from([None, "14", "67", "974"])),
        "metier": draw(st.sampled_from([None, "serveur", "jongleur"])),
        "debut": start, "fin": draw(st.none() | near(start, 2, 40)),
        "heures": draw(st.none() | st.sampled_from([35.0, 120.1, 240.0, 480.4])),
        "heures_jour_max": draw(st.sampled_from([None, 7.0, 25.0])),
        "tarif_horaire": draw(st.sampled_from([None, 20.0, 20.9, 21.0, 21.1])),
        "presente_le": draw(around), "dpae_le": draw(st.none() | at),
        "debut_a": draw(st.none() | st.just(dt.datetime.combine(start, dt.time(8)))),
        "contrat_mad_le": draw(around), "contrat_travail_le": draw(around), "formation_le": draw(around),
        "accueil_le": draw(around), "poste_a_risque": draw(maybe), "incidents": draw(st.sampled_from([None, 0, 0, 2])),
    }  # fmt: skip


@st.composite
def tables(draw: st.DrawFn) -> Tables:
    """Return three tables; a reference may be given twice."""
    lent = draw(st.lists(missions(), min_size=1, max_size=9))
    asked = draw(st.lists(orders(), min_size=1, max_size=8))
    keys = st.sampled_from(range(max(len(lent), 1)))
    followed = draw(st.lists(st.tuples(keys | st.just(99), days, maybe_days), min_size=1, max_size=6))
    twice = draw(st.booleans())
    return {
        "commandes": [{"id_commande": f"C{0 if twice else n}", **row} for n, row in enumerate(asked)],
        "missions": [{"id_mission": f"M{n}", **row} for n, row in enumerate(lent)],
        "suivis": [
            {"id_suivi": f"V{n}", "id_mission": f"M{of}", "prevu_le": due, "fait_le": done}
            for n, (of, due, done) in enumerate(followed)
        ],
    }


def line(rank: int) -> int:
    """Return the number that a spreadsheet gives to a row."""
    return rank + 2


def ours(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """Return the rows that a promise may bind, each with its rank: a follow-up tells no structure itself."""
    return [(rank, row) for rank, row in enumerate(rows) if row.get("structure", "ai") in TERMS.structures]


def opened(moment: dt.datetime, until: dt.datetime, place: str | None) -> int:
    """Count the minutes of opening between two moments, day by day."""
    minutes = 0
    for ordinal in range(moment.toordinal(), until.toordinal() + 1):
        day = dt.date.fromordinal(ordinal)
        if day not in public_holidays(day.year, place or ""):
            midnight = dt.datetime.combine(day, dt.time())
            for slot in OPEN:
                if day.isoweekday() in slot.days:
                    begin, end = (midnight + dt.timedelta(minutes=m) for m in slot.minutes)
                    minutes += max(0, round((min(end, until) - max(begin, moment)).total_seconds() / 60))
    return minutes


def handled(
    rows: Sequence[Row], *, hours: float, business: bool, same_day: bool = False
) -> tuple[set[int], set[int]]:
    """Judge answers."""
    now = dt.datetime.combine(AS_OF + DAY, dt.time())
    cases, late = set(), set()
    for rank, row in ours(rows):
        known = row["traitee_le"] is not None and row["traitee_le"] < now
        end = row["traitee_le"] if known else now
        if row["recue_le"] >= now or end < row["recue_le"]:
            continue
        if business:
            passed = opened(row["recue_le"], end, row["departement"]) <= hours * 60
        else:
            passed = end - row["recue_le"] <= dt.timedelta(hours=hours)
        if (not known and passed) or (same_day and row["debut"] != row["recue_le"].date()):
            continue
        cases.add(line(rank))
        if not passed:
            late.add(line(rank))
    return cases, late


def simple(rows: Sequence[Row], judge: Any) -> tuple[set[int], set[int]]:
    """Judge each row alone: ``None`` for no case."""
    told = {line(rank): judge(row) for rank, row in ours(rows)}
    return {n for n, passed in told.items() if passed is not None}, {
        n for n, passed in told.items() if passed is False
    }


def begun(row: Row) -> bool:
    """Whether a mission has begun."""
    return bool(row["debut"] <= AS_OF)


def formalities(row: Row) -> bool | None:
    """Judge declaration and contracts; of a structure of unknown kind, only what both delays agree on."""
    if not begun(row):
        return None
    limit = working_days_later(row["debut"], 2, row["departement"] or "")
    sent, made, at = row["contrat_travail_le"], row["contrat_mad_le"], row["dpae_le"]
    parts: list[bool | None] = [sent is not None and sent <= limit]
    if made is None:
        parts.append(False)
    else:
        kind = KINDS.get(row["structure"])
        before, within = made <= row["debut"], made <= limit
        parts.append({"AI": before, "ETTI": within}.get(kind or "", before if before == within else None))
    if at is None:
        parts.append(False)
    elif row["debut_a"]:
        parts.append(at <= row["debut_a"])
    else:
        parts.append(None if at.date() == row["debut"] else at.date() < row["debut"])
    return False if False in parts else None if None in parts else True


def complete(row: Row) -> bool | None:
    """Judge an order form."""
    if row["recue_le"].date() > AS_OF:
        return None
    common = (
        "client",
        "metier",
        "debut",
        "personnes",
        "greve",
        "licenciements",
        "agents_listes",
        "poste_a_risque",
    )
    if any(row[name] is None for name in common) or (row["licenciements"] and row["meme_poste"] is None):
        return False
    recourse, firm = row["cas_recours"] is not None, row["type_client"] in (None, "entreprise")
    task = row["tache_precise"] is not None or not firm
    kind = KINDS.get(row["structure"])
    return True if recourse and task else {"AI": task, "ETTI": recourse}.get(kind or "")


def first_lendings(rows: Sequence[Row]) -> tuple[int, set[int]]:
    """Judge the first lending of each worker of a structure to each client."""
    pairs: dict[tuple[str, str, str], list[tuple[dt.date, int, dt.date | None]]] = defaultdict(list)
    for rank, row in ours(rows):
        pairs[row["structure"], row["salarie"], row["client"]].append(
            (row["debut"], line(rank), row["presente_le"])
        )
    cases, wrong = 0, set()
    for told in pairs.values():
        first, where, _ = min(told, key=lambda one: one[:2])
        shown = min((one[2] for one in told if one[2]), default=None)
        cases += first <= AS_OF
        if first <= AS_OF and (shown is None or shown > first):
            wrong.add(where)
    return cases, wrong


def contacts(rows: Sequence[Row]) -> tuple[int, int, set[int]]:
    """Judge the contact of each client of a structure: cases, clients at fault, orders at fault."""
    of: dict[tuple[str, str], list[tuple[dt.datetime, int, str | None]]] = defaultdict(list)
    for rank, row in ours(rows):
        if row["client"] and row["recue_le"].date() <= AS_OF:
            of[row["structure"], row["client"]].append((row["recue_le"], line(rank), row["interlocuteur"]))
    wrong: set[int] = set()
    failing = 0
    for told in of.values():
        names = {one[2] for one in told}
        failing += len(names) > 1 or None in names
        contact = min(told)[2] if len(told) == 1 else min(told, key=lambda one: one[:2])[2]
        wrong |= {where for _, where, name in told if name is None or name != contact}
    return len(of), failing, wrong


def tariffs(rows: Sequence[Row]) -> tuple[int, int, set[int]]:
    """Judge prices by département, trade and quarter: cases, cases at fault, missions at fault."""
    market: dict[tuple[Any, ...], list[tuple[float, str, int]]] = defaultdict(list)
    for rank, row in ours(rows):
        if begun(row) and row["departement"] and row["metier"] and row["tarif_horaire"]:
            key = (row["departement"], row["metier"], Quarter.of(row["debut"]))
            market[key].append((row["tarif_horaire"], row["structure"], line(rank)))
    cases, failing, wrong = 0, 0, set()
    for told in market.values():
        bound = min(told)[0] * 1.05 + 0.0001
        who = {one[1] for one in told}
        cases += len(who)
        if max(told)[0] > bound:
            failing += len(who)
            wrong |= {where for price, _, where in told if price > bound}
    return cases, failing, wrong


def over_the_cap(rows: Sequence[Row]) -> tuple[set[int], set[int]]:
    """Judge hours at firms: the clock starts at the first lending, and a new window at the first day after its end."""
    cases, wrong = set(), set()
    people: dict[str, list[tuple[dt.date, dt.date, float, int, bool]]] = defaultdict(list)
    for rank, row in enumerate(rows):
        if row["structure"] != "ai":
            continue
        firm = row["type_client"] == "entreprise"
        hours = (row["heures"] or 0.0) if firm else 0.0
        last = max(row["debut"], row["fin"] or AS_OF)
        judged = begun(row) and firm and row["heures"] is not None
        people[row["salarie"]].append((row["debut"], last, hours, line(rank), judged))
        if judged:
            cases.add(line(rank))
    for lent in people.values():
        lent.sort(key=lambda one: (one[0], one[3]))
        start: dt.date | None = lent[0][0]
        while start is not None and start <= AS_OF:
            end = last_day_of(start, 24)
            total = 0.0
            for first, last, hours, where, judged in lent:
                if first <= end and last >= start:
                    inside = (min(last, end) - max(first, start)).days + 1
                    sure = max(0.0, hours - 24 * ((last - first).days + 1 - inside))
                    total += sure
                    if sure and round(total, 6) > 480 and judged:
                        wrong.add(where)
            left = [max(first, end + DAY) for first, last, *_ in lent if last > end]
            start = min(left, default=None)
    return cases, wrong


def overlaps(rows: Sequence[Row]) -> set[int]:
    """Find missions that begin before an earlier one of the same worker has ended."""
    found: set[int] = set()
    people: dict[tuple[str, str], list[tuple[dt.date, int, dt.date]]] = defaultdict(list)
    for rank, row in enumerate(rows):
        last = max(row["debut"], row["fin"] or row["debut"])
        people[row["structure"], row["salarie"]].append((row["debut"], line(rank), last))
    for told in people.values():
        seen = dt.date.min
        for first, where, last in sorted(told):
            if first <= seen:
                found.add(where)
            seen = max(seen, last)
    return found


def rows_of(told: Measurement, slug: str) -> set[int]:
    """Return the rows at fault of a promise."""
    [one] = [p for p in told.promises if p.commitment == slug]
    return {row.row for row in one.rows}


def counts(told: Measurement, slug: str) -> tuple[int, int]:
    """Return cases and cases at fault."""
    [one] = [p for p in told.promises if p.commitment == slug]
    assert sum(m.cases for m in one.measures) == one.overall.cases
    assert sum(m.kept for m in one.measures) == one.overall.kept
    return one.overall.cases, one.overall.cases - one.overall.kept


def full(rows: Iterable[Row], table: str) -> list[Row]:
    """Add a row that fills every column, long ago, so that no measure finds an empty one."""
    day = dt.date(2022, 1, 3)
    at = dt.datetime.combine(day, dt.time(9))
    sound: dict[str, Row] = {
        "commandes": {
            "id_commande": "C-plein", "structure": "ai", "client": "plein", "recue_le": at, "traitee_le": at,
            "debut": day, "fin": day, "personnes": 1, "interlocuteur": "r", "metier": "serveur",
            "greve": False, "licenciements": False, "agents_listes": False, "poste_a_risque": False,
            "tache_precise": "servir",
        },
        "missions": {
            "id_mission": "M-plein", "structure": "ai", "client": "plein", "salarie": "plein", "debut": day, "fin": day,
            "type_client": "entreprise", "departement": "29", "metier": "serveur", "tarif_horaire": 20.0, "heures": 7.0, "presente_le": day,
            "dpae_le": at - DAY, "contrat_mad_le": day, "contrat_travail_le": day, "formation_le": day,
            "accueil_le": day, "poste_a_risque": True, "incidents": 0,
        },
        "suivis": {"id_suivi": "V-plein", "id_mission": "M-plein", "prevu_le": day, "fait_le": day},
    }  # fmt: skip
    blank: Row = dict.fromkeys({name for row in rows for name in row})
    return [*rows, {**blank, **sound[table]}]


def agree(given: Tables, on: str) -> None:
    """Compare everything."""
    whole = {name: full(rows, name) for name, rows in given.items()}
    asked, lent = whole["commandes"], whole["missions"]
    slugs = (
        "hours-to-handle", "hours-to-handle-same-day", "contact-named", "presented-before-first", "follow-up-done",
        "formalities-before-start", "order-form-complete", "tariff-gap", "hours-in-window", "safety-welcome-done",
        "trained-before-assignment", "incident-free",
    )  # fmt: skip
    questions = [ask(slug, TERMS) for slug in slugs]
    questions.append(
        ask("hours-to-handle", TERMS, key="ouvrees", threshold=3, clock=Clock.BUSINESS_HOURS, opening=OPEN)
    )
    told = measured(whole, questions, TERMS, on)
    known = {row["id_mission"] for _, row in ours(lent)}
    alone: Verdicts = {
        "hours-to-handle": handled(asked, hours=48, business=False),
        "hours-to-handle-same-day": handled(asked, hours=2, business=False, same_day=True),
        "ouvrees": handled(asked, hours=3, business=True),
        "order-form-complete": simple(asked, complete),
        "formalities-before-start": simple(lent, formalities),
        "safety-welcome-done": simple(
            lent,
            lambda r: (r["accueil_le"] is not None and r["accueil_le"] <= r["debut"]) if begun(r) else None,
        ),
        "trained-before-assignment": simple(
            lent,
            lambda r: (
                (r["formation_le"] is not None and r["formation_le"] <= r["debut"])
                if begun(r) and r["poste_a_risque"]
                else None
            ),
        ),
        "incident-free": simple(
            lent, lambda r: r["incidents"] == 0 if begun(r) and r["incidents"] is not None else None
        ),
        "follow-up-done": simple(
            whole["suivis"],
            lambda r: (
                (r["fait_le"] is not None and r["fait_le"] <= AS_OF)
                if r["prevu_le"] <= AS_OF and r["id_mission"] in known
                else None
            ),
        ),
        "hours-in-window": over_the_cap(lent),
    }
    for slug, (cases, wrong) in alone.items():
        assert wrong == rows_of(told, slug), slug
        assert (len(cases), len(wrong)) == counts(told, slug), slug
    first, unseen = first_lendings(lent)
    assert unseen == rows_of(told, "presented-before-first")
    assert (first, len(unseen)) == counts(told, "presented-before-first")
    for slug, (number, failing, wrong) in {
        "contact-named": contacts(asked),
        "tariff-gap": tariffs(lent),
    }.items():
        assert (wrong, (number, failing)) == (rows_of(told, slug), counts(told, slug)), slug
    _rules(whole, told)


def _rules(whole: Tables, told: Measurement) -> None:
    found: dict[tuple[str, str], set[int]] = {(f.code, f.table): {r.row for r in f.rows} for f in told.faults}
    asked, lent, followed = whole["commandes"], whole["missions"], whole["suivis"]
    over = dt.datetime.combine(AS_OF + DAY, dt.time())
    dates = ("presente_le", "contrat_mad_le", "contrat_travail_le", "formation_le", "accueil_le")
    known = {row["id_mission"] for row in lent}
    first: dict[str, int] = {}
    for rank, row in enumerate(asked):
        first.setdefault(row["id_commande"], line(rank))

    def where(rows: Sequence[Row], wrong: Any) -> set[int]:
        return {line(rank) for rank, row in enumerate(rows) if wrong(row)}

    expected = {
        ("Z070", "commandes"): where(
            asked, lambda r: r["traitee_le"] is not None and r["traitee_le"] < r["recue_le"]
        ),
        ("Z071", "commandes"): where(asked, lambda r: r["debut"] and r["fin"] and r["fin"] < r["debut"]),
        ("Z071", "missions"): where(lent, lambda r: r["fin"] and r["fin"] < r["debut"]),
        ("Z072", "missions"): overlaps(lent),
        ("Z073", "missions"): where(lent, too_long),
        ("Z074", "commandes"): where(asked, lambda r: r["metier"] == "jongleur"),
        ("Z074", "missions"): where(lent, lambda r: r["metier"] == "jongleur"),
        ("Z075", "commandes"): where(asked, lambda r: r["structure"] == "autre"),
        ("Z075", "missions"): where(lent, lambda r: r["structure"] == "autre"),
        ("Z076", "commandes"): {line(n) for n, r in enumerate(asked) if first[r["id_commande"]] != line(n)},
        ("Z077", "commandes"): where(
            asked, lambda r: max(r["recue_le"], r["traitee_le"] or r["recue_le"]) >= over
        ),
        ("Z077", "missions"): where(
            lent,
            lambda r: (
                (r["dpae_le"] is not None and r["dpae_le"] >= over)
                or any(r.get(name) and r[name] > AS_OF for name in dates)
            ),
        ),
        ("Z077", "suivis"): where(followed, lambda r: r["fait_le"] is not None and r["fait_le"] > AS_OF),
        ("Z078", "suivis"): where(followed, lambda r: r["id_mission"] not in known),
    }
    assert {key: rows for key, rows in expected.items() if rows} == found


def too_long(row: Row) -> bool:
    """Whether a mission has more hours than its days have room for."""
    if (row.get("heures_jour_max") or 0) > 24:
        return True
    if row["heures"] is None or row["fin"] is None or row["fin"] < row["debut"]:
        return False
    return bool(row["heures"] > ((row["fin"] - row["debut"]).days + 1) * 24)


@given(tables())
@settings(max_examples=8)
def test_polars_reads_as_plain_python(given_: Tables) -> None:
    """Cases, cases at fault, rows at fault, and rules of rows: the same ones."""
    agree(given_, "polars")


@given(tables())
@settings(max_examples=5)
def test_duckdb_reads_as_plain_python(given_: Tables) -> None:
    """The same ones."""
    pytest.importorskip("duckdb")
    agree(given_, "duckdb")
