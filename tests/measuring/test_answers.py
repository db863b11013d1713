"""What a measurement says: standings, reasons, offers, rows, what is untold."""

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

from zest.errors import DuplicateCodeError
from zest.findings import Place, Severity
from zest.indicators.terms import Lifting
from zest.io.dossier import load
from zest.law import core_law
from zest.measurement import Measurement, PromiseMeasured, RowFaults, TableMeasured
from zest.measuring import picking
from zest.measuring.asking import Question, measures_at_hand, of_sectors, question
from zest.measuring.catalogue import by_slug, core_indicators, row_rules
from zest.measuring.facts import terms_of
from zest.measuring.small_cells import without_small_cells
from zest.model.commitment import Clock, Comparison, OpeningSlot, ServiceCommitment
from zest.notices import NOTICES
from zest.plugins.assembly import assemble_all
from zest.report import MeasureReport, Standing
from zest.testing.records import AS_OF, ask, measured, terms_for

TERMS = terms_for(AS_OF, {"ai": "AI", "etti": "ETTI"})
MONDAY = dt.datetime(2026, 3, 2, 9)
HOUR = dt.timedelta(hours=1)


def order(key: str, hours: float, **other: Any) -> dict[str, Any]:
    """Return an order answered after some hours."""
    return {
        "id_commande": key,
        "structure": "ai",
        "recue_le": MONDAY,
        "traitee_le": MONDAY + hours * HOUR,
        **other,
    }


def only(told: Measurement) -> PromiseMeasured:
    """Return the one promise."""
    [one] = told.promises
    return one


@pytest.mark.parametrize(
    "late,standing", [(0, Standing.KEPT), (1, Standing.KEPT), (2, Standing.AT_RISK), (3, Standing.BROKEN)]
)
def test_a_promise_stands_by_its_target(late: int, standing: Standing) -> None:
    """Kept at its target, at risk five points below, broken beyond; value, threshold and cases are told."""
    rows = [order(f"C{n}", 60 if n < late else 5) for n in range(20)]
    question_ = ask("hours-to-handle", TERMS, target=0.95)

    one = only(measured({"commandes": rows}, [question_], TERMS))

    assert (standing, 20 - late, 20) == (one.overall.standing, one.overall.kept, one.overall.cases)
    assert "au plus 48 heures" == one.threshold
    assert (late, 1.0) == (one.rows_in_all, one.share)


@pytest.mark.parametrize(
    "asked,answered,wrong",
    [
        # Brought from a zone to the clock of the place, 00:45 and 01:15 UTC are 02:45 and 02:15.
        ("2026-10-25 02:45", "2026-10-25 02:15", 0),
        ("2026-10-25 02:45", "2026-10-25 01:15", 1),
        ("2026-10-25 03:00", "2026-10-25 02:45", 1),
        ("2026-10-26 02:45", "2026-10-26 02:15", 1),
        ("2026-10-25 02:15", "2026-10-25 02:45", 0),
    ],
)
def test_an_hour_that_comes_twice_has_no_order(asked: str, answered: str, wrong: int) -> None:
    """An answer in the hour when summer time ends is not before its question, whatever the clock showed."""
    terms = terms_for(dt.date(2026, 11, 23), {"ai": "AI"})
    row = {
        **order("C", 0),
        "recue_le": dt.datetime.fromisoformat(asked),
        "traitee_le": dt.datetime.fromisoformat(answered),
    }

    told = measured({"commandes": [row]}, [ask("hours-to-handle", terms)], terms)

    assert wrong == sum(fault.rows_in_all for fault in told.faults if fault.code == "Z070")


@pytest.mark.parametrize(
    "declared,expected", [("2026-10-25 02:45", 0), ("2026-10-25 03:00", 1), ("2026-10-25 02:00", 0)]
)
def test_a_hire_declared_in_the_hour_that_comes_twice_is_not_late(declared: str, expected: int) -> None:
    """It may have been declared before: the row does not tell."""
    terms = terms_for(dt.date(2026, 11, 23), {"ai": "AI"})
    day = dt.date(2026, 10, 25)
    row = {
        "id_mission": "M", "structure": "ai", "client": "h", "salarie": "s", "debut": day, "fin": day,
        "debut_a": dt.datetime(2026, 10, 25, 2, 15), "dpae_le": dt.datetime.fromisoformat(declared), "contrat_mad_le": day,
        "contrat_travail_le": day,
    }  # fmt: skip

    told = only(measured({"missions": [row]}, [ask("formalities-before-start", terms)], terms))

    assert expected == told.rows_in_all


