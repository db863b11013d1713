"""Boards and teams are told of the method."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z108",
    on=Structure,
    ground=Ground.BRAND,
    severity=Severity.WARNING,
    requirement="Le conseil d'administration et les équipes de chaque structure ont été informés de la démarche.",
    why="Le COORACE régional s'assure que l'information est diffusée à tous les niveaux d'intervention.",
    remedy="Donnez board_informed_on et teams_informed_on dans [[structures]].",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"structures.0.board_informed_on": "2026-01-02"},
    bad={"structures.0.board_informed_on": None},
)
def teams_not_informed(structure: Structure, case: Case) -> Iterator[Answer]:
    """Both were told before the day of the check."""
    for field, who in _WHO.items():
        day = getattr(structure, field)
        if day is None or day > case.as_of:
            words = f"Le dossier ne dit pas que {who} de « {structure.name} » a été informé de la démarche."
            yield Unknown(words, at=(field,), about=field)


_WHO = MappingProxyType(
    {"board_informed_on": "le conseil d'administration", "teams_informed_on": "le personnel"}
)
