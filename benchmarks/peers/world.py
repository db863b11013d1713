"""What every peer is told of the generated missions, and the rows at fault of each kind that all of them look for."""

import datetime as dt
import functools
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from zest.tables.generating.world import TRADES
from zest.working_days import SPECIAL_PLACES, working_days_later

KINDS = ["entreprise", "organisme-public", "particulier", "association"]
JOBS = frozenset(job for trade in TRADES for job in trade.jobs)
DAYS = ("debut", "fin", "presente_le", "contrat_mad_le", "contrat_travail_le", "formation_le", "accueil_le")
TEXTS = ("id_mission", "id_commande", "structure", "client", "departement", "salarie", "offre", "metier")
NUMBERS = ("heures", "heures_jour_max", "tarif_horaire")
MOMENTS = ("dpae_le", "debut_a")
DONE = ("presente_le", "contrat_mad_le", "contrat_travail_le", "formation_le", "accueil_le", "dpae_le")
NEEDED = ("id_mission", "structure", "client", "type_client", "salarie", "metier", "debut", "fin")
CAP = 480
"""Hours that an AI may lend one worker to companies in a window: code du travail, art. R5132-18 2°, as in our law."""
GAP = 1.05
"""What a structure may ask, at most, of what the cheapest asks for the same job in the same place and quarter."""
PLANNED = "%Y-%m-%dT%H:%M:%S"


class World:
    """Structures, the day of the measure, and the last day on which a contract may be signed, place by place."""

    def __init__(self, folder: Path) -> None:
        told: dict[str, Any] = json.loads((folder / "manifeste.json").read_text("utf-8"))
        self.kinds: Mapping[str, str] = told["structures"]
        self.lenders = frozenset(key for key, kind in self.kinds.items() if kind != "AI")
        self.day = dt.date.fromisoformat(told["as_of"])
        self.over = dt.datetime.combine(self.day + dt.timedelta(days=1), dt.time())

    @functools.cached_property
    def limits(self) -> dict[tuple[dt.date, str], dt.date]:
        """Two working days after each day that a mission may begin on."""
        days = [dt.date(2024, 6, 1) + dt.timedelta(days=n) for n in range(850)]
        return {
            (day, place): working_days_later(day, 2, place) for place in ("", *SPECIAL_PLACES) for day in days
        }

    def faults(self, row: Mapping[str, Any]) -> Iterator[str]:
        """Yield what one row is at fault of: for the peers that see one row at a time."""
        begun = row["debut"] <= self.day
        if begun and not self.formal(row):
            yield "formalities-before-start"
        if begun and not _by(row["accueil_le"], row["debut"]):
            yield "safety-welcome-done"
        if begun and row["poste_a_risque"] and not _by(row["formation_le"], row["debut"]):
            yield "trained-before-assignment"
        if begun and row["incidents"] != 0:
            yield "incident-free"
        yield from self.rules(row)

    def formal(self, row: Mapping[str, Any]) -> bool:
        """Whether the DPAE and both contracts came within their delay."""
        place = row["departement"] if row["departement"] in SPECIAL_PLACES else ""
        limit = self.limits[row["debut"], place]
        lent = limit if row["structure"] in self.lenders else row["debut"]
        return (
            _by(row["dpae_le"], row["debut_a"])
            and _by(row["contrat_travail_le"], limit)
            and _by(row["contrat_mad_le"], lent)
        )

    def rules(self, row: Mapping[str, Any]) -> Iterator[str]:
        """Yield the rules of rows that one row breaks."""
        days = (row["fin"] - row["debut"]).days + 1
        if days < 1:
            yield "Z071"
        if (days > 0 and (row["heures"] or 0) > 24 * days) or (row["heures_jour_max"] or 0) > 24:
            yield "Z073"
        if row["metier"] not in JOBS or row["structure"] not in self.kinds:
            yield "Z074"
        declared = row["dpae_le"] is not None and row["dpae_le"] >= self.over
        if declared or any(row[name] and row[name] > self.day for name in DONE[:-1]):
            yield "Z077"


def _by(done: Any, limit: Any) -> bool:
    return done is not None and limit is not None and done <= limit


def counted(found: Iterable[str]) -> dict[str, int]:
    """Return how many rows are at fault of each kind, in the order of the kinds."""
    counts: dict[str, int] = {}
    for kind in found:
        counts[kind] = counts.get(kind, 0) + 1
    return dict(sorted(counts.items()))
