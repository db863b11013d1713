"""What is cited exists."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.references import CITED, references
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified
from zest.structuring import suggest


@rule(
    "Z043",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Chaque clé citée est celle d'un objet du dossier.",
    why="Une référence perdue fait disparaître ce qu'elle relie : une personne formée, une mission, une mesure.",
    remedy="Corrigez la clé, ou ajoutez l'objet qu'elle nomme.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"missions.0.structure": "etti"},
    bad={"missions.0.structure": "personne"},
)
def reference_unknown(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """Each reference leads somewhere; objects that could not be read, or that are too many, are not looked for."""
    keys = {kind: dict.fromkeys(one.key for one in getattr(dossier, kind)) for kind in CITED}
    for reference in references(dossier):
        known = keys[reference.kind]
        lost = reference.key in dossier.lost or reference.kind in dossier.unseen
        if reference.key not in known and not lost:
            words = f"« {reference.key} » ne nomme {reference.what} du dossier{suggest(reference.key, known)}"
            yield Fault(words, at=reference.path, about=f"{reference.kind}.{reference.key}")
