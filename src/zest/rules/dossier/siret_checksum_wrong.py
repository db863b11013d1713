"""A SIRET whose check digit fails is probably mistyped; real files hold some, so nothing stops."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z045",
    on=Structure,
    ground=Ground.PRACTICE,
    severity=Severity.WARNING,
    requirement="La clé de contrôle d'un SIRET est juste.",
    why="Un chiffre faux désigne une autre entreprise, ou aucune.",
    remedy="Recopiez le SIRET depuis l'avis de situation de l'INSEE.",
    source=verified("INSEE, clé de Luhn des SIREN et SIRET ; règle propre de La Poste", "2026-08-22"),
    good={"structures.0.siret": "35600000049837"},
    bad={"structures.0.siret": "10000000900109"},
)
def siret_checksum_wrong(structure: Structure, _: Case) -> Iterator[Answer]:
    """The check digit holds."""
    if structure.siret is None:
        yield NOT_ASKED
    elif not structure.siret.checksum_ok:
        yield Fault(
            f"La clé de contrôle du SIRET {structure.siret} de « {structure.name} » est fausse.",
            at=("siret",),
        )
