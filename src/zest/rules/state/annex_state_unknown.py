"""The state of a financial annex is one of the platform's words."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.convention import ANNEX_STATES
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import interpretation
from zest.structuring import suggest


@rule(
    "Z704",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="L'état d'une annexe financière est l'un de ceux que la plateforme de l'État connaît.",
    why="D'un mot inconnu, nul ne peut dire si l'annexe est en vigueur.",
    remedy="Donnez state comme la plateforme l'écrit : VALIDE ou PROVISOIRE pour une annexe en vigueur.",
    source=interpretation(
        "Plateforme de l'inclusion, « les emplois » : états d'une annexe financière", "2026-08-22"
    ),
    reading="La liste des états a été lue ; qu'un dossier les reprenne est la demande de zest.",
    good={"structures.0.state_conventions.0.annexes.0.state": "PROVISOIRE"},
    bad={"structures.0.state_conventions.0.annexes.0.state": "VALIDEE"},
)
def annex_state_unknown(structure: Structure, _: Case) -> Iterator[Answer]:
    """Each state that is told is known; a wrong one gets the nearest name."""
    told = [(path, annex) for path, annex in structure.annexes() if annex.state]
    if not told:
        yield NOT_ASKED
    for path, annex in told:
        if annex.state not in ANNEX_STATES:
            words = (
                f"« {annex.state} » n'est pas un état d'annexe financière{suggest(annex.state, ANNEX_STATES)}"
            )
            yield Fault(words, at=(*path, "state"), about=annex.number or str(annex.start))
