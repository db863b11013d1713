"""A convention with the State runs by yearly annexes: one is active on the day of the check."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.convention import ACTIVE_STATES, ANNEX_STATES, FinancialAnnex
from zest.model.structure import CONVENTIONED, Structure
from zest.readings.lent_work import lends
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_GRACE = "state.annex-grace-days"


@rule(
    "Z705",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une convention en cours avec l'État a une annexe financière active.",
    why="La convention vaut trois ans, son financement un an : sans annexe, l'État tient la structure pour inactive.",
    remedy="Ajoutez l'annexe de l'année dans state_conventions.annexes, avec start, end et state.",
    source=as_in_2015("Code du travail, art. R5132-3, R5132-10-8, R5132-13 et R5132-29"),
    figures=(_GRACE,),
    reading="Est active une annexe VALIDE ou PROVISOIRE dont la fin est strictement postérieure au jour du contrôle :"
    " la plateforme de l'État compte ainsi, et laisse un délai de grâce après la dernière.",
    good={"structures.0.state_conventions.0.annexes.0.state": "PROVISOIRE"},
    bad={"structures.0.state_conventions.0.annexes.0.end": "2026-01-31"},
)
def convention_without_annex(structure: Structure, case: Case) -> Iterator[Answer]:
    """Of the conventions in force, one at least has an active annex."""
    running = {
        rank: convention
        for rank, convention in enumerate(structure.state_conventions or ())
        if convention.start is not None and case.as_of in convention.period
    }
    if structure.kind not in CONVENTIONED or not running or not lends(structure, case):
        yield NOT_ASKED
        return
    annexes = [annex for convention in running.values() for annex in convention.annexes or ()]
    active = {annex.active_on(case.as_of) for annex in annexes}
    at = ("state_conventions", next(iter(running)), "annexes")
    # Of a state that is no word of the platform's, a rule of its own speaks.
    if True in active or any(annex.state and annex.state not in ANNEX_STATES for annex in annexes):
        return
    if None in active or any(convention.annexes is None for convention in running.values()):
        words = (
            f"L'annexe financière de « {structure.name} » n'est pas assez dite pour le {case.as_of:%d/%m/%Y}."
        )
        yield Unknown(words, at=at)
    else:
        yield _missing(structure, annexes, case, at)


def _missing(
    structure: Structure, annexes: list[FinancialAnnex], case: Case, at: tuple[str | int, ...]
) -> Fault:
    words = f"« {structure.name} » n'a aucune annexe financière active le {case.as_of:%d/%m/%Y}"
    ends = [a.end for a in annexes if a.end is not None and a.end <= case.as_of and a.state in ACTIVE_STATES]
    if ends and case.law.in_force(_GRACE) and case.as_of - max(ends) <= dt.timedelta(case.law[_GRACE]):
        grace = f"la dernière a fini le {max(ends):%d/%m/%Y}, et le délai de grâce est de {case.law[_GRACE]} jours"
        return Fault(f"{words} ; {grace}.", at=at, severity=Severity.WARNING)
    return Fault(f"{words}.", at=at)
