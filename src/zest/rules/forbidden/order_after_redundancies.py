"""An order for an increase of activity on a post hit by redundancies is refused before anybody is lent."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Order
from zest.readings.forbidden_lending import order_redundancy_answers
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import as_in_2015


@rule(
    "Z236",
    on=Order,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une commande d'intérim pour un accroissement d'activité ne vise pas un poste touché depuis moins de"
    " six mois par un licenciement économique, sauf contrat de trois mois au plus et non renouvelable.",
    why="Mieux vaut le savoir à la commande que le jour de la mission.",
    remedy="Refusez la commande, ou limitez-la à un contrat court qui ne se renouvelle pas.",
    source=as_in_2015("Code du travail, art. L1251-9"),
    figures=("forbidden.redundancy-months", "forbidden.redundancy-short-months"),
    reading="Dès qu'une mission sert la commande, c'est elle qui est questionnée. La commande exceptionnelle à"
    " l'exportation, seconde exception, ne se lit pas dans un dossier : la règle avertit.",
    good={"orders.0.recourse": "increase", "orders.0.redundancies": True, "orders.0.same_post": False},
    bad={
        "orders.0.recourse": "increase",
        "orders.0.redundancies": True,
        "orders.0.same_post": True,
        "orders.0.end": "2026-06-02",
        "missions.0.order": None,
    },
)
def order_after_redundancies(order: Order, case: Case) -> Iterator[Answer]:
    """The post was not hit, the order is short, or a mission answers for it already."""
    yield from order_redundancy_answers(order, case) if temp_firm_of(order, case) else [NOT_ASKED]
