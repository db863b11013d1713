"""An AI does not lend where a firm has just made redundancies on the same job."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.client import ClientKind
from zest.readings.hours_cap.counting import client_of, lending_ai
from zest.readings.order_form import asked_of_client
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_MONTHS = "ai.redundancy-months"


@rule(
    "Z311",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une AI ne prête personne sur un emploi équivalent ou de même qualification que ceux d'un licenciement"
    " économique de moins de six mois chez le client.",
    why="L'insertion ne remplace pas ceux qu'on vient de licencier.",
    remedy="Refusez la mission ; demandez à chaque client ses licenciements économiques des six derniers mois, et"
    " les postes.",
    source=verified(
        "Code du travail, art. L5132-7 (version du 10 août 2016)", "2026-08-22", "doctrine.fr, ash.tm.fr 2914"
    ),
    figures=(_MONTHS,),
    reading="Aucune exception, à la différence de l'intérim : ni mission courte, ni commande exceptionnelle. Un"
    " particulier n'a pas d'emploi à supprimer. La version antérieure de l'article n'a pas été relue.",
    good={"missions.1.redundancies": True, "missions.1.same_post": False},
    bad={"missions.1.redundancies": True, "missions.1.same_post": True},
)
def ai_after_redundancy(mission: Mission, case: Case) -> Iterator[Answer]:
    """The client made no redundancy on that job in the months before."""
    client = client_of(mission, case)
    redundancies = asked_of_client(mission, "redundancies", case)
    same = asked_of_client(mission, "same_post", case)
    if lending_ai(mission, case) is None or (client and client.kind is ClientKind.PRIVATE_PERSON):
        yield NOT_ASKED
        return
    months = case.law[_MONTHS]
    if redundancies is None or (redundancies and same is None):
        what = "licencié pour motif économique" if redundancies is None else "licencié sur cet emploi"
        words = f"Le dossier ne dit pas si le client de la mission « {mission.key} » a {what} depuis {months} mois."
        yield Unknown(words, at=("redundancies" if redundancies is None else "same_post",))
    elif redundancies and same:
        words = (
            f"Le client de la mission « {mission.key} » a licencié pour motif économique, sur le même emploi, depuis"
            f" moins de {months} mois."
        )
        yield Fault(words, at=("redundancies",))