@pytest.mark.parametrize("day", [dt.date.min, dt.date(2010, 1, 1), dt.date(9998, 6, 1), dt.date.max])
def test_tables_are_measured_on_any_day(day: dt.date) -> None:
    """The ends of the calendar included: a day after the last is the last."""
    terms = terms_for(day, {"ai": "AI"})
    opening = (OpeningSlot("lun-ven 09:00-12:00"),)
    business = ask("hours-to-handle", terms, threshold=48, clock=Clock.BUSINESS_HOURS, opening=opening)
    lent: dict[str, Any] = {
        "id_mission": "M", "structure": "ai", "client": "h", "salarie": "s", "debut": day, "fin": day, "heures": 7.0,
        "debut_a": dt.datetime.combine(day, dt.time(8)), "dpae_le": dt.datetime.combine(day, dt.time(7)),
        "presente_le": day, "contrat_mad_le": day, "contrat_travail_le": day, "departement": "67",
    }  # fmt: skip
    asked = {**order("C", 0), "recue_le": dt.datetime.combine(day, dt.time(9)), "traitee_le": None}
    questions = [*measures_at_hand(by_slug(), terms), ask("hours-to-handle", terms), business]

    told = measured({"missions": [lent], "commandes": [asked]}, questions, terms)

    assert day == told.as_of
    assert not [fault for fault in told.faults if fault.code == "Z077" and fault.rows_in_all]


def test_a_worker_is_presented_before_the_first_lending_alone() -> None:
    """Trap 12: of two lendings to one client, a naive checker asks for a presentation before each."""
    lent: dict[str, Any] = {
        "structure": "ai",
        "client": "hotel",
        "type_client": "entreprise",
        "salarie": "s-001",
        "offre": "chr",
    }
    rows = [
        {**lent, "id_mission": "M1", "debut": dt.date(2026, 3, 2), "presente_le": dt.date(2026, 2, 27)},
        {**lent, "id_mission": "M2", "debut": dt.date(2026, 4, 6), "presente_le": None},
    ]
    naive = [row["id_mission"] for row in rows if row["presente_le"] is None]

    one = only(measured({"missions": rows}, [ask("presented-before-first", TERMS)], TERMS))

    assert ["M2"] == naive
    assert (1, 1, 0) == (one.overall.kept, one.overall.cases, one.rows_in_all)


def test_counts_are_by_structure_and_quarter() -> None:
    """Each with its own standing; the whole is their sum."""
    rows = [
        order("C1", 5), order("C2", 60),
        order("C3", 5, structure="etti"),
        {**order("C4", 5), "recue_le": MONDAY.replace(month=4), "traitee_le": MONDAY.replace(month=4)},
    ]  # fmt: skip

    one = only(measured({"commandes": rows}, [ask("hours-to-handle", TERMS)], TERMS))

    assert [("ai", "2026-T1", 1, 2), ("ai", "2026-T2", 1, 1), ("etti", "2026-T1", 1, 1)] == [
        (m.structure, m.quarter, m.kept, m.cases) for m in one.measures
    ]
    assert (3, 4) == (one.overall.kept, one.overall.cases)


def test_rows_at_fault_tell_file_row_and_what_they_show() -> None:
    """The first ones, in the order of the files."""
    rows = [order("C1", 5), order("C2", 60), order("C3", 72), {**order("C4", 0), "traitee_le": None}]

    one = only(measured({"commandes": rows}, [ask("hours-to-handle", TERMS)], TERMS, rows=2))

    assert [("commandes.csv", 3, "C2", "ai", "2026-T1"), ("commandes.csv", 4, "C3", "ai", "2026-T1")] == [
        (r.file, r.row, r.key, r.structure, r.quarter) for r in one.rows
    ]
    assert "demande du 02/03/2026 à 09:00, réponse du 04/03/2026 à 21:00 : 60 h 00" == one.rows[0].words
    assert 3 == one.rows_in_all


