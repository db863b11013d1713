"""A public contract carries an environmental condition of performance."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z822",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.INFO,
    requirement="Un marché public lancé depuis le 22 août 2026 porte une condition environnementale d'exécution.",
    why="C'est à l'acheteur de l'écrire, et à qui répond de savoir qu'elle viendra.",
    remedy="Signalez-le à l'acheteur, ou donnez environmental_condition = true.",
    source=verified(
        "Loi Climat de 2021, art. 35", "2026-08-22", "marche-public.fr ; circulaire.legifrance.gouv.fr"
    ),
    since=dt.date(2026, 8, 22),
    good={"public_contracts.0.launched_on": "2026-09-01", "public_contracts.0.environmental_condition": True},
    bad={"public_contracts.0.launched_on": "2026-09-01", "public_contracts.0.environmental_condition": False},
)
def environmental_condition_missing(contract: PublicContract, _: Case) -> Iterator[Answer]:
    """The contract has its condition."""
    at = ("environmental_condition",)
    if contract.launched_on is None:
        yield NOT_ASKED
    elif contract.environmental_condition is None:
        words = f"Le dossier ne dit pas si le marché « {contract.key} » porte une condition environnementale."
        yield Unknown(words, at=at)
    elif not contract.environmental_condition:
        yield Fault(f"Le marché « {contract.key} » ne porte aucune condition environnementale.", at=at)
