"""The exits of the three good classes are among all exits."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import ActivityResult
from zest.readings.exit_counts import positive_for_all
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z906",
    on=ActivityResult,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Les sorties durables, de transition et positives ne dépassent pas le nombre de toutes les sorties.",
    why="Les autres sorties, chômage compris, sont au dénominateur : sans elles, un taux ne veut rien dire.",
    remedy="Corrigez exits ; si le nombre de toutes les sorties n'est pas connu, retirez-le : aucun taux n'est tiré.",
    source=verified(
        "Les sorties dynamiques dans l'IAE, forum de la communauté de l'inclusion",
        "2026-08-22",
        "communaute.inclusion.beta.gouv.fr",
    ),
    good={"results.0.exits": 6},
    bad={"results.0.exits": 5},
)
def exits_fewer_than_classes(result: ActivityResult, _: Case) -> Iterator[Answer]:
    """The sum of what is told is not more than the denominator."""
    told = [n for n in (result.durable, result.transition, result.positive) if n is not None]
    if result.exits is None or not told:
        yield NOT_ASKED
    # Where the third class holds the two others, that is the fault, and its own rule tells it.
    elif sum(told) > result.exits and not positive_for_all(result):
        yield Fault(f"{sum(told)} sorties dynamiques pour {result.exits} sorties en tout.", at=("exits",))
