"""An order that exposes to the listed dangerous agents needs an authorisation before anybody is lent."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.readings.forbidden_lending import is_served
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z235",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une commande d'intérim qui expose aux agents de la liste des travaux dangereux se refuse, sauf"
    " autorisation de l'administration.",
    why="Mieux vaut le savoir à la commande que le jour de la mission.",
    remedy="Refusez la commande, ou obtenez l'autorisation et donnez authorised_agents à la mission qui la sert.",
    source=as_in_2015("Code du travail, art. L4154-1 et D4154-1 à D4154-4"),
    reading="Dès qu'une mission sert la commande, c'est elle qui est questionnée.",
    good={"orders.0.listed_agents": True},
    bad={"orders.0.listed_agents": True, "missions.0.order": None},
)
def order_with_listed_agents(order: Order, case: Case) -> Iterator[Answer]:
    """Nobody would be exposed, or a mission answers for the order already."""
    if temp_firm_of(order, case) is None or order.listed_agents is None or is_served(order, case):
        yield NOT_ASKED
    elif order.listed_agents:
        yield Fault(
            f"La commande « {order.key} » exposerait à des agents interdits à l'intérim.",
            at=("listed_agents",),
        )
