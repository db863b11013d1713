"""An AI receives people several days a week."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure, StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_DAYS = "ai.open-days-min"


@rule(
    "Z317",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="La convention d'une AI avec l'État prévoit une permanence de trois jours par semaine au moins, ou"
    " l'équivalent.",
    why="Qui cherche du travail doit trouver quelqu'un derrière la porte.",
    remedy="Donnez open_days à la convention avec l'État, d'après l'acte signé.",
    source=as_in_2015("Code du travail, art. R5132-12 2° c"),
    figures=(_DAYS,),
    reading="Jugé sur les conventions en cours au jour de la vérification.",
    good={"structures.0.state_conventions.0.open_days": 3},
    bad={"structures.0.state_conventions.0.open_days": 2.5},
)
def too_few_open_days(structure: Structure, case: Case) -> Iterator[Answer]:
    """Each convention of the day foresees the days."""
    conventions = enumerate(structure.state_conventions or ())
    held = [(rank, c) for rank, c in conventions if c.start and case.as_of in c.period]
    if structure.kind is not StructureKind.AI or not held:
        yield NOT_ASKED
        return
    least = case.law[_DAYS]
    for rank, convention in held:
        at, about = ("state_conventions", rank, "open_days"), str(rank)
        if convention.open_days is None:
            words = (
                f"Le dossier ne dit pas combien de jours par semaine « {structure.name} » reçoit le public."
            )
            yield Unknown(words, at=at, about=about)
        elif convention.open_days < least:
            told = f"{convention.open_days:g}".replace(".", ",")
            words = f"La convention de « {structure.name} » prévoit {told} jours de permanence, pour {least} au moins."
            yield Fault(words, at=at, about=about)
