"""Prudence: an AI does not replace people on strike either."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.readings.forbidden_lending import strike_answers
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import interpretation


@rule(
    "Z222",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission d'AI ne remplace pas une personne en grève.",
    why="Aucun texte propre aux AI ne le dit, mais le client n'en aurait pas le droit par un CDD à lui.",
    remedy="Refusez la mission tant que dure la grève ; dites client_replaces_strikers.",
    source=interpretation("Code du travail, art. L1242-6, 1°, étendu aux AI par prudence", "2026-08-22"),
    reading="L'interdiction de l'article L1242-6 pèse sur les CDD que le client conclut lui-même ; zest l'étend à la"
    " mise à disposition par une AI, par prudence.",
    good={"missions.1.client_replaces_strikers": False},
    bad={"missions.1.client_replaces_strikers": True},
)
def strikers_replaced_by_ai(mission: Mission, case: Case) -> Iterator[Answer]:
    """The client does not replace strikers with the worker."""
    lender = case.dossier.structure(mission.structure)
    ai = lender is not None and lender.kind is StructureKind.AI
    yield from strike_answers(mission, case) if ai else [NOT_ASKED]
