"""The account of a collective: what the examples tell, what is not shown."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

pytest.importorskip("zest_hotellerie_restauration")

from zest.achievements.account import Account, account, departments_of
from zest.achievements.leaving import exits
from zest.achievements.lending import lent
from zest.achievements.secrecy import Cell
from zest.checking import check
from zest.findings import Severity
from zest.io.dossier import load
from zest.law import core_law
from zest.model.activity import Mission
from zest.model.dossier import Collective, Dossier
from zest.model.identifiers import DepartmentCode
from zest.model.journey import Attendance, Audience, Training
from zest.model.outcome import ActivityResult, NextJob, Outcome
from zest.model.structure import Structure, StructureKind
from zest.plugins.assembly import assemble
from zest.testing.samples import core_assembly, core_sample, dossier_of

ROOT = Path(__file__).parents[2]
LAW = core_law().on(dt.date(2026, 11, 23))
Told = Callable[[str, str], Account]


@pytest.fixture(scope="module")
def told() -> Told:
    """Return what makes the account of an example."""

    def of(name: str, day: str) -> Account:
        dossier = load(ROOT / "examples" / name)
        assembly, on = assemble(dossier.sectors), dt.date.fromisoformat(day)
        return account(dossier, check(dossier, as_of=on, assembly=assembly), assembly.catalogue, on)

    return of


def test_the_slides_of_basse_normandie_come_out_as_printed(told: Told) -> None:
    """17 997 hours; 15 durable, 3 transition, 1 positive; no rate; three groups of twenty."""
    made = told("basse-normandie", "2014-11-30")
    [one] = made.exits
    [hours] = made.declared
    [training] = made.trainings

    assert 17_997 == hours.hours
    assert "ne dit ni diviseur" in hours.no_full_time
    assert (15, 3, 1, None) == (
        one.counts.durable,
        one.counts.transition,
        one.counts.positive,
        one.counts.exits,
    )
    assert 19 == one.counts.dynamic
    assert "Pas de taux : le dossier ne dit pas combien de personnes sont sorties en tout." == one.no_rate
    assert ((), 60, 3) == (one.hidden, training.people, training.groups)


def test_a_sound_collective(told: Told) -> None:
    """Rates with their denominator, a charter, départements, no fault."""
    made = told("caen-exemplaire", "2026-11-23")
    total, rows = made.exits

    assert (4, 4) == made.kept
    assert ("14", "50", "61") == made.departments
    assert "#8e2a1a" == (made.charter.primary if made.charter else "")
    assert {0} == set(made.faults.values())
    assert (44, "", 31) == (total.counts.exits, total.no_rate, total.counts.dynamic)
    assert ("durable", "transition") == rows.hidden
    assert "moins de 5 personnes" in rows.no_rate
    assert "n'ont pas le même diviseur" in made.declared[0].no_full_time
    assert ["2026-T2", "2026-T3"] == list(made.promises[0].quarters)
    assert made.lent[0].full_time is not None


def test_faults_are_counted_by_severity(told: Told) -> None:
    """Small cells of a promise hide its sum; one that nobody measured is not kept."""
    made = told("fautif", "2026-04-20")
    promises = {one.commitment: one for one in made.promises}

    assert made.faults[Severity.ERROR] > 10
    assert (3, 5) == made.kept
    assert Cell(kept=28, cases=40) == promises["reponse-48h"].overall
    assert Cell(kept=None, cases=None) == promises["tarif-homogene"].overall
    assert {name: one.doubtful != "" for name, one in zip("abc", made.exits, strict=True)} == {
        "a": True,
        "b": False,
        "c": False,
    }


MEMBER = Structure(key="a", name="A", kind=StructureKind.AI, department=DepartmentCode("14"))


def one_of(*results: ActivityResult, outcomes: tuple[Outcome, ...] = ()) -> Dossier:
    """Make a collective of two."""
    return Dossier(structures=(MEMBER, attrs.evolve(MEMBER, key="b")), results=results, outcomes=outcomes)


@pytest.mark.parametrize(
    "result, words",
    [
        (ActivityResult(durable=1), "combien de personnes sont sorties en tout"),
        (ActivityResult(exits=0), "aucune sortie ne compte"),
        (ActivityResult(exits=9, durable=8), "une des trois classes n'est pas dite"),
        (ActivityResult(exits=9, durable=8, transition=8, positive=0), "plus petit que la somme"),
        (ActivityResult(exits=9, durable=6, transition=0, positive=0), ""),
        (
            ActivityResult(structure="a", exits=9, durable=1, transition=0, positive=8),
            "un taux les désignerait",
        ),
    ],
)
def test_why_there_is_no_rate(result: ActivityResult, words: str) -> None:
    """Each reason has its sentence; with none, the rate is given."""
    [one] = exits(one_of(result), LAW)

    assert words in one.no_rate
    assert bool(words) == bool(one.no_rate)


def test_a_class_of_one_structure_is_hidden_with_another(told: Told) -> None:
    """And with the total, which would give it back."""
    del told
    small = ActivityResult(structure="a", exits=20, durable=1, transition=9, positive=10)
    large = ActivityResult(structure="a", exits=20, durable=9, transition=6, positive=5)
    first, second = exits(one_of(small, large), LAW)
    unknown = ActivityResult(structure="z", exits=20, durable=1, transition=9, positive=10)

    assert ("A", ("durable", "transition"), None, 10) == (first.title, first.hidden, first.counts.exits, first.counts.positive)  # fmt: skip
    assert ((), 20, "") == (second.hidden, second.counts.exits, second.no_rate)
    assert "z" == exits(one_of(unknown), LAW)[0].title


def test_rows_that_do_not_tell_enough_give_no_rate() -> None:
    """One or several."""
    row = Outcome(employee="s", structure="a")
    [one] = exits(one_of(outcomes=(row,)), LAW)
    [two] = exits(one_of(outcomes=(row, row)), LAW)

    assert "une ligne ne dit pas" in one.no_rate
    assert "2 lignes ne disent pas" in two.no_rate
    assert () == exits(one_of(ActivityResult(hours=5)), LAW)


def test_rows_of_many_are_counted() -> None:
    """From the threshold on, with their rate."""
    row = Outcome(employee="s", structure="a", left_on=dt.date(2026, 5, 1), hours=200, next_job=NextJob.CDI)
    [one] = exits(one_of(outcomes=(row,) * 6), LAW)

    assert (6, 6, "", ()) == (one.counts.durable, one.counts.exits, one.no_rate, one.hidden)


def test_hours_of_missions_are_put_together_by_sector_and_structure() -> None:
    """A mission without hours is counted as such; a structure that nobody knows keeps its key."""
    missions = (
        Mission(key="1", structure="a", hours=100, start=dt.date(2026, 2, 1), end=dt.date(2026, 2, 5)),
        Mission(key="2", structure="a", start=dt.date(2026, 3, 1)),
        Mission(key="3", structure="z", hours=7),
    )
    first, second = lent(Dossier(structures=(MEMBER,), missions=missions), core_law(), {})

    assert ("A", 100, 2, 1, "tous secteurs") == (
        first.name,
        first.hours,
        first.missions,
        first.untold,
        first.label,
    )
    assert ("z", 7, None) == (second.name, second.hours, second.full_time)


def test_on_a_day_without_the_figures_of_exits_none_is_counted(told: Told) -> None:
    """The account stands, and says which figure was not there yet."""
    made = told("caen-exemplaire", "2013-12-31")
    rows = made.exits[-1]

    assert (None, 2) == (rows.counts.exits, rows.counts.undecided)
    assert rows.no_rate.startswith("Pas de taux : « ")
    assert rows.no_rate.endswith("n'avait pas de valeur le 31/12/2013.")
    assert not told("caen-exemplaire", "2014-01-01").exits[-1].no_rate.endswith("01/01/2014.")


def test_an_account_of_little() -> None:
    """Nothing told, nothing invented."""
    sample = dossier_of(core_sample())
    assembly, day = core_assembly(), dt.date(2026, 4, 20)
    bare = Dossier(
        structures=(attrs.evolve(MEMBER, department=None), MEMBER),
        trainings=(
            Training(title="T", audience=Audience.EMPLOYEES, people=3),
            Training(title="U", audience=Audience.PERMANENT_STAFF, attendances=(Attendance(structure="a", people=2), Attendance(structure="b", people=0))),
        ),
    )  # fmt: skip
    made = account(bare, check(bare, as_of=day, assembly=assembly), assembly.catalogue, day)
    whole = account(sample, check(sample, as_of=day, assembly=assembly), assembly.catalogue, day)
    few, seen = made.trainings

    assert ("", ("14",), None, {}, (0, 0)) == (made.territory, made.departments, made.charter, dict(made.sectors), made.kept)  # fmt: skip
    assert (True, None, None) == (few.few, few.people, few.structures)
    assert (False, 2, 1) == (seen.few, seen.people, seen.structures)
    assert whole.charter is not None
    assert () == departments_of(Dossier(collective=Collective(name="C")))
