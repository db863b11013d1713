"""On a post with special risks, the client welcomes and informs the worker."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.delays import begun
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_AT = ("welcomed_on",)


@rule(
    "Z524",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Sur un poste à risques particuliers, le client accueille et informe la personne avant le travail.",
    why="L'accident arrive les premiers jours, à qui ne connaît pas encore les lieux.",
    remedy="Obtenez du client la date de l'accueil à la sécurité, et donnez welcomed_on.",
    source=as_in_2015("Code du travail, art. L4142-2 et L4154-2"),
    reading="Donné le premier jour, l'accueil compte comme préalable. Des travaux urgents de sécurité par une personne"
    " déjà qualifiée ne demandent qu'une information (art. L4154-4).",
    good={"missions.0.risky_post": True, "missions.0.welcomed_on": "2026-03-02"},
    bad={"missions.0.risky_post": True, "missions.0.welcomed_on": "2026-03-03"},
)
def risky_post_without_welcome(mission: Mission, case: Case) -> Iterator[Answer]:
    """The welcome was on the first day of the mission at the latest."""
    welcomed = mission.welcomed_on
    if not mission.risky_post or mission.urgent_safety or (welcomed is None and not begun(mission, case)):
        yield NOT_ASKED
    elif welcomed is None:
        words = (
            f"Le poste de la mission « {mission.key} » est à risques particuliers, et le dossier ne dit pas quand le"
            " client y a accueilli la personne."
        )
        yield Unknown(words, at=_AT)
    elif mission.start and welcomed > mission.start:
        words = (
            f"L'accueil à la sécurité a lieu le {welcomed:%d/%m/%Y}, après le début de la mission « {mission.key} » le"
            f" {mission.start:%d/%m/%Y}."
        )
        yield Fault(words, at=_AT)
