"""A mission without an order tells itself what the client was asked."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Recourse
from zest.readings.forbidden_lending import asks_its_client, unasked
from zest.readings.order_form import order_of
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import interpretation


@rule(
    "Z232",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission sans commande dit si elle remplace des grévistes et, pour l'intérim, si elle expose à"
    " des agents interdits ou suit un licenciement économique.",
    why="Le client seul le sait, et la structure qui n'a pas demandé prête à l'aveugle.",
    remedy="Demandez-le au client : client_replaces_strikers, listed_agents, redundancies, same_post.",
    source=interpretation(
        "Code du travail, art. L1251-9, L1251-10 et L4154-1 : ce que la mission doit savoir", "2026-08-22"
    ),
    reading="Une commande qui ne le dit pas est signalée pour elle-même. Le licenciement ne se demande que pour un"
    " accroissement d'activité, le poste touché qu'après un licenciement. Le reste, pour une AI, a ses règles.",
    good={"missions.0.order": None},
    bad={"missions.0.order": None, "missions.0.listed_agents": None},
)
def client_not_asked(mission: Mission, case: Case) -> Iterator[Answer]:
    """Each question that concerns the mission has an answer."""
    if order_of(mission, case) or not asks_its_client(mission, case):
        yield NOT_ASKED
    elif missing := unasked(_answers(mission, case)):
        yield Unknown(f"La mission « {mission.key} », sans commande, laisse sans réponse : {missing}.")


def _answers(mission: Mission, case: Case) -> dict[str, object]:
    answers: dict[str, object] = {"strikers": mission.client_replaces_strikers}
    if temp_firm_of(mission, case):
        answers["listed_agents"] = mission.listed_agents
        increase = mission.recourse is Recourse.INCREASE
        answers |= {"redundancies": mission.redundancies} if increase else {}
        answers |= {"same_post": mission.same_post} if increase and mission.redundancies else {}
    return answers
