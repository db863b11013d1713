"""« Positive » is the third class of exits, and never the name of the whole."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import ActivityResult
from zest.readings.exit_counts import positive_for_all
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z905",
    on=ActivityResult,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Les sorties positives sont les entrées en formation et les embauches par une autre SIAE.",
    why="Appeler « positives » toutes les bonnes sorties compte deux fois les emplois, ou les cache.",
    remedy="Donnez durable, transition et positive, chacune pour sa classe ; leur somme se dit « dynamique ».",
    source=verified(
        "Les sorties dynamiques dans l'IAE, forum de la communauté de l'inclusion",
        "2026-08-22",
        "communaute.inclusion.beta.gouv.fr",
    ),
    good={"results.0.positive": 4},
    bad={"results.0.positive": 6},
)
def positive_used_for_all(result: ActivityResult, _: Case) -> Iterator[Answer]:
    """The positive exits do not hold the two other classes."""
    if result.positive is None:
        yield NOT_ASKED
    elif result.durable is None and result.transition is None:
        words = f"{result.positive} sorties positives sont données seules : la troisième classe, ou toutes ?"
        yield Unknown(words, at=("positive",))
    elif positive_for_all(result):
        words = (
            f"{result.positive} sorties positives, avec {result.durable or 0} durables et"
            f" {result.transition or 0} de transition pour {result.exits} sorties :"
            " les premières semblent contenir les autres."
        )
        yield Fault(words, at=("positive",))