def test_a_row_at_fault_names_nobody() -> None:
    """Whatever was written in the place of the references of an employee and of a client."""
    lent = {
        "structure": "ai",
        "type_client": "entreprise",
        "offre": "chr",
        "presente_le": dt.date(2026, 3, 9),
    }
    rows: list[dict[str, Any]] = [
        {**lent, "id_mission": f"M{n}", "debut": dt.date(2026, 3, 2), "salarie": who, "client": whose}
        for n, (who, whose) in enumerate([("Camille Exemple", "hotel"), ("s-1", "Mme Exemple 0612345678")])
    ]

    one = only(measured({"missions": rows}, [ask("presented-before-first", TERMS)], TERMS))

    assert ["une personne chez hotel", "s-1 chez un particulier"] == [
        r.words.partition(" dès le ")[0] for r in one.rows
    ]


def test_no_row_is_shown_when_none_is_asked_for() -> None:
    """They are counted all the same."""
    told = measured(
        {"commandes": [order("C1", 60), order("C1", 60)]}, [ask("hours-to-handle", TERMS)], TERMS, rows=0
    )

    assert ((), 2) == (only(told).rows, only(told).rows_in_all)
    assert [("Z076", (), 1)] == [(f.code, f.rows, f.rows_in_all) for f in told.faults]


