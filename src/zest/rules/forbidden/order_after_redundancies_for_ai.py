"""An AI takes no order on a job that redundancies have just hit."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.model.structure import StructureKind
from zest.readings.forbidden_lending import asks_its_client, is_served
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z238",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une commande à une AI ne vise pas un emploi équivalent ou de même qualification que ceux d'un"
    " licenciement économique de moins de six mois chez le client.",
    why="Mieux vaut le savoir à la commande que le jour de la mission.",
    remedy="Refusez la commande : aucune exception n'est prévue pour une AI.",
    source=verified("Code du travail, art. L5132-7 (version du 10 août 2016)", "2026-08-22", "doctrine.fr"),
    figures=("ai.redundancy-months",),
    reading="Dès qu'une mission sert la commande, c'est elle qui est questionnée. Un particulier n'a pas d'emploi à"
    " supprimer.",
    good={"orders.1.redundancies": True, "orders.1.same_post": False},
    bad={"orders.1.redundancies": True, "orders.1.same_post": True, "missions.1.order": None},
)
def order_after_redundancies_for_ai(order: Order, case: Case) -> Iterator[Answer]:
    """The job was not hit, or a mission answers for the order already."""
    lender = case.dossier.structure(order.structure)
    ai = lender is not None and lender.kind is StructureKind.AI
    hit = order.redundancies and order.same_post
    if not ai or hit is None or is_served(order, case) or not asks_its_client(order, case):
        yield NOT_ASKED
    elif hit:
        months = case.law["ai.redundancy-months"]
        words = f"Le client de la commande « {order.key} » a licencié sur cet emploi depuis moins de {months} mois."
        yield Fault(words, at=("redundancies",))
