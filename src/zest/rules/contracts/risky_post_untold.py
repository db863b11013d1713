"""Whether a post has special risks decides what is owed before the first hour."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.client import ClientKind
from zest.readings.formalities.regimes import regime_of
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z523",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="On sait si le poste d'une personne prêtée est sur la liste des postes à risques du client.",
    why="De la réponse dépendent l'accueil, la formation renforcée et l'examen d'aptitude.",
    remedy="Demandez-le au client, puis donnez risky_post = true ou false à la mission.",
    source=as_in_2015("Code du travail, art. L4154-2"),
    reading="Le client dresse cette liste ; un particulier n'en a pas.",
    good={"missions.0.risky_post": False},
    bad={"missions.0.risky_post": None},
)
def risky_post_untold(mission: Mission, case: Case) -> Iterator[Answer]:
    """The mission says whether its post is on the list."""
    client = case.dossier.client(mission.client)
    if regime_of(mission, case) is None or (client and client.kind is ClientKind.PRIVATE_PERSON):
        yield NOT_ASKED
    elif mission.risky_post is None:
        words = (
            f"Le dossier ne dit pas si le poste de la mission « {mission.key} » est à risques particuliers."
        )
        yield Unknown(words, at=("risky_post",))
