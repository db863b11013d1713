"""The number of a financial annex has the form that the State's platform gives it."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z702",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Le numéro d'une annexe financière dit la nature, le département, l'année, l'ordre et l'avenant.",
    why="Un numéro mal recopié ne retrouve aucune annexe dans les fichiers de l'État.",
    remedy="Recopiez le numéro de l'annexe, par exemple « ACI063170002A0M0 ».",
    source=verified(
        "Plateforme de l'inclusion, « les emplois » : forme du numéro d'annexe financière",
        "2026-08-22",
        "gip-inclusion/les-emplois",
    ),
    reading="C'est la forme d'un fichier et non une règle de droit : un numéro faux avertit et ne bloque pas.",
    good={"structures.0.state_conventions.0.annexes.0.number": "AI02A260001A1M2"},
    bad={"structures.0.state_conventions.0.annexes.0.number": "AI-14-2026-0001"},
)
def annex_number_malformed(structure: Structure, _: Case) -> Iterator[Answer]:
    """Each number that is told has the platform's form."""
    told = [(path, annex) for path, annex in structure.annexes() if annex.number]
    if not told:
        yield NOT_ASKED
    for path, annex in told:
        if not annex.kind:
            words = f"« {annex.number} », de « {structure.name} », n'a pas la forme d'un numéro d'annexe financière."
            yield Fault(words, at=(*path, "number"), about=annex.number)
