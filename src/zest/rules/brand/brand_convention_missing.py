"""Third condition of the brand: a convention between the structure and COORACE."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z103",
    on=Structure,
    ground=Ground.BRAND,
    severity=Severity.ERROR,
    column="Convention de marque",
    requirement="Chaque structure a signé avec COORACE une convention qui tient le jour de la vérification.",
    why="COORACE accorde la marque structure par structure : la convention d'une autre ne couvre personne.",
    remedy="Faites signer la convention, puis donnez signed_by_structure_on et signed_by_coorace_on.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    reading="Le diaporama ne donne pas de durée à la convention : sans valid_to, elle court.",
    good={"structures.0.brand_convention.valid_to": "2027-12-31"},
    bad={"structures.0.brand_convention": {"signed": False}},
)
def brand_convention_missing(structure: Structure, case: Case) -> Iterator[Answer]:
    """The brand convention is signed by both and holds on the day of the check."""
    convention, at = structure.brand_convention, ("brand_convention",)
    if convention is None:
        words = f"Le dossier ne dit pas si « {structure.name} » a signé la convention de marque avec COORACE."
        yield Unknown(words, at=at)
    elif not convention.signed:
        yield Fault(f"« {structure.name} » n'a pas signé la convention de marque avec COORACE.", at=at)
    elif convention.signed_on is None:
        yield Unknown(
            f"La convention de marque de « {structure.name} » n'est pas datée des deux parties.", at=at
        )
    elif convention.signed_on > case.as_of:
        day = f"{convention.signed_on:%d/%m/%Y}"
        yield Fault(f"La convention de marque de « {structure.name} » n'est signée que le {day}.", at=at)
    elif not convention.holds(case.as_of):
        ended = f"{convention.valid_to:%d/%m/%Y}"
        yield Fault(
            f"La convention de marque de « {structure.name} » a pris fin le {ended}.", at=(*at, "valid_to")
        )
