"""Exits of persons from structures."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator

from zest.exchange.asp.hours import Pair
from zest.exchange.asp.reading import Reading, key_of
from zest.exchange.flux_iae import Row
from zest.model.outcome import Outcome, OutcomeClass


def outcomes(
    reading: Reading, contracts: Iterable[Row], months: Iterable[tuple[Pair, int, float]]
) -> Iterator[Outcome]:
    """Yield each exit: the last one of a person from a structure. Persons are numbered in the order of the file."""
    table = "ContratMission"
    hours: dict[Pair, float] = defaultdict(float)
    for pair, _, worked in months:
        hours[pair] += worked
    exits: dict[Pair, tuple[dt.date, Row]] = {}
    for row in contracts:
        left = reading.day(row.get("contrat_date_sortie_definitive", ""), table)
        pair = (row.get("contrat_id_pph", ""), row.get("contrat_id_structure", ""))
        if left and (pair not in exits or left >= exits[pair][0]):
            exits[pair] = (left, row)
    people = {
        person: rank for rank, person in enumerate(dict.fromkeys(person for person, _ in exits), start=1)
    }
    for (person, structure), (left, row) in exits.items():
        yield Outcome(
            employee=f"s-{people[person]:04}",
            structure=key_of(structure),
            left_on=left,
            outcome=_class(reading, row.get("contrat_motif_sortie_code", "")),
            hours=hours.get((person, structure)),
        )


def _class(reading: Reading, code: str) -> OutcomeClass | None:
    if code and code not in reading.motives:
        reading.ledger.lose(
            "contrat_motif_sortie_code", f"Rien ne dit ce que veut dire le motif de sortie « {code} »."
        )
    return reading.motives.get(code)
