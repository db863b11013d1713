"""During a strike at the client's, an order of temporary work waits."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.readings.forbidden_lending import order_strike_answers
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import as_in_2015


@rule(
    "Z233",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Pendant une grève chez le client, une commande d'intérim ne se sert pas avant de savoir si elle"
    " remplace un gréviste.",
    why="Mieux vaut le savoir à la commande que le jour de la mission.",
    remedy="Suspendez la commande ; si la mission ne remplace aucun gréviste, dites-le avec client_replaces_strikers.",
    source=as_in_2015("Code du travail, art. L1251-10, 1°"),
    reading="Dès qu'une mission sert la commande, c'est elle qui est questionnée.",
    good={"orders.0.strike": True},
    bad={"orders.0.strike": True, "missions.0.order": None},
)
def order_during_strike(order: Order, case: Case) -> Iterator[Answer]:
    """There is no strike, or a mission answers for the order already."""
    yield from order_strike_answers(order, case) if temp_firm_of(order, case) else [NOT_ASKED]