def test_many_rows_at_fault_are_looked_at_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only the first ones are kept then, and they are the same."""
    rows = [order(f"C{n}", 60) for n in range(9)]
    few = measured({"commandes": rows}, [ask("hours-to-handle", TERMS)], TERMS, rows=4)
    monkeypatch.setattr(picking, "MANY", 5)

    assert few == measured({"commandes": rows}, [ask("hours-to-handle", TERMS)], TERMS, rows=4)
    assert 4 == len(only(few).rows)


@pytest.mark.parametrize(
    "spans,met",
    [
        ([("1950-03-01", "1950-03-09"), ("1950-03-05", "1950-03-06")], ["M1"]),
        ([("2100-03-01", "2100-03-09"), ("2100-03-05", "2100-03-06")], ["M1"]),
        ([("0001-01-01", "9999-12-31"), ("2026-03-05", "2026-03-06")], ["M1"]),
        ([("1950-03-01", "1950-03-02"), ("1950-03-03", "1950-03-04")], []),
        ([("2100-03-01", "2100-03-02"), ("2100-03-03", "2100-03-04")], []),
    ],
)
def test_missions_meet_in_any_year(engine: str, spans: list[tuple[str, str]], met: list[str]) -> None:
    """Days that the search does not tell apart are told apart afterwards."""
    who = {"structure": "ai", "client": "h", "salarie": "s"}
    days = [tuple(map(dt.date.fromisoformat, span)) for span in spans]
    rows = [{"id_mission": f"M{n}", **who, "debut": d, "fin": f} for n, (d, f) in enumerate(days)]
    told = measured({"missions": rows}, [], TERMS, engine)

    assert met == [row.key for fault in told.faults if fault.code == "Z072" for row in fault.rows]


@pytest.mark.parametrize("late,kept", [(3, 1), (4, 0)])
def test_a_follow_up_may_have_so_many_days(late: int, kept: int) -> None:
    """Three, here, after the day it was planned for."""
    planned = dt.date(2026, 3, 2)
    row = {
        "id_suivi": "S1",
        "id_mission": "M1",
        "prevu_le": planned,
        "fait_le": planned + dt.timedelta(days=late),
    }
    mission = {"id_mission": "M1", "structure": "ai", "client": "h", "salarie": "s", "debut": planned}
    question = ask("follow-up-done", TERMS, threshold=3, unit="jours")
    told = measured({"suivis": [row], "missions": [mission]}, [question], TERMS)

    assert (kept, 1) == (only(told).overall.kept, only(told).overall.cases)


def test_what_rows_do_not_tell_is_counted_apart() -> None:
    """An incident that nobody wrote down is neither there nor not there."""
    day = MONDAY.date()
    mission = {"structure": "ai", "client": "h", "salarie": "s", "debut": day}
    rows = [
        {**mission, "id_mission": f"M{n}", "incidents": told} for n, told in enumerate((0, None, None, 1))
    ]

    one = only(measured({"missions": rows}, [ask("incident-free", TERMS)], TERMS))

    assert (1, 2, 2, 0.5) == (one.overall.kept, one.overall.cases, one.untold, one.share)


def test_a_column_that_is_empty_throughout_measures_nothing() -> None:
    """Nobody is said to keep, nor to break, what the table does not tell."""
    rows = [{**order("C1", 5), "traitee_le": None}]

    one = only(measured({"commandes": rows}, [ask("hours-to-handle", TERMS)], TERMS))

    assert (Standing.NOT_MEASURED, 0) == (one.overall.standing, one.overall.cases)
    assert "La colonne « traitee_le » n'est remplie à aucune ligne du tableau « commandes »." == one.reason
    assert one.share is None


def test_a_promise_without_a_case_is_not_measured() -> None:
    """No order was for the very same day."""
    rows = [order("C1", 5, debut=MONDAY.date() + dt.timedelta(days=9))]

    one = only(measured({"commandes": rows}, [ask("hours-to-handle-same-day", TERMS)], TERMS))

    assert "Aucune ligne des tableaux n'est un cas de cette promesse." == one.reason


def test_a_missing_table_is_named() -> None:
    """Its own, or another that it needs."""
    asked = [ask("incident-free", TERMS), ask("follow-up-done", TERMS)]
    suivi = {"id_suivi": "V1", "id_mission": "M1", "prevu_le": MONDAY.date()}

    told = measured({"suivis": [suivi]}, asked, TERMS)

    assert ["Le tableau « missions » n'est pas donné."] * 2 == [one.reason for one in told.promises]
    assert () == told.faults


OFFERS = attrs.evolve(TERMS, offers=("a", "b"))


def of_offers(slug: str) -> list[Question]:
    """Return the question of a measure for each of two offers."""
    return [attrs.evolve(ask(slug, OFFERS), offer=offer) for offer in OFFERS.offers]


def told_of(told: Measurement) -> list[tuple[int, int, list[str]]]:
    """Return cases kept, cases, and rows at fault of each promise."""
    return [(p.overall.kept, p.overall.cases, [r.key for r in p.rows]) for p in told.promises]


def test_offers_are_measured_apart() -> None:
    """A row that names no offer is of the only one; of several, it tells not enough."""
    rows = [order("C1", 5, offre="a"), order("C2", 60, offre="b"), order("C3", 60)]
    asked = of_offers("hours-to-handle")
    alone = attrs.evolve(TERMS, offers=("a",))

    two = measured({"commandes": rows}, asked, OFFERS)
    one = measured({"commandes": rows}, asked[:1], alone)
    nobody = measured({"commandes": rows[2:]}, asked[:1], OFFERS)

    assert [(1, 1, []), (0, 1, ["C2"])] == told_of(two)
    assert [(1, 0.5), (1, 0.5)] == [(p.untold, p.share) for p in two.promises]
    assert [(1, 2, ["C3"])] == told_of(one)
    assert [("Z080", 1)] == [(fault.code, fault.rows_in_all) for fault in one.faults]
    assert "remplissez la colonne « offre »" in only(nobody).reason


def test_a_first_lending_is_of_the_offer_of_its_day(engine: str) -> None:
    """Whatever the offers of the later ones are called; a tie is of one of them, and shown there."""
    day = MONDAY.date()
    first = {"id_mission": "M1", "structure": "ai", "salarie": "s", "client": "h", "offre": "b", "debut": day}
    rows = [
        {**first, "presente_le": day + dt.timedelta(days=1)},
        {**first, "id_mission": "M2", "offre": "a", "debut": day + dt.timedelta(days=9)},
        {**first, "id_mission": "M3", "salarie": "t"},
        {**first, "id_mission": "M4", "salarie": "t", "offre": "a"},
    ]

    told = measured({"missions": rows}, of_offers("presented-before-first"), OFFERS, engine)

    assert [(0, 1, ["M4"]), (0, 1, ["M1"])] == told_of(told)


def test_a_client_has_one_contact_in_each_offer(engine: str) -> None:
    """Another offer's contact is not held against it."""
    rows = [
        order("C1", 5, offre="a", client="h", interlocuteur="r1"),
        order("C2", 5, offre="b", client="h", interlocuteur="r2"),
        order("C3", 5, offre="b", client="h", interlocuteur="r3"),
        order("C4", 5, offre="a", client="h", interlocuteur="r1"),
    ]

    told = measured({"commandes": rows}, of_offers("contact-named"), OFFERS, engine)

    assert [(1, 1, []), (0, 1, ["C3"])] == told_of(told)


