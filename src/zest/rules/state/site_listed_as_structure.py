"""Two establishments of one legal unit and one kind may be one structure and its antenna."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.model.structure import Structure, StructureKind
from zest.rule import Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z707",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.INFO,
    requirement="Deux établissements de mêmes SIREN et nature sont deux structures, et non une et son antenne.",
    why="Une antenne agit sous la convention de sa tête : un site n'est pas une structure de plus.",
    remedy="Si le second est une antenne, ne l'inscrivez pas : le SIRET est celui de la convention.",
    source=interpretation(
        "Plateforme de l'inclusion, « les emplois » : antennes, SIRET de signature et SIRET actualisé",
        "2026-08-22",
    ),
    reading="Une structure change de SIRET en déménageant : zest rapproche par SIREN et par nature.",
    good={"structures.0.siret": "10000000900108", "structures.1.siret": "10000000900116"},
    bad={
        "structures.0.siret": "10000000900108",
        "structures.1.siret": "10000000900116",
        "structures.1.kind": "AI",
        "structures.1.guarantee": None,
        "structures.1.exclusive": None,
    },
)
def site_listed_as_structure(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """No SIREN comes back with the same kind and another SIRET."""
    first: dict[tuple[str, StructureKind], Structure] = {}
    for rank, structure in enumerate(dossier.structures):
        if structure.siret is None or structure.kind is None:
            continue
        head = first.setdefault((structure.siret.siren, structure.kind), structure)
        # The same SIRET twice is a structure listed twice, which has a rule of its own.
        if head.siret != structure.siret:
            both = f"« {head.name} » et « {structure.name} »"
            words = f"{both} ont le même SIREN et la même nature : deux structures, ou un site ?"
            yield Fault(words, at=("structures", rank, "siret"), about=structure.key)
