"""Temporary work never replaces people on strike."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.forbidden_lending import strike_answers
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import as_in_2015


@rule(
    "Z221",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission d'intérim ne remplace pas une personne en grève.",
    why="Remplacer des grévistes vide de son effet un droit que la Constitution garantit.",
    remedy="Refusez la mission tant que dure la grève ; dites client_replaces_strikers.",
    source=as_in_2015("Code du travail, art. L1251-10, 1°"),
    reading="À défaut de réponse dans la mission, une commande sans grève en cours vaut « non » ; une grève en cours"
    " ne dit pas encore que la mission remplace un gréviste.",
    good={"missions.0.client_replaces_strikers": None},
    bad={"missions.0.client_replaces_strikers": True},
)
def strikers_replaced(mission: Mission, case: Case) -> Iterator[Answer]:
    """The client does not replace strikers with the worker."""
    yield from strike_answers(mission, case) if temp_firm_of(mission, case) else [NOT_ASKED]