def test_an_answer_after_the_day_of_the_measure_is_not_known_yet() -> None:
    """As of that day nobody had answered: the order is late, or not due."""
    rows = [order("C1", 24 * 60), order("C2", 24 * 60, recue_le=MONDAY + dt.timedelta(days=9))]
    day = MONDAY.date() + dt.timedelta(days=10)

    one = only(measured({"commandes": rows}, [ask("hours-to-handle", terms_for(day))], terms_for(day)))

    assert (0, 1, ["C1"]) == (one.overall.kept, one.overall.cases, [row.key for row in one.rows])


def test_contacts_of_two_offers_are_shown_apart() -> None:
    """So are rows that are not judged alone."""
    rows = [
        order("C1", 5, offre="a", client="h", interlocuteur="r1"),
        order("C2", 5, offre="a", client="h", interlocuteur="r2"),
        order("C3", 5, offre="b", client="m", interlocuteur="r1"),
    ]
    told = measured({"commandes": rows}, of_offers("contact-named"), OFFERS)

    assert [["C2"], []] == [[r.key for r in p.rows] for p in told.promises]


REASONS = [
    ({"indicator": None}, "ne dit pas ce qui est mesuré"),
    ({"indicator": "carte-btp-active"}, "aucun tableau ne porte ce fait"),
    ({"indicator": "incident-fre"}, "vouliez-vous dire « incident-free »"),
    ({"indicator": "tariff-gap", "comparison": Comparison.AT_MOST}, "Aucun seuil n'est dit"),
    ({"indicator": "tariff-gap", "threshold": 5, "comparison": Comparison.AT_LEAST}, "« at-most »"),
    (
        {"indicator": "tariff-gap", "threshold": 2, "unit": "euros", "comparison": Comparison.AT_MOST},
        "le seuil est dit en « euros » : donnez-le en « % »",
    ),
    (
        {"indicator": "hours-to-handle", "threshold": 2, "unit": "jours"},
        "compte en heures, et le seuil est dit",
    ),
    ({"indicator": "incident-free", "threshold": 2, "unit": "incidents"}, "ne se compare à aucun seuil"),
    ({"indicator": "hours-to-handle", "threshold": 1, "unit": "heure"}, "d'horloge ou ouvrées"),
    ({"indicator": "hours-to-handle", "threshold": 48}, "d'horloge ou ouvrées"),
    ({"indicator": "hours-to-handle", "threshold": 48, "clock": Clock.BUSINESS_HOURS}, "heures d'ouverture"),
]


@pytest.mark.parametrize("promised,words", REASONS, ids=[words for _, words in REASONS])
def test_what_cannot_be_measured_says_why(promised: dict[str, Any], words: str) -> None:
    """Before any row is looked at; opening hours are never guessed."""
    promise = attrs.evolve(ServiceCommitment(key="x"), **promised)

    assert words in question(promise, by_slug(), TERMS).reason


def test_the_cap_needs_kinds_and_a_figure_in_force() -> None:
    """Tables tell no kind; the law of 2010 was not found."""
    nobody, long_ago = terms_for(AS_OF), terms_for(dt.date(2010, 1, 1), {"ai": "AI"})

    assert "« --dossier »" in ask("hours-in-window", nobody).reason
    assert "« ai.hours-cap »" in ask("hours-in-window", long_ago).reason
    assert not ask("hours-in-window", TERMS).reason


def test_the_derogations_of_a_dossier_are_told_to_the_measures() -> None:
    """Those that hold, for clients of their département and for those whose département nobody told."""
    dossier = load(Path(__file__).parents[2] / "examples" / "histoire-ai")
    told = terms_of(AS_OF, core_law(), by_slug().values(), dossier).liftings
    part = attrs.evolve(dossier.structures[0].derogations[0], department=None)
    structures = (attrs.evolve(dossier.structures[0], derogations=(part,)), *dossier.structures[1:])
    without = terms_of(AS_OF, core_law(), by_slug().values(), attrs.evolve(dossier, structures=structures))

    assert [(dossier.structures[0].key, place) for place in ("61", None)] == [
        (one.structure, one.department) for one in told
    ]
    assert () == without.liftings


