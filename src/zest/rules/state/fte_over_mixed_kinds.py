"""Full-time equivalents of different kinds of structure are not added up on one divisor."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import ActivityResult
from zest.readings.divisors import members_of
from zest.readings.full_time import said
from zest.readings.lent_work import kind_lost
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import interpretation


@rule(
    "Z713",
    on=ActivityResult,
    ground=Ground.PRACTICE,
    severity=Severity.WARNING,
    requirement="Un total d'équivalents temps plein porte sur des structures d'une seule nature.",
    why="AI, ETTI, EI et ACI ne comptent ni les mêmes heures ni le même diviseur : leur somme n'a pas d'unité.",
    remedy="Donnez un résultat par structure ou par nature, chacun avec son diviseur ; pour l'ensemble, les heures.",
    source=interpretation(
        "Réforme de 2014 (une base par nature) et calcul des ETP réalisés (un diviseur par annexe)",
        "2026-08-22",
    ),
    good={"results.0.structure": None, "results.0.fte": None},
    bad={"results.0.structure": None},
)
def fte_over_mixed_kinds(result: ActivityResult, case: Case) -> Iterator[Answer]:
    """A total with a number of full-time equivalents covers one kind."""
    members = members_of(result, case.dossier)
    told = sorted({member.kind for member in members if member.kind})
    if result.fte is None or result.structure:
        yield NOT_ASKED
    elif len(told) > 1:
        words = f"{said(result.fte)} ETP sont donnés pour des structures de natures différentes ({', '.join(told)})."
        yield Fault(words, at=("fte",))
    elif any(member.kind is None and not kind_lost(member, case) for member in members):
        words = f"{said(result.fte)} ETP sont donnés pour des structures dont la nature n'est pas toute dite."
        yield Unknown(words, at=("fte",))
