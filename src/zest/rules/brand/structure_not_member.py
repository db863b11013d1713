"""Membership of the network is not one of the three conditions, but support goes to members."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z111",
    on=Structure,
    ground=Ground.BRAND,
    severity=Severity.WARNING,
    requirement="Chaque structure du collectif adhère à COORACE.",
    why="La première réunion est ouverte à tous, mais le dispositif accompagne les adhérents.",
    remedy="Donnez coorace_member ; si la structure n'adhère pas, voyez le COORACE régional.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    reading="L'adhésion n'est pas parmi les trois conditions de la marque : cette règle avertit et ne bloque pas.",
    good={"structures.0.coorace_member": True},
    bad={"structures.0.coorace_member": False},
)
def structure_not_member(structure: Structure, _: Case) -> Iterator[Answer]:
    """The structure is a member."""
    at = ("coorace_member",)
    if structure.coorace_member is None:
        yield Unknown(f"Le dossier ne dit pas si « {structure.name} » adhère à COORACE.", at=at)
    elif not structure.coorace_member:
        yield Fault(f"« {structure.name} » n'adhère pas à COORACE.", at=at)
