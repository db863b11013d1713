"""A person whom the structure still employs has not left it."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import Outcome, OutcomeClass
from zest.readings.exits import has_left
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z904",
    on=Outcome,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Une sortie est celle d'une personne que la structure n'emploie plus.",
    why="Compter en sortie qui travaille encore gonfle le résultat et fausse le taux.",
    remedy="Attendez le départ pour déclarer outcome, ou corrigez still_employed et left_on.",
    source=verified(
        "Les sorties dynamiques dans l'IAE, forum de la communauté de l'inclusion",
        "2026-08-22",
        "communaute.inclusion.beta.gouv.fr",
    ),
    good={"outcomes.0.still_employed": None},
    bad={"outcomes.0.still_employed": True},
)
def still_employed_counted(outcome: Outcome, case: Case) -> Iterator[Answer]:
    """Each exit with a class is that of somebody who has left by the day of the check."""
    left = has_left(outcome)
    if outcome.outcome in (None, OutcomeClass.WITHDRAWN):
        yield NOT_ASKED
    elif left is None:
        words = "Le dossier ne dit ni le jour de la sortie, ni si la structure emploie encore la personne."
        yield Unknown(words, at=("left_on",), remedy="Donnez left_on, ou still_employed.")
    elif not left:
        yield Fault(
            "La sortie est comptée, et la structure emploie encore la personne.", at=("still_employed",)
        )
    elif outcome.left_on is not None and outcome.left_on > case.as_of:
        words = (
            f"La sortie du {outcome.left_on:%d/%m/%Y} est comptée avant ce jour, le {case.as_of:%d/%m/%Y}."
        )
        yield Fault(words, at=("left_on",))
