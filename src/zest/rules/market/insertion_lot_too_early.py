"""In 2014, no public lot was reserved for insertion."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract, Reservation
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z827",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="En 2014 et 2015, un lot n'est réservé qu'aux entreprises adaptées et aux ESAT.",
    why="Le code d'alors ne réservait rien à l'insertion : elle y entrait par une condition d'exécution ou un critère.",
    remedy="Vérifiez launched_on et reserved ; une clause sociale se dit social_clause = true.",
    source=as_in_2015("Code des marchés publics, art. 15"),
    since=dt.date(2014, 1, 1),
    until=dt.date(2015, 12, 31),
    reading="Le texte a été lu dans son état de 2015, et a valu jusqu'en 2016 : zest ne juge ainsi que 2014 et 2015.",
    good={"public_contracts.0.reserved": "disability", "public_contracts.0.launched_on": "2014-06-16"},
    bad={"public_contracts.0.launched_on": "2014-06-16"},
)
def insertion_lot_too_early(contract: PublicContract, _: Case) -> Iterator[Answer]:
    """No lot of that time is reserved for insertion, alone or with disability."""
    families = (Reservation.INSERTION, Reservation.DISABILITY_AND_INSERTION)
    if contract.reserved not in families or contract.launched_on is None:
        yield NOT_ASKED
    else:
        day = f"{contract.launched_on:%d/%m/%Y}"
        words = f"Le lot « {contract.key} », lancé le {day}, est réservé à l'insertion : le code d'alors l'ignorait."
        yield Fault(words, at=("reserved",))
