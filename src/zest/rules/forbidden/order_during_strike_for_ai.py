"""Prudence: during a strike at the client's, an order taken by an AI waits too."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.model.structure import StructureKind
from zest.readings.forbidden_lending import order_strike_answers
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import interpretation


@rule(
    "Z234",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Pendant une grève chez le client, une commande à une AI ne se sert pas avant de savoir si elle"
    " remplace un gréviste.",
    why="Aucun texte propre aux AI ne le dit, mais le client n'en aurait pas le droit par un CDD à lui.",
    remedy="Suspendez la commande ; si la mission ne remplace aucun gréviste, dites-le avec client_replaces_strikers.",
    source=interpretation("Code du travail, art. L1242-6, 1°, étendu aux AI par prudence", "2026-08-22"),
    reading="Dès qu'une mission sert la commande, c'est elle qui est questionnée.",
    good={"orders.1.strike": True},
    bad={"orders.1.strike": True, "missions.1.order": None},
)
def order_during_strike_for_ai(order: Order, case: Case) -> Iterator[Answer]:
    """There is no strike, or a mission answers for the order already."""
    lender = case.dossier.structure(order.structure)
    ai = lender is not None and lender.kind is StructureKind.AI
    yield from order_strike_answers(order, case) if ai else [NOT_ASKED]
