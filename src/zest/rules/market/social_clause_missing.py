"""Above the European thresholds, a public contract carries a social condition of performance."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import recalled


@rule(
    "Z823",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Au-dessus des seuils européens, un marché lancé depuis le 22 août 2026 porte une condition sociale.",
    why="C'est par cette condition que des heures d'insertion entrent dans un marché.",
    remedy="Signalez-le à l'acheteur, qui peut avoir une exception à dire ; ou donnez social_clause = true.",
    source=recalled("Code de la commande publique, art. L2112-2-1 ; loi Climat de 2021, art. 35"),
    since=dt.date(2026, 8, 22),
    reading="L'article prévoit des exceptions qui n'ont pas été relues : la règle avertit.",
    good={"public_contracts.0.launched_on": "2026-09-01", "public_contracts.0.above_thresholds": True},
    bad={
        "public_contracts.0.launched_on": "2026-09-01",
        "public_contracts.0.above_thresholds": True,
        "public_contracts.0.social_clause": False,
    },
)
def social_clause_missing(contract: PublicContract, _: Case) -> Iterator[Answer]:
    """A large contract has its condition."""
    if contract.launched_on is None or contract.above_thresholds is False or contract.social_clause:
        yield NOT_ASKED
    elif contract.above_thresholds is None:
        words = f"Le dossier ne dit pas si le marché « {contract.key} » dépasse les seuils européens."
        yield Unknown(words, at=("above_thresholds",))
    elif contract.social_clause is None:
        words = f"Le dossier ne dit pas si le marché « {contract.key} » porte une clause sociale."
        yield Unknown(words, at=("social_clause",))
    else:
        words = (
            f"Le marché « {contract.key} », au-dessus des seuils européens, ne porte aucune clause sociale."
        )
        yield Fault(words, at=("social_clause",))
