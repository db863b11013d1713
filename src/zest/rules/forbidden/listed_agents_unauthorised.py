"""Temporary workers do no work that exposes them to the listed dangerous agents."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.order_form import asked_of_client
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z223",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission d'intérim n'expose pas aux agents de la liste des travaux dangereux, sauf autorisation"
    " de l'administration.",
    why="Amiante, chlore, rayonnements… : leurs effets se suivent sur des années, et la personne ne fait que passer.",
    remedy="Refusez la mission, ou obtenez l'autorisation et donnez authorised_agents.",
    source=as_in_2015("Code du travail, art. L4154-1 et D4154-1 à D4154-4"),
    reading="Un appareil hermétiquement clos en marche normale n'expose pas : répondez alors listed_agents = false."
    " L'autorisation se décide en un mois, après avis du comité et du médecin du travail.",
    good={"missions.0.listed_agents": True, "missions.0.authorised_agents": True},
    bad={"missions.0.listed_agents": True, "missions.0.authorised_agents": False},
)
def listed_agents_unauthorised(mission: Mission, case: Case) -> Iterator[Answer]:
    """The worker is not exposed, or the labour administration authorised it."""
    exposed = asked_of_client(mission, "listed_agents", case)
    if temp_firm_of(mission, case) is None or exposed is None:
        yield NOT_ASKED
    elif exposed and mission.authorised_agents is None:
        words = (
            f"La mission « {mission.key} » expose à des agents interdits, et le dossier ne dit pas si l'administration"
            " l'a autorisé."
        )
        yield Unknown(words, at=("authorised_agents",))
    elif exposed and not mission.authorised_agents:
        yield Fault(
            f"La mission « {mission.key} » expose à des agents interdits à l'intérim.", at=("listed_agents",)
        )
