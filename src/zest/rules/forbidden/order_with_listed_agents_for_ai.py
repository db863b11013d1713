"""An AI takes no order that exposes to the listed dangerous agents, whoever authorises it."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.model.structure import StructureKind
from zest.readings.forbidden_lending import is_served
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z237",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une commande à une AI qui expose aux agents de la liste des travaux dangereux se refuse.",
    why="Mieux vaut le savoir à la commande que le jour de la mission.",
    remedy="Refusez la commande, ou faites-en retirer l'exposition : aucune autorisation ne la lève pour une AI.",
    source=as_in_2015("Code du travail, art. L5132-10 et R5132-21"),
    reading="Dès qu'une mission sert la commande, c'est elle qui est questionnée.",
    good={"orders.1.listed_agents": True},
    bad={"orders.1.listed_agents": True, "missions.1.order": None},
)
def order_with_listed_agents_for_ai(order: Order, case: Case) -> Iterator[Answer]:
    """Nobody would be exposed, or a mission answers for the order already."""
    lender = case.dossier.structure(order.structure)
    ai = lender is not None and lender.kind is StructureKind.AI
    if not ai or order.listed_agents is None or is_served(order, case):
        yield NOT_ASKED
    elif order.listed_agents:
        words = f"La commande « {order.key} » exposerait à des agents interdits à qui une AI prête."
        yield Fault(words, at=("listed_agents",))