def test_a_figure_that_is_a_text_is_not_told_to_the_measures() -> None:
    """They compare with numbers; the law may also hold words."""
    law = core_law()
    known = [one for one in by_slug().values() if one.figures]
    key = known[0].figures[0]
    figure = law.figure(key)
    words = attrs.evolve(figure, values=tuple(attrs.evolve(one, value="douze") for one in figure.values))
    worded = attrs.evolve(law, figures={**law.figures, key: words})

    assert key in {figure.key for figure in terms_of(AS_OF, law, known).figures}
    assert key not in {figure.key for figure in terms_of(AS_OF, worded, known).figures}


def test_a_derogation_lifts_the_cap() -> None:
    """Over all the days of a mission, in its département; its hours do not count."""
    day = dt.date(2026, 3, 2)
    mission = {
        "structure": "ai",
        "client": "h",
        "type_client": "entreprise",
        "salarie": "s",
        "departement": "14",
    }
    rows = [
        {**mission, "id_mission": f"M{n}", "debut": day + dt.timedelta(days=7 * n), "fin": day + dt.timedelta(days=7 * n + 4), "heures": 250.0}
        for n in range(3)
    ]  # fmt: skip
    lifting = Lifting(structure="ai", department="14", start=day, end=day + dt.timedelta(days=5))

    without = measured({"missions": rows}, [ask("hours-in-window", TERMS)], TERMS)
    lifted = attrs.evolve(TERMS, liftings=(lifting,))
    told = measured({"missions": rows}, [ask("hours-in-window", lifted)], lifted)

    assert ["M1", "M2"] == [row.key for row in only(without).rows]
    assert "s, 500 h en entreprise cette mission comprise" == only(without).rows[0].words
    assert (["M2"], 2) == ([row.key for row in only(told).rows], only(told).overall.cases)


def test_all_rows_at_fault_are_written(tmp_path: Path) -> None:
    """Of every promise and rule, to one file, whole."""
    import polars as pl

    rows = [order(f"C{n}", 60) for n in range(30)] + [order("C0", 5)]
    for name in ("rows.csv", "rows.parquet"):
        measured(
            {"commandes": rows}, [ask("hours-to-handle", TERMS)], TERMS, rows=1, rows_out=tmp_path / name
        )

    read = pl.read_parquet(tmp_path / "rows.parquet")
    assert ["rows.csv", "rows.parquet"] == sorted(file.name for file in tmp_path.iterdir())
    assert {"hours-to-handle": 30, "Z076": 1} == dict(read["mesure"].value_counts().iter_rows())
    assert (
        "hours-to-handle",
        "hours-to-handle",
        "",
        "commandes",
        "commandes.csv",
        2,
        "C0",
        "ai",
        "2026-T1",
    ) == read.row(0)
    assert 31 == len((tmp_path / "rows.csv").read_text("utf-8").splitlines()) - 1


