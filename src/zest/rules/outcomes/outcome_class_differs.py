"""The class of an exit is that of what the employee left for."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.outcome import Outcome, OutcomeClass
from zest.readings.exits import at_boundary, classify
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_NAMES = MappingProxyType({
    OutcomeClass.DURABLE: "emploi durable",
    OutcomeClass.TRANSITION: "emploi de transition",
    OutcomeClass.POSITIVE: "sortie positive",
    OutcomeClass.OTHER: "autre sortie",
})  # fmt: skip


@rule(
    "Z901",
    on=Outcome,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Une sortie est classée d'après l'emploi ou la formation qui la suit.",
    why="Les classes sont celles de l'État : un CDD de quatre mois n'est pas un emploi durable.",
    remedy="Corrigez outcome, ou next_job et next_months.",
    source=verified(
        "Les sorties dynamiques dans l'IAE, forum de la communauté de l'inclusion",
        "2026-08-22",
        "communaute.inclusion.beta.gouv.fr",
    ),
    figures=("outcomes.durable-months",),
    good={"outcomes.0.next_job": "temporary", "outcomes.0.next_months": 7},
    bad={"outcomes.0.next_job": "CDD", "outcomes.0.next_months": 4},
)
def outcome_class_differs(outcome: Outcome, case: Case) -> Iterator[Answer]:
    """The declared class is the computed one; at exactly six months, either may stand."""
    made = classify(outcome, case.law)
    if outcome.outcome is OutcomeClass.WITHDRAWN or (made and outcome.outcome is None):
        yield NOT_ASKED
    elif made is None:
        missing = "la durée de l'emploi" if outcome.next_job else "l'emploi ou la formation"
        yield Unknown(
            f"Le dossier ne dit pas {missing} qui suit cette sortie : sa classe ne se vérifie pas.",
            at=("next_months",) if outcome.next_job else ("next_job",),
            remedy="Donnez next_job, et next_months pour un CDD ou une mission d'intérim.",
        )
    elif made is not outcome.outcome and not _either(outcome, case):
        yield _fault(outcome, made)


def _either(outcome: Outcome, case: Case) -> bool:
    return at_boundary(outcome, case.law) and outcome.outcome is OutcomeClass.TRANSITION


def _fault(outcome: Outcome, made: OutcomeClass) -> Fault:
    declared = _NAMES[outcome.outcome] if outcome.outcome else ""
    words = f"La sortie est déclarée « {declared} » ; ce qui la suit est « {_NAMES[made]} »."
    misuse = outcome.outcome is OutcomeClass.POSITIVE and made is not OutcomeClass.OTHER
    hint = "« Positive » est la troisième classe seule ; l'ensemble des trois se dit « dynamique ». Corrigez outcome."
    return Fault(words, at=("outcome",), remedy=hint if misuse else "")
