"""The three collectives of the 2014 slides get the verdict that their facts deserve, and no better."""

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest

from zest.findings import Ground, Verdict
from zest.model.dossier import Dossier
from zest.report import Report, Standing, exit_code

Judge = Callable[[str, str], Report]
Load = Callable[[str], Dossier]

DAYS = {"basse-normandie": "2014-11-30", "bretagne-btp": "2014-12-31", "midi-pyrenees": "2014-06-16"}
UNTOLD_OF_EACH = ("Z102", "Z103", "Z108", "Z108", "Z111")
"""Training, convention, information of the board and of the teams, membership: no slide tells them."""

PRESENTATION = "La structure s'engage à présenter au donneur d'ordre le salarié retenu avant la première mise à disposition"
FORMALITIES = (
    "La structure s'engage à assurer l'ensemble des formalités administratives nécessaires"
    " à la mise en place de la mission"
)


def subjects(report: Report, *, unknown: bool) -> Counter[tuple[str, str]]:
    """Return code and subject of what is not told, or of what is wrong."""
    return Counter((f.code, f.subject[-1]) for f in report.findings if f.unknown is unknown)


def of_each(report: Report, *codes: str) -> Counter[tuple[str, str]]:
    """Return these codes for each structure."""
    return Counter((code, structure.name) for structure in report.structures for code in codes)


@pytest.mark.parametrize("name", DAYS)
def test_what_the_slides_do_not_tell_is_not_checked(name: str, judge: Judge) -> None:
    """No ground that rests on facts is green, none is red, and the exit code says « not checked »."""
    report = judge(name, DAYS[name])

    assert {
        Ground.LAW: Verdict.NOT_CHECKED,
        Ground.BRAND: Verdict.NOT_CHECKED,
        Ground.COMMITMENTS: Verdict.NOT_CHECKED,
        Ground.AGREEMENT: Verdict.NOT_CHECKED,
        Ground.PRACTICE: Verdict.CONFORMING,
    } == {ground.ground: ground.verdict for ground in report.grounds}
    assert 3 == exit_code(report)


@pytest.mark.parametrize("name", DAYS)
def test_a_dossier_of_the_slides_reads_without_a_fault_and_names_nobody(name: str, load: Load) -> None:
    """The speakers and the client that the deck names are left out: no consent is on record."""
    dossier = load(name)

    assert () == dossier.faults
    assert all(not quote.name for record in dossier.experiences for quote in record.quotes)


def test_basse_normandie_is_asked_for_all_that_its_slides_leave_out(judge: Judge) -> None:
    """Its commitments « to be made precise in 2015 » are the only thing known not to be done."""
    report = judge("basse-normandie", DAYS["basse-normandie"])
    name = report.name

    assert Counter({("Z112", name): 1}) == subjects(report, unknown=False)
    assert (
        of_each(report, *UNTOLD_OF_EACH, "Z201")
        + Counter({("Z061", "chrd"): 1, ("Z105", "chrd"): 1})
        + Counter({("Z101", name): 1, ("Z109", name): 1, ("Z112", name): 2})
    ) == subjects(report, unknown=True)


def test_basse_normandie_keeps_the_figures_of_its_slides(load: Load) -> None:
    """17 997 hours in nine months, 15, 3 and 1 exits, and no denominator: no rate can be made."""
    dossier = load("basse-normandie")
    (result,) = dossier.results
    assert dossier.trainings is not None
    (training,) = dossier.trainings
    (record,) = dossier.experiences

    assert (17997, 15, 3, 1, None) == (
        result.hours,
        result.durable,
        result.transition,
        result.positive,
        result.exits,
    )
    assert (dt.date(2014, 1, 1), dt.date(2014, 9, 30)) == (result.start, result.end)
    assert (3, 60, None) == (training.groups, training.people, training.attendances)
    assert ("UMIH", dt.date(2013, 6, 1)) == (
        dossier.partnerships[0].partner,
        dossier.partnerships[0].signed_on,
    )
    assert (213, 2013, "dynamic") == (record.hours, record.year, record.structure)


def test_basse_normandie_has_fourteen_structures_of_which_the_deck_names_two(load: Load) -> None:
    """Actif and Dynamic sign the experience sheet; their kind is not told, and the others are invented."""
    dossier = load("basse-normandie")

    assert 14 == len(dossier.structures)
    assert ["Actif", "Dynamic"] == [s.name for s in dossier.structures if not s.fictional]
    assert {None} == {s.kind for s in dossier.structures}


def test_bretagne_is_asked_for_all_that_its_slides_leave_out(judge: Judge) -> None:
    """Its training of employees is an objective of 2015: known not to be done at the end of 2014."""
    report = judge("bretagne-btp", DAYS["bretagne-btp"])
    name = report.name
    etti, *others = [structure.name for structure in report.structures]

    assert Counter({("Z112", name): 1}) == subjects(report, unknown=False)
    assert (
        of_each(report, *UNTOLD_OF_EACH)
        + Counter({("Z204", etti): 1, ("Z206", etti): 1})
        + Counter(("Z203", other) for other in others)
        + Counter({("Z061", "btp"): 1, ("Z062", "btp"): 1, ("Z105", "btp"): 1, ("Z110", "btp"): 1})
        + Counter({("Z101", name): 1, ("Z109", name): 1, ("Z112", name): 3})
    ) == subjects(report, unknown=True)


def test_bretagne_is_one_etti_and_four_ai_with_a_project_officer(load: Load) -> None:
    """0.4 full-time equivalent, paid by the five; the FFB's training is planned for the end of 2014."""
    dossier = load("bretagne-btp")
    assert dossier.trainings is not None
    (training,) = dossier.trainings

    assert ["ETTI", "AI", "AI", "AI", "AI"] == [structure.kind for structure in dossier.structures]
    assert dossier.collective is not None
    assert 0.4 == dossier.collective.coordinator_fte
    assert ("permanent-staff", dt.date(2014, 9, 1), dt.date(2014, 12, 31)) == (
        training.audience,
        training.start,
        training.end,
    )


def test_midi_pyrenees_is_warned_of_its_hours_and_of_its_tariff(judge: Judge) -> None:
    """« 48h » does not say which hours; a common tariff is never silently green; nothing else is wrong."""
    report = judge("midi-pyrenees", DAYS["midi-pyrenees"])
    name = report.name

    assert Counter({("Z125", "chr"): 1, ("Z801", "chr"): 1}) == subjects(report, unknown=False)
    assert (
        of_each(report, *UNTOLD_OF_EACH, "Z201")
        + Counter({("Z061", "chr"): 1, ("Z062", "chr"): 1, ("Z110", "chr"): 1, ("Z121", "chr"): 5})
        + Counter({("Z101", name): 1, ("Z109", name): 1, ("Z112", name): 6})
    ) == subjects(report, unknown=True)


def test_midi_pyrenees_promises_what_its_slide_says_word_for_word(judge: Judge) -> None:
    """Five commitments, none of them measured; the request is *handled* within 48 h, clock not told."""
    report = judge("midi-pyrenees", DAYS["midi-pyrenees"])

    assert [
        "Réactivité : traitement de la demande dans les 48h",
        PRESENTATION,
        "La structure s'engage à effectuer un suivi régulier et planifié des missions",
        FORMALITIES,
        "Travail sur une tarification homogène dans les départements",
    ] == [commitment.statement for commitment in report.commitments]
    assert {Standing.NOT_MEASURED} == {one.overall.standing for one in report.commitments}
