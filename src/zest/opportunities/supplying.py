"""What a collective can supply of a job on a territory: its offers, their jobs, its structures there."""

import enum
from collections.abc import Iterable, Mapping

import attrs

from zest.model.dossier import Dossier
from zest.model.offer import OfferKind, SectorOffer
from zest.model.profile import SectorProfile
from zest.model.structure import TEMPORARY_WORK, Structure, StructureKind
from zest.opportunities.places import Area
from zest.opportunities.trades import Trade, national

LENDERS = frozenset({StructureKind.AI, *TEMPORARY_WORK})
"""Kinds whose trade is to lend staff to any client."""


class Level(enum.StrEnum):
    """How near a collective is to a job."""

    OFFERED = "offered"
    SECTOR = "sector"
    LENDERS = "lenders"
    NOTHING = "nothing"


@attrs.frozen(kw_only=True)
class Supply:
    """What a collective can supply.

    Attributes:
        level: an offer proposes the job; an offer is of its sector; somebody there may lend; nothing.
        structures: number of structures of the territory that carry such an offer, or that may lend.
        unplaced: number of those whose département the dossier does not tell.
        qualified: whether the survey's code asks for a qualification.
    """

    level: Level
    structures: int = 0
    unplaced: int = 0
    qualified: bool = False


def supply(
    trades: Iterable[Trade], dossier: Dossier, area: Area, sectors: Mapping[str, SectorProfile]
) -> Supply:
    """Return what a collective can supply of the jobs that a code covers."""
    told = tuple(trades)
    qualified = bool(told) and all(trade.qualified for trade in told)
    jobs = {(trade.sector, trade.job) for trade in told}
    offers = [offer for offer in dossier.offers if offer.kind is OfferKind.LENDING]
    near = [offer for offer in offers if _sector(offer, sectors) in {trade.sector for trade in told}]
    own = [offer for offer in near if _proposes(offer, jobs, sectors)]
    level = Level.OFFERED if own else Level.SECTOR if near else Level.LENDERS
    members = _carriers(own or near, dossier) if near else _lenders(dossier)
    return _placed(level, members, area, qualified=qualified)


def _sector(offer: SectorOffer, sectors: Mapping[str, SectorProfile]) -> str:
    return national(offer.sector or "", sectors)


def _proposes(offer: SectorOffer, jobs: set[tuple[str, str]], sectors: Mapping[str, SectorProfile]) -> bool:
    return any((_sector(offer, sectors), job) in jobs for job in offer.jobs or ())


def _carriers(offers: Iterable[SectorOffer], dossier: Dossier) -> tuple[Structure, ...]:
    return tuple(one for one in dossier.structures if any(dossier.carries(one, offer) for offer in offers))


def _lenders(dossier: Dossier) -> tuple[Structure, ...]:
    return tuple(one for one in dossier.structures if one.kind in LENDERS)


def _placed(level: Level, members: Iterable[Structure], area: Area, *, qualified: bool) -> Supply:
    """Keep those that are there. Only départements tell where a structure is: a basin is finer, a region larger."""
    told = tuple(members)
    unplaced = sum(one.department is None for one in told)
    here = [one for one in told if not area.departments or one.department in area.departments]
    count = len(here) + (unplaced if area.departments else 0)
    return Supply(
        level=level if count else Level.NOTHING,
        structures=count,
        unplaced=unplaced if area.departments else 0,
        qualified=qualified,
    )
