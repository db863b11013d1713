"""A convention with the State lasts three years at most."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.period import last_day_of
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z701",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une convention avec l'État dure au plus trois ans.",
    why="Une durée plus longue trahit une date fausse, ou une convention qui n'a pas été renouvelée.",
    remedy="Vérifiez start et end sur l'acte signé.",
    source=as_in_2015("Code du travail, art. R5132-3, R5132-10-8, R5132-13 et R5132-29"),
    figures=("lending.state-convention-years-max",),
    good={"structures.0.state_conventions.0.end": "2027-12-31"},
    bad={"structures.0.state_conventions.0.end": "2030-12-31"},
)
def state_convention_too_long(structure: Structure, case: Case) -> Iterator[Answer]:
    """Each convention ends within the legal duration of its start."""
    if not structure.state_conventions:
        yield NOT_ASKED
    years = case.law["lending.state-convention-years-max"]
    for rank, convention in enumerate(structure.state_conventions or ()):
        if convention.start and convention.end and convention.end > last_day_of(convention.start, years * 12):
            words = f"La convention de « {structure.name} » avec l'État dure plus de {years} ans."
            yield Fault(words, at=("state_conventions", rank, "end"), about=convention.start.isoformat())
