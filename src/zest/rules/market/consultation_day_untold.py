"""A public contract is judged by the law of the day that its consultation was launched."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract
from zest.rule import Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z821",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Un marché public dit le jour où sa consultation a été lancée.",
    why="Réservations et clauses ont chacune leur date : un marché de 2014 se juge selon 2014.",
    remedy="Donnez launched_on, tel que l'avis le porte.",
    source=verified(
        "Loi Climat de 2021, art. 35, qui vaut pour les consultations lancées à compter d'un jour",
        "2026-08-22",
        "marche-public.fr ; circulaire.legifrance.gouv.fr",
    ),
    good={"public_contracts.0.launched_on": "2026-01-05"},
    bad={"public_contracts.0.launched_on": None},
)
def consultation_day_untold(contract: PublicContract, _: Case) -> Iterator[Answer]:
    """The day is told."""
    if contract.launched_on is None:
        words = f"Le dossier ne dit pas quand la consultation du marché « {contract.key} » a été lancée."
        yield Unknown(words, at=("launched_on",))
