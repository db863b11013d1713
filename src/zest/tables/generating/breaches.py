"""The kinds of breaches that can be planted."""

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

from zest.tables.generating import changes
from zest.tables.generating.changes import changed, col, value
from zest.tables.generating.world import AS_OF

if TYPE_CHECKING:
    import polars as pl

CAP_MISSIONS: Final = 16
"""Missions of 35 hours of a worker who goes over the hours that an AI may lend to firms: 560 in all."""

CAP_HOURS: Final = 480
"""Hours of one worker that this breach goes beyond: a fact of the tables, as the law's figure is a dated value."""


Change = Callable[["pl.DataFrame"], "pl.DataFrame"]


def _nothing(rows: "pl.DataFrame") -> "pl.DataFrame":
    return rows


@attrs.frozen(kw_only=True)
class Plant:
    """One kind of breach.

    Attributes:
        size: how many records one takes, the last of them at fault.
        setting: what makes room for it, in the order and in the mission.
        fault: what breaks it, in the mission alone when there is one.
        names: column whose values refer to what is at fault.
    """

    fault: Change
    size: int = 1
    setting: Change = _nothing
    names: str = "id_mission"


OF_MISSIONS: Final[Mapping[str, Plant]] = MappingProxyType({
    "suivi": Plant(
        fault=changed(id_suivi=lambda: col("id_mission")().str.replace("M", "V", literal=True)),
        names="id_suivi",
    ),
    "presentation": Plant(fault=changed(presente_le=col("debut", days=1))),
    "dpae": Plant(fault=changed(dpae_le=col("debut_a", hours=3))),
    "contrat": Plant(
        fault=changed(contrat_mad_le=col("debut", days=12), contrat_travail_le=col("debut", days=12))
    ),
    "tarif": Plant(size=2, setting=changes.same_market, fault=changes.dearer),
    "plafond-heures": Plant(size=CAP_MISSIONS, setting=changes.over_the_cap, fault=_nothing, names="salarie"),
    "formation": Plant(
        setting=changed(poste_a_risque=value(True)), fault=changed(formation_le=col("debut", days=3))
    ),
    "incident": Plant(fault=changed(incidents=value(1))),
    "fin-avant-debut": Plant(fault=changed(fin=col("debut", days=-3))),
    "chevauchement": Plant(size=2, setting=changes.overlapping, fault=_nothing),
    "journee-trop-longue": Plant(fault=changed(heures_jour_max=value(25.0))),
    "metier-inconnu": Plant(fault=changed(metier=value("dresseur-de-licornes"))),
})  # fmt: skip

OF_ORDERS: Final[Mapping[str, Plant]] = MappingProxyType({
    "reponse-horloge-seule": Plant(
        setting=changes.from_a_tuesday,
        fault=changed(traitee_le=col("recue_le", hours=60)),
        names="id_commande",
    ),
    "reponse-heures-ouvrees": Plant(
        setting=changes.from_a_tuesday,
        fault=changed(traitee_le=col("recue_le", days=21)),
        names="id_commande",
    ),
    "commande-complete": Plant(
        fault=changed(**dict.fromkeys(("metier", "personnes", "tache_precise", "cas_recours"), value(None))),
        names="id_commande",
    ),
    "commande-en-double": Plant(fault=changes.twice, names="id_commande"),
    "date-future": Plant(
        fault=changed(
            recue_le=value(dt.datetime.combine(AS_OF, dt.time(10)) + dt.timedelta(days=11)),
            traitee_le=value(dt.datetime.combine(AS_OF, dt.time(12)) + dt.timedelta(days=11)),
            debut=value(AS_OF + dt.timedelta(days=20)),
            fin=value(AS_OF + dt.timedelta(days=24)),
        ),
        names="id_commande",
    ),
    # The last one: its clients are told too.
    "referent": Plant(size=3, fault=changes.second_referent, names="id_commande"),
})  # fmt: skip
