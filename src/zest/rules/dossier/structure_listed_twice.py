"""The key of a structure is its SIRET and its kind."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z044",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Deux structures n'ont pas à la fois le même SIRET et la même nature.",
    why="Une structure comptée deux fois fausse le collectif ; un même SIRET peut porter deux natures.",
    remedy="Retirez le doublon, ou corrigez kind.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"structures.1.siret": "10000000900108", "structures.1.kind": "ETTI"},
    bad={
        "structures.1.siret": "10000000900108",
        "structures.1.kind": "AI",
        "structures.1.guarantee": None,
        "structures.1.exclusive": None,
    },
)
def structure_listed_twice(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """Each pair of SIRET and kind stands once."""
    seen: set[tuple[str, str | None]] = set()
    for rank, structure in enumerate(dossier.structures):
        pair = (structure.siret or "", structure.kind)
        if structure.siret and pair in seen:
            words = f"« {structure.name} » a le SIRET et la nature d'une structure déjà inscrite."
            yield Fault(words, at=("structures", rank, "siret"), about=structure.key)
        seen.add(pair)
