"""An annex is yearly."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.period import last_day_of
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z706",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une annexe financière dure au plus un an.",
    why="Le financement tient à des avenants annuels : une annexe plus longue a une date fausse.",
    remedy="Vérifiez start et end sur l'annexe signée ; écrivez une annexe par année.",
    source=as_in_2015("Code du travail, art. R5132-3, R5132-10-8, R5132-13 et R5132-29"),
    figures=("state.annex-months-max",),
    good={"structures.0.state_conventions.0.annexes.0.end": "2026-12-31"},
    bad={"structures.0.state_conventions.0.annexes.0.end": "2027-12-31"},
)
def annex_longer_than_year(structure: Structure, case: Case) -> Iterator[Answer]:
    """Each annex ends within the legal duration of its start."""
    told = [(path, a.start, a.end) for path, a in structure.annexes() if a.start and a.end]
    if not told:
        yield NOT_ASKED
        return
    months = int(case.law["state.annex-months-max"])
    for path, start, end in told:
        if end > last_day_of(start, months):
            days = f"du {start:%d/%m/%Y} au {end:%d/%m/%Y}"
            words = f"Une annexe financière de « {structure.name} » va {days} : plus de {months} mois."
            yield Fault(words, at=(*path, "end"), about=start.isoformat())
