"""Members that answer a public tender each on its own do not offer one price."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract
from zest.readings.common_price import one_person, shared_offer
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z803",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Des structures qui répondent séparément à un marché public fixent chacune leur prix.",
    why="Un prix convenu entre concurrents d'un appel d'offres est une entente, si petits soient-ils.",
    remedy="Répondez en groupement momentané déclaré, ou laissez chaque structure faire son prix.",
    source=as_in_2015("Code de commerce, art. L420-1, L464-6-1 et L464-6-2"),
    reading="La tolérance pour les faibles parts de marché ne vaut pas pour les marchés publics ;"
    " un groupement déclaré est licite (lecture de zest).",
    good={"public_contracts.0.bidders": ["ai", "etti"]},
    bad={"public_contracts.0.bidders": ["ai", "etti"], "public_contracts.0.common_price": True},
)
def common_price_in_separate_bids(contract: PublicContract, case: Case) -> Iterator[Answer]:
    """Of several bidders that declare no grouping, none offers the price of another."""
    keys = tuple(dict.fromkeys(contract.bidders))
    members = [member for key in keys if (member := case.dossier.structure(key))]
    alone = len(keys) <= 1 or (len(members) == len(keys) and one_person(members))
    if alone or contract.declared_grouping:
        yield NOT_ASKED
    elif contract.common_price is None or (contract.common_price and contract.declared_grouping is None):
        yield _unknown(contract, case)
    elif contract.common_price:
        words = f"{len(keys)} structures répondent séparément au marché « {contract.key} » et y offrent le même prix."
        yield Fault(words, at=("common_price",))


def _unknown(contract: PublicContract, case: Case) -> Unknown:
    if contract.common_price:
        words = f"Le marché « {contract.key} » reçoit un même prix : d'un groupement déclaré, ou non ?"
        return Unknown(words, at=("declared_grouping",), remedy="Donnez declared_grouping.")
    members = [member for key in contract.bidders if (member := case.dossier.structure(key))]
    shared = shared_offer(members, case)
    more = f" ; ils partagent le tarif de l'offre « {shared.key} »" if shared else ""
    words = f"Plusieurs membres répondent au marché « {contract.key} »{more} : au même prix, ou non ?"
    return Unknown(words, at=("common_price",), remedy="Donnez common_price.")
