"""The prefect's derogation to the hours cap: whole, of its time, and three years at most."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.convention import HoursDerogation
from zest.model.structure import Structure, StructureKind
from zest.readings.hours_cap.lifting import YEARS, possible_on, too_long
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_OWED = MappingProxyType({"start": "premier jour", "end": "dernier jour", "department": "département"})


@rule(
    "Z304",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une dérogation au plafond d'heures d'une AI dit son département et ses dates, et dure trois ans au"
    " plus.",
    why="Le préfet la donne au vu de l'activité des ETTI du département : ailleurs, plus tôt ou plus tard, elle ne"
    " lève rien.",
    remedy="Reprenez les dates et le département de l'acte du préfet ; s'il est fini, demandez son renouvellement.",
    source=verified(
        "Code du travail, art. L5132-9 2° et D5132-18-1 (décret n° 2021-1129)",
        "2026-08-22",
        "horizon63.cerfrance.fr",
    ),
    figures=(YEARS,),
    reading="La dérogation n'existe que depuis le 1er septembre 2021 : une date antérieure ne lève rien. Elle se"
    " renouvelle.",
    good={"structures.0.derogations": [{"start": "2024-01-01", "end": "2026-12-31", "department": "14"}]},
    bad={"structures.0.derogations": [{"start": "2024-01-01", "end": "2027-01-01", "department": "14"}]},
)
def hours_derogation_out_of_bounds(structure: Structure, case: Case) -> Iterator[Answer]:
    """Each derogation tells what it must, after the law allowed it, and ends within the legal duration."""
    if structure.kind is not StructureKind.AI or not structure.derogations:
        yield NOT_ASKED
        return
    for rank, derogation in enumerate(structure.derogations):
        yield from _answers(structure, derogation, rank, case)


def _answers(structure: Structure, derogation: HoursDerogation, rank: int, case: Case) -> Iterator[Answer]:
    at, who = ("derogations", rank), f"La dérogation de « {structure.name} » au plafond d'heures"
    untold = [words for name, words in _OWED.items() if getattr(derogation, name) is None]
    start = derogation.start
    if untold:
        yield Unknown(f"{who} n'a pas de {' ni de '.join(untold)}.", at=at, about=str(rank))
    if start and not possible_on(start, case.law.law):
        words = f"{who} commence le {start:%d/%m/%Y}, quand la loi n'en prévoyait pas."
        yield Fault(words, at=(*at, "start"), about=str(rank))
    elif start and too_long(derogation, case.law.law):
        years = case.law.law.on(start)[YEARS]
        yield Fault(f"{who} dure plus de {years} ans.", at=(*at, "end"), about=str(rank))
