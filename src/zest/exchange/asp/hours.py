"""Hours that persons worked, month by month, and their sum in each year."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from zest.exchange.asp.reading import Reading, key_of
from zest.exchange.flux_iae import Row, told
from zest.model.outcome import ActivityResult

Pair = tuple[str, str]
"""Number of a person and of a structure, as the ASP has them."""


def months(reading: Reading, contracts: Mapping[str, Row]) -> Iterator[tuple[Pair, int, float]]:
    """Yield person and structure, year, and hours worked, month by month; of a month, its latest version alone."""
    table = "EtatMensuelIndiv"
    latest: dict[tuple[str, ...], tuple[float, Row]] = {}
    for row in reading.rows(table):
        which = tuple(told(row, "emi_afi_id", "emi_ctr_id", "emi_pph_id", "emi_sme_annee", "emi_sme_mois"))
        version = reading.number(row.get("emi_sme_version", ""), table) or 0
        if which not in latest or version >= latest[which][0]:
            latest[which] = (version, row)
    for _, row in latest.values():
        contract = contracts.get(row.get("emi_ctr_id", ""))
        year, hours = (
            reading.number(text, table) for text in told(row, "emi_sme_annee", "emi_nb_heures_travail")
        )
        if contract is None:
            reading.ledger.lose(
                "emi_nb_heures_travail", "Le contrat de ces heures n'est pas dans l'export des contrats."
            )
        elif year and hours is not None:
            yield (row.get("emi_pph_id", ""), contract.get("contrat_id_structure", "")), int(year), hours


def results(worked: Iterable[tuple[Pair, int, float]]) -> Iterator[ActivityResult]:
    """Yield the hours of each structure in each year."""
    totals: dict[tuple[str, int], float] = defaultdict(float)
    for (_, structure), year, hours in worked:
        totals[structure, year] += hours
    for (structure, year), hours in sorted(totals.items()):
        yield ActivityResult(
            structure=key_of(structure), start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), hours=hours
        )
