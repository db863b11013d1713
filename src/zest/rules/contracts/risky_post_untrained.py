"""A post with special risks asks for a reinforced safety training."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z511",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Sur un poste à risques particuliers, la formation renforcée à la sécurité précède le travail.",
    why="Si elle manque, la faute inexcusable de l'employeur est présumée après un accident.",
    remedy="Obtenez de l'entreprise utilisatrice la date de la formation et donnez safety_training_on.",
    source=as_in_2015("Code du travail, art. L4142-2, L4154-2 et L4154-3"),
    reading="L'entreprise utilisatrice dresse la liste de ces postes et paie la formation ; donnée le premier jour,"
    " elle compte comme préalable. Des travaux urgents de sécurité par une personne déjà qualifiée ne demandent"
    " qu'une information (art. L4154-4).",
    good={"missions.0.risky_post": True, "missions.0.safety_training_on": "2026-03-02"},
    bad={"missions.0.risky_post": True, "missions.0.safety_training_on": "2026-03-03"},
)
def risky_post_untrained(mission: Mission, case: Case) -> Iterator[Answer]:
    """The training was held on the first day of the mission at the latest."""
    del case
    trained = mission.safety_training_on
    if not mission.risky_post or mission.urgent_safety:
        yield NOT_ASKED
    elif trained is None:
        words = (
            f"Le poste de la mission « {mission.key} » est à risques particuliers, et le dossier ne dit pas"
            " quand la formation renforcée à la sécurité a eu lieu."
        )
        yield Unknown(words, at=("safety_training_on",))
    elif mission.start and trained > mission.start:
        words = (
            f"La formation renforcée à la sécurité a lieu le {trained:%d/%m/%Y}, après le début de la mission"
            f" « {mission.key} » le {mission.start:%d/%m/%Y}."
        )
        yield Fault(words, at=("safety_training_on",))
