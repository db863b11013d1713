"""Six months to the day are neither more than six months nor less."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import Outcome, OutcomeClass
from zest.readings.exits import at_boundary
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z902",
    on=Outcome,
    ground=Ground.PRACTICE,
    severity=Severity.INFO,
    requirement="La durée d'un CDD ou d'une mission qui suit une sortie dit de quel côté de six mois elle tombe.",
    why="Le texte dit « plus de six mois » et « moins de six mois » : entre les deux, la classe tient à une lecture.",
    remedy="Donnez next_months au jour près (6.1 ou 5.9), ou gardez la lecture retenue.",
    source=interpretation(
        "Les sorties dynamiques dans l'IAE, forum de la communauté de l'inclusion", "2026-08-22"
    ),
    figures=("outcomes.durable-months",),
    reading="Six mois tout juste sont comptés durables, comme la pratique de la DGEFP (de mémoire).",
    good={"outcomes.0.next_job": "CDD", "outcomes.0.next_months": 6.5},
    bad={"outcomes.0.next_job": "CDD", "outcomes.0.next_months": 6},
)
def outcome_at_six_months(outcome: Outcome, case: Case) -> Iterator[Answer]:
    """No class rests on the reading of the boundary."""
    if outcome.outcome is OutcomeClass.WITHDRAWN or outcome.next_months is None:
        yield NOT_ASKED
    elif at_boundary(outcome, case.law):
        yield Fault(
            f"L'emploi qui suit dure {outcome.next_months:g} mois tout juste : zest le lit comme durable.",
            at=("next_months",),
        )
