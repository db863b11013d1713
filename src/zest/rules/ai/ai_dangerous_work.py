"""An AI lends nobody for particularly dangerous work, whoever allows it."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import lending_ai
from zest.readings.order_form import asked_of_client
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z310",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une AI ne prête personne pour des travaux particulièrement dangereux : amiante, rayonnements, chlore…",
    why="Le danger est tel que la loi en écarte les salariés de passage ; le préfet peut résilier la convention"
    " (art. R5132-22).",
    remedy="Retirez la mission ou l'exposition, et demandez au client si le poste expose à un agent de la liste.",
    source=as_in_2015("Code du travail, art. L5132-10, R5132-21 et D4154-1"),
    reading="Aucune dérogation de l'administration n'est prévue pour une AI : celle d'un intérimaire"
    " (authorised_agents) ne vaut pas pour elle.",
    good={"missions.1.listed_agents": False},
    bad={"missions.1.listed_agents": True, "missions.1.authorised_agents": True},
)
def ai_dangerous_work(mission: Mission, case: Case) -> Iterator[Answer]:
    """The worker is exposed to no agent of the list."""
    exposed = asked_of_client(mission, "listed_agents", case)
    if lending_ai(mission, case) is None:
        yield NOT_ASKED
    elif exposed is None:
        words = f"Le dossier ne dit pas si la mission « {mission.key} » expose à un agent de la liste."
        yield Unknown(words, at=("listed_agents",))
    elif exposed:
        words = f"La mission « {mission.key} » expose à un agent de la liste des travaux interdits à qui une AI prête."
        yield Fault(words, at=("listed_agents",))
