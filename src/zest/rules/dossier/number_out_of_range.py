"""Counts and hours are not negative; shares are between none and all."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.references import numbers
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z047",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Les heures et les nombres de personnes ne sont pas négatifs ; une part va de 0 à 1.",
    why="Un nombre impossible fausse tous les totaux.",
    remedy="Corrigez le nombre.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"missions.0.hours": 0},
    bad={"missions.0.hours": -3},
)
def number_out_of_range(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """Each number is inside its bounds."""
    for path, value, most in numbers(dossier):
        if not 0 <= value <= most:
            bound = "positif ou nul" if most == float("inf") else f"de 0 à {most:g}"
            told = f"{value:g}".replace(".", ",")
            yield Fault(
                f"« {path[-1]} » vaut {told} ; il faut un nombre {bound}.",
                at=path,
                about=".".join(map(str, path)),
            )
