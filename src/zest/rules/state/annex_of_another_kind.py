"""An annex is that of the kind of structure that its number begins with."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation


@rule(
    "Z703",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le numéro d'une annexe financière commence par la nature de la structure.",
    why="Un même SIRET peut porter deux natures : l'annexe de l'une ne finance ni n'autorise l'autre.",
    remedy="Rattachez l'annexe à la structure de sa nature, ou corrigez kind.",
    source=interpretation(
        "Plateforme de l'inclusion, « les emplois » : forme du numéro d'annexe financière", "2026-08-22"
    ),
    reading="La plateforme dit ce qui compose le numéro ; que la nature soit celle de la structure s'en déduit.",
    good={"structures.0.state_conventions.0.annexes.0.number": "AI061260001A0M0"},
    bad={"structures.0.state_conventions.0.annexes.0.number": "ACI014260001A0M0"},
)
def annex_of_another_kind(structure: Structure, _: Case) -> Iterator[Answer]:
    """No annex of the structure has the number of another kind."""
    told = [(path, annex) for path, annex in structure.annexes() if annex.kind]
    if structure.kind is None or not told:
        yield NOT_ASKED
        return
    for path, annex in told:
        if annex.kind != structure.kind:
            words = f"« {annex.number} » est une annexe {annex.kind}, et « {structure.name} » est {structure.kind}."
            yield Fault(words, at=(*path, "number"), about=annex.number)
