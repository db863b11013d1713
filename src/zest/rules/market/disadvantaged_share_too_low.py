"""Who answers a lot reserved for insertion employs disadvantaged workers for a good half."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract, Reservation
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_ASKED = (Reservation.INSERTION, Reservation.DISABILITY_AND_INSERTION)


@rule(
    "Z824",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Qui répond à un lot réservé à l'insertion emploie une part minimale de travailleurs défavorisés.",
    why="La réservation écarte les autres entreprises : elle ne vaut que pour qui emploie ceux qu'elle protège.",
    remedy="Vérifiez disadvantaged_share sur l'effectif, ou ne répondez pas à ce lot.",
    source=verified(
        "Code de la commande publique, art. L2113-13", "2026-08-22", "code-commande-publique.com"
    ),
    figures=("market.disadvantaged-share-min",),
    reading="D'un lot réservé à la fois au handicap et à l'insertion, la part de chacun n'a pas été lue :"
    " au-dessous du minimum, zest ne tranche pas.",
    good={"public_contracts.0.disadvantaged_share": 0.5},
    bad={"public_contracts.0.disadvantaged_share": 0.49},
)
def disadvantaged_share_too_low(contract: PublicContract, case: Case) -> Iterator[Answer]:
    """The share that the contract tells is at least the legal one."""
    if contract.reserved not in _ASKED:
        yield NOT_ASKED
        return
    least, share, at = (
        case.law["market.disadvantaged-share-min"],
        contract.disadvantaged_share,
        ("disadvantaged_share",),
    )
    if share is None:
        words = f"La part de travailleurs défavorisés n'est pas dite pour le lot réservé « {contract.key} »."
        yield Unknown(words, at=at)
    elif share < least and contract.reserved is Reservation.INSERTION:
        words = f"{_percent(share)} de travailleurs défavorisés ; le lot « {contract.key} » en veut {_percent(least)}."
        yield Fault(words, at=at)
    elif share < least:
        words = (
            f"Le lot « {contract.key} » est réservé au handicap aussi : {_percent(share)} y suffisent-ils ?"
        )
        yield Unknown(words, at=at)


def _percent(share: float) -> str:
    return f"{share * 100:.4g} %".replace(".", ",")
