"""Pydantic: a model, and a loop over the rows of the CSV file."""

import csv
import datetime as dt
import gc
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field, ValidationError

from peers.across import Across
from peers.world import World, counted


class Mission(BaseModel):
    """One row."""

    id_mission: str = Field(min_length=1)
    id_commande: str | None
    structure: str = Field(min_length=1)
    client: str = Field(min_length=1)
    type_client: Literal["entreprise", "organisme-public", "particulier", "association"]
    departement: str | None
    salarie: str = Field(min_length=1)
    offre: str | None
    metier: str = Field(min_length=1)
    debut: dt.date
    fin: dt.date
    heures: float | None = Field(ge=0)
    heures_jour_max: float | None = Field(ge=0)
    tarif_horaire: float | None = Field(ge=0)
    presente_le: dt.date | None
    dpae_le: dt.datetime | None
    debut_a: dt.datetime | None
    contrat_mad_le: dt.date | None
    contrat_travail_le: dt.date | None
    formation_le: dt.date | None
    accueil_le: dt.date | None
    poste_a_risque: bool | None
    incidents: int | None = Field(ge=0)


def judged(folder: Path, file: str) -> dict[str, int]:
    """Return the rows at fault of each kind."""
    return counted(kind for _, kind in _at_fault(World(folder), folder / file))


def _at_fault(world: World, path: Path) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    across = Across(world)
    # What is kept of a million rows makes the collector of garbage take as long as all the rest.
    gc.disable()
    with path.open(encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file), 2):
            try:
                mission = Mission.model_validate({name: text or None for name, text in row.items()})
            except ValidationError as error:
                yield from ((number, str(one["loc"])) for one in error.errors())
                continue
            told = mission.__dict__
            yield from ((number, kind) for kind in world.faults(told))
            if mission.id_mission in seen:
                yield number, "Z076"
            seen.add(mission.id_mission)
            across.keep(number, told)
    yield from across.faults()
