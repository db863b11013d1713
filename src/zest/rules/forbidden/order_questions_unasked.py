"""The order form asks the client what the law forbids to serve."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.model.client import ClientKind
from zest.readings.forbidden_lending import asks_its_client, is_served, unasked
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import interpretation


@rule(
    "Z231",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="La prise de commande demande s'il y a grève, licenciement économique récent, agents interdits, poste"
    " à risques ; pour l'intérim, le cas de recours ; d'une entreprise à une AI, la tâche précise.",
    why="Le client seul le sait, et la structure qui n'a pas demandé prête à l'aveugle.",
    remedy="Demandez au client : strike, redundancies, same_post, listed_agents, risky_post, recourse, precise_task.",
    source=interpretation(
        "Code du travail, art. L1251-6, L1251-9, L1251-10, L4154-1, L5132-7 et L5132-9 : ce que la commande demande",
        "2026-08-22",
    ),
    reading="Aucun texte ne dresse ce formulaire : il réunit ce que chaque interdiction suppose connu. Dès"
    " qu'une mission d'AI sert la commande, ses propres règles la questionnent sur les licenciements, les agents et la"
    " tâche. Le poste touché ne se demande qu'après un licenciement. Un particulier n'est pas questionné.",
    good={"orders.0.same_post": None},
    bad={"orders.0.strike": None, "orders.0.recourse": None},
)
def order_questions_unasked(order: Order, case: Case) -> Iterator[Answer]:
    """Each question that concerns the order has an answer."""
    if not asks_its_client(order, case):
        yield NOT_ASKED
    elif missing := unasked(_answers(order, case)):
        yield Unknown(f"La commande « {order.key} » laisse sans réponse : {missing}.")


def _answers(order: Order, case: Case) -> dict[str, object]:
    client, temporary = case.dossier.client(order.client), temp_firm_of(order, case) is not None
    firm = client is not None and client.kind is ClientKind.FIRM
    asked = ["strike", "risky_post"]
    if temporary or not is_served(order, case):
        asked += ["redundancies", "listed_agents"]
        asked += ["same_post"] if order.redundancies else []
        asked += ["recourse"] if temporary else ["precise_task"] if firm else []
    return {name: getattr(order, name) for name in asked}
