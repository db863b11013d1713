"""A departure counts as an exit after a minimum stay."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import Outcome, OutcomeClass
from zest.readings.exits import Stay, stay_of
from zest.readings.lent_work import kind_lost
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z903",
    on=Outcome,
    ground=Ground.PRACTICE,
    severity=Severity.WARNING,
    requirement="Une sortie n'est comptée qu'après un temps minimal dans la structure.",
    why="Quelques heures de mission ne font pas un parcours : l'État ne compte pas ces départs, ni pour ni contre.",
    remedy="Retirez outcome : la personne reste au dossier, et son départ ne compte pas comme sortie.",
    source=verified(
        "Pilotage de l'inclusion, calcul des sorties", "2026-08-22", "gip-inclusion/pilotage-airflow"
    ),
    figures=("outcomes.stay-hours-min", "outcomes.stay-hours-min-eiti", "outcomes.stay-months-min"),
    good={"outcomes.0.hours": 150},
    bad={"outcomes.0.hours": 149},
)
def stay_too_short(outcome: Outcome, case: Case) -> Iterator[Answer]:
    """An exit with a class has its minimum stay."""
    member = case.dossier.structure(outcome.structure)
    kind = member.kind if member else None
    stay = stay_of(outcome, kind, case.law)
    counted = outcome.outcome not in (None, OutcomeClass.WITHDRAWN)
    if not counted or member is None or kind_lost(member, case) or (kind and stay is None):
        yield NOT_ASKED
    elif stay is None:
        words = "La nature de la structure n'est pas dite : nul ne sait si cette sortie compte."
        yield Unknown(words, at=("structure",), remedy="Donnez kind à la structure.")
    elif stay.told is None:
        words = f"Le temps passé dans la structure ({stay.unit}) n'est pas dit : nul ne sait si cette sortie compte."
        yield Unknown(words, at=(stay.field,), remedy=f"Donnez {stay.field}.")
    elif not stay.enough:
        yield Fault(f"La sortie est comptée après {_said(stay.told)} {_bound(stay)}.", at=(stay.field,))


def _bound(stay: Stay) -> str:
    asked = "il en faut plus de" if stay.strict else "il en faut au moins"
    return f"{stay.unit} ; {asked} {_said(stay.least)}"


def _said(number: float) -> str:
    return f"{number:g}".replace(".", ",")