def test_too_many_rows_for_an_order_are_written_one_promise_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same rows; those of each are in the order of the file."""
    import polars as pl

    rows = [order("C", -5), *(order(f"C{n}", 60) for n in range(30))]
    asked = [ask("hours-to-handle", TERMS)]
    for name, most in (("sorted.parquet", 31), ("as-they-come.parquet", 30)):
        monkeypatch.setattr("zest.engines.polars_engine.ORDERED", most)
        measured({"commandes": rows}, asked, TERMS, rows_out=tmp_path / name)
    ordered, told = (pl.read_parquet(tmp_path / name) for name in ("sorted.parquet", "as-they-come.parquet"))

    assert ordered["ligne"].is_sorted()
    assert not told["ligne"].is_sorted()
    assert ordered.equals(told.sort("fichier", "ligne", "mesure", "engagement", "offre"))
    assert 2 == told["mesure"].rle_id().n_unique()
    assert all(part["ligne"].is_sorted() for part in told.partition_by("mesure"))


def test_of_no_fault_the_header_is_written(tmp_path: Path) -> None:
    """So that who opens the file sees that it was written."""
    measured(
        {"commandes": [order("C1", 5)]},
        [ask("hours-to-handle", TERMS)],
        TERMS,
        rows_out=tmp_path / "rows.csv",
    )

    [header] = (tmp_path / "rows.csv").read_text("utf-8").splitlines()
    assert "mesure;engagement;offre;tableau;fichier;ligne;reference;structure;trimestre" == header


def test_rows_say_which_promise_of_which_offer_they_break(tmp_path: Path, engine: str) -> None:
    """What a spreadsheet would run is text; what was not measured is no fault."""
    rows = [order("=1+1", 60, offre="a"), order("C2", 60, offre="b"), order("C3", 5, offre="a")]
    strict = [
        attrs.evolve(one, commitment=attrs.evolve(one.commitment, key="vite"))
        for one in of_offers("hours-to-handle")
    ]

    asked = [*strict, ask("contact-named", OFFERS)]
    measured({"commandes": rows}, asked, OFFERS, engine, rows_out=tmp_path / "rows.csv")

    _, *lines = (tmp_path / "rows.csv").read_text("utf-8").splitlines()
    assert [
        "hours-to-handle;vite;a;commandes;commandes.csv;2;'=1+1;ai;2026-T1",
        "hours-to-handle;vite;b;commandes;commandes.csv;3;C2;ai;2026-T1",
    ] == lines


def test_of_no_promise_the_header_is_written(tmp_path: Path, engine: str) -> None:
    """No table that is measured was given."""
    measured({"sorties": []}, [], TERMS, engine, rows_out=tmp_path / "rows.csv")

    assert 1 == len((tmp_path / "rows.csv").read_text("utf-8").splitlines())


def test_a_measure_may_look_at_all_rows_for_its_own() -> None:
    """Without a mark of those that may be at fault, it is given the whole table."""
    import narwhals as nw

    own = attrs.evolve(
        by_slug(())["hours-to-handle"],
        slug="late",
        widen=None,
        passed=lambda _: nw.lit(value=True),
        failing=lambda _, __, rows: rows.filter(nw.col("id_commande") == "C2"),
        asks=(),
    )
    told = measured({"commandes": [order("C1", 5), order("C2", 5)]}, [ask("late", TERMS, [own])], TERMS)

    assert ["C2"] == [row.key for row in only(told).rows]
    assert (1, 2) == (only(told).overall.kept, only(told).overall.cases)


def test_rows_that_cannot_be_written_leave_nothing(tmp_path: Path) -> None:
    """Neither half a file nor a hidden one."""
    (tmp_path / "rows.csv").mkdir()

    with pytest.raises(OSError, match="rows.csv"):
        measured(
            {"commandes": [order("C1", 60)]},
            [ask("hours-to-handle", TERMS)],
            TERMS,
            rows_out=tmp_path / "rows.csv",
        )

    assert ["rows.csv"] == [file.name for file in tmp_path.iterdir()]


def test_small_counts_are_not_published() -> None:
    """A cell under the threshold loses its numbers, and one more with it; no row is named."""
    cells = tuple(
        MeasureReport(structure=s, quarter="2026-T1", standing=Standing.BROKEN, kept=1, cases=n)
        for s, n in (("a", 3), ("b", 12), ("c", 8), ("d", 20))
    )
    whole = MeasureReport(standing=Standing.BROKEN, kept=4, cases=43)
    promise = PromiseMeasured(commitment="x", overall=whole, measures=cells, rows_in_all=39)
    cell, file = (
        NOTICES["Z053"].finding("x", identity=(), place=Place(file="m.csv", line=n)) for n in (13, 0)
    )
    table = TableMeasured(name="missions", findings=(cell, file))
    told = Measurement(as_of=AS_OF, engine="polars", promises=(promise,), tables=(table,))

    shown = only(without_small_cells(told, 5))
    assert (file,) == without_small_cells(told, 5).tables[0].findings

    assert [0, 12, 0, 20] == [one.cases for one in shown.measures]
    assert 43 == shown.overall.cases
    assert [Standing.NOT_MEASURED, Standing.BROKEN] * 2 == [one.standing for one in shown.measures]
    assert [3, 12, 8, 20] == [one.cases for one in only(without_small_cells(told, 1)).measures]


def test_two_small_counts_hide_each_other() -> None:
    """Nothing else is hidden where their sum may be known; a whole that is small is hidden too."""
    cells = tuple(
        MeasureReport(structure=s, quarter="2026-T1", kept=1, cases=n)
        for s, n in (("a", 3), ("b", 2), ("c", 9))
    )
    one = PromiseMeasured(commitment="x", overall=MeasureReport(kept=3, cases=14), measures=cells)
    tiny = PromiseMeasured(
        commitment="y", overall=MeasureReport(kept=1, cases=3), measures=cells[:2], rows_in_all=2
    )
    faults = (RowFaults(code="Z071", table="missions", severity=Severity.ERROR, rows_in_all=1),)
    told = without_small_cells(
        Measurement(as_of=AS_OF, engine="polars", promises=(one, tiny), faults=faults), 5
    )

    assert [0, 0, 9] == [cell.cases for cell in told.promises[0].measures]
    assert (0, (), 0) == (
        told.promises[1].overall.cases,
        told.promises[1].measures,
        told.promises[1].rows_in_all,
    )
    assert 1 == told.faults[0].rows_in_all


EXITS = [
    ((Standing.KEPT,), (), 0), ((Standing.KEPT, Standing.AT_RISK), (), 0), ((Standing.KEPT, Standing.BROKEN), (), 1),
    ((Standing.KEPT, Standing.NOT_MEASURED), (), 3), ((), (), 3),
    ((Standing.KEPT,), (Severity.WARNING,), 0), ((Standing.KEPT,), (Severity.ERROR,), 1),
]  # fmt: skip


@pytest.mark.parametrize("standings,severities,code", EXITS)
def test_the_exit_code_never_lies(
    standings: tuple[Standing, ...], severities: tuple[Severity, ...], code: int
) -> None:
    """1 for what is broken or wrong, 3 for what is not measured, 0 otherwise."""
    told = Measurement(
        as_of=AS_OF, engine="polars",
        promises=tuple(PromiseMeasured(commitment="x", overall=MeasureReport(standing=s)) for s in standings),
        faults=tuple(RowFaults(code="Z072", table="missions", severity=s) for s in severities),
    )  # fmt: skip

    assert code == told.exit_code()


def test_a_table_that_was_misread_fails() -> None:
    """What reading found counts too."""
    found = NOTICES["Z053"].finding("Une date n'existe pas.")
    table = TableMeasured(name="missions", rows=9, aside=1, findings=(found,))
    kept = PromiseMeasured(commitment="x", overall=MeasureReport(standing=Standing.KEPT))

    assert 1 == Measurement(as_of=AS_OF, engine="polars", tables=(table,), promises=(kept,)).exit_code()
    assert 0.9 == table.share
    assert TableMeasured(name="missions").share is None


def test_every_measure_says_what_it_counts() -> None:
    """French sentences, a source, a table; slugs and codes are unique."""
    slugs = [one.slug for one in core_indicators()]

    assert sorted(set(slugs)) == slugs
    for one in core_indicators():
        assert one.sentence.endswith(".")
        assert one.source.reference
        assert one.unit
        assert not one.label.endswith(".")
    assert {*(f"Z07{n}" for n in range(9)), "Z080"} == {r.code for r in row_rules()}
    assert all(rule.code in NOTICES for rule in row_rules())


def test_two_measures_of_one_slug_are_refused() -> None:
    """Nobody would know which one is meant."""
    with pytest.raises(DuplicateCodeError, match="incident-free"):
        by_slug([by_slug()["incident-free"]])


def test_measures_at_hand_need_no_bound() -> None:
    """Those that do are asked by a promise."""
    asked = {one.commitment.key for one in measures_at_hand(by_slug(), TERMS)}

    assert {one.slug for one in core_indicators()} - {
        "hours-to-handle",
        "hours-to-handle-same-day",
        "tariff-gap",
    } == asked


def test_promises_that_sectors_make_alike_are_measured_once() -> None:
    """« 48 h » is the same in each trade."""
    made = assemble_all()
    asked = of_sectors(made.catalogue.sectors.values(), by_slug(), TERMS)

    assert len({one.commitment.key for one in asked}) == len(asked)
    assert all(one.indicator for one in asked)
