"""Lots are reserved for work in prison since 20 October 2022."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract, Reservation
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z826",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un lot n'est réservé au travail en prison que depuis le 20 octobre 2022.",
    why="Une réservation que le droit du jour n'ouvre pas rend le marché attaquable.",
    remedy="Vérifiez launched_on et reserved sur l'avis.",
    source=verified(
        "Code de la commande publique, art. L2113-13-1, créé le 20 octobre 2022",
        "2026-08-22",
        "legal.tricoteuses.fr",
    ),
    figures=("market.prison-reservation",),
    good={"public_contracts.0.reserved": "prison"},
    bad={"public_contracts.0.reserved": "prison", "public_contracts.0.launched_on": "2022-10-19"},
)
def prison_lot_too_early(contract: PublicContract, case: Case) -> Iterator[Answer]:
    """No lot of before that day is reserved so."""
    if contract.reserved is not Reservation.PRISON or contract.launched_on is None:
        yield NOT_ASKED
    elif not case.law.in_force("market.prison-reservation"):
        day = f"{contract.launched_on:%d/%m/%Y}"
        words = f"Le lot « {contract.key} », lancé le {day}, est réservé au travail en prison."
        yield Fault(words, at=("reserved",))
