"""The whole that is checked, and the walk over its parts."""

import datetime as dt
import functools
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Protocol

import attrs

from zest.findings import Finding, Place
from zest.model.activity import FollowUp, Mission, Order
from zest.model.client import Client
from zest.model.commitment import Measure
from zest.model.convention import LoanAgreement, Partnership
from zest.model.experience import ExperienceRecord
from zest.model.journey import Journey, Meeting, Training
from zest.model.offer import SectorOffer
from zest.model.outcome import ActivityResult, Outcome
from zest.model.procurement import PublicContract
from zest.model.structure import Structure
from zest.model.territory import Territory
from zest.model.waiver import Waiver

KeyPath = tuple[str | int, ...]
"""Keys and indices from the root of a dossier: ``("structures", 3, "siret")``."""


COLLECTIONS: Mapping[str, str] = MappingProxyType({
    "commandes": "orders", "missions": "missions", "suivis": "follow_ups", "sorties": "outcomes",
})  # fmt: skip
"""For each record table, the collection that its rows are objects of."""


class Sources(Protocol):
    """Knows where each part of a dossier was written."""

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path``, or of its nearest ancestor that was written."""
        ...

    def lost(self, path: KeyPath) -> bool:
        """Whether something at, above or below ``path`` was left out as unreadable, and so reported already."""
        ...


@attrs.frozen
class NoSources:
    """A dossier made in memory was written nowhere."""

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the empty place."""
        del path, key
        return Place()

    def lost(self, path: KeyPath) -> bool:
        """Nothing was read, so nothing was lost."""
        del path
        return False


@attrs.frozen(kw_only=True)
class Collective:
    """The structures that answer together (*collectif*).

    Attributes:
        name: as printed.
        territory: where; ``None`` when not told.
        created_on: the day, or the first of the month when only that is known.
        fictional: invented, for examples and tests.
        coordinator: function of who drives it.
        coordinator_fte: full-time equivalent of that function, 0–1.
        network: regional COORACE that supports it.
        note: French words.
        phone: for documents: where a client calls the collective.
        email: for documents.
        website: for documents, without « https:// ».
    """

    name: str
    territory: Territory | None = None
    created_on: dt.date | None = None
    fictional: bool = False
    coordinator: str = ""
    coordinator_fte: float | None = None
    network: str = ""
    note: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""


@attrs.frozen(kw_only=True)
class Dossier:
    """Everything that is checked. A field left ``None`` was not told.

    Attributes:
        collective: who; ``None`` when the dossier does not say.
        structures: the members.
        offers: what they sell together.
        journey: how far they are on the method's way.
        trainings: those held or planned.
        meetings: those held.
        partnerships: levers signed with branches.
        clients: those that missions and orders name.
        orders: requests.
        missions: lendings.
        follow_ups: of missions.
        outcomes: exits, one by one.
        results: totals.
        measures: commitments as measured.
        loans: non-profit loans.
        public_contracts: public contracts that the lending serves.
        waivers: accepted findings.
        experiences: experience sheets.
        faults: what loading found: syntax, shape, type.
        remarks: what it found of the files that the dossier names, the logos; they hide nothing of the dossier.
        lost: keys of the objects that loading had to leave out, so that nobody reports them again.
        readable: ``False`` when not even its outermost shape could be read.
        sources: where each part was written.
        tables: record tables of its folder, as they were read (``zest.tables.table.Table``), to be measured.
        judged: names of the tables whose rows are among its orders, missions, follow-ups and exits.
    """

    collective: Collective | None = None
    structures: tuple[Structure, ...] = ()
    offers: tuple[SectorOffer, ...] = ()
    journey: Journey | None = None
    trainings: tuple[Training, ...] | None = None
    meetings: tuple[Meeting, ...] | None = None
    partnerships: tuple[Partnership, ...] = ()
    clients: tuple[Client, ...] = ()
    orders: tuple[Order, ...] = ()
    missions: tuple[Mission, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    results: tuple[ActivityResult, ...] = ()
    measures: tuple[Measure, ...] = ()
    loans: tuple[LoanAgreement, ...] = ()
    public_contracts: tuple[PublicContract, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    experiences: tuple[ExperienceRecord, ...] = ()
    faults: tuple[Finding, ...] = attrs.field(default=(), eq=False, metadata={"omit": True})
    remarks: tuple[Finding, ...] = attrs.field(default=(), eq=False, metadata={"omit": True})
    lost: frozenset[str] = attrs.field(default=frozenset(), eq=False, metadata={"omit": True})
    readable: bool = attrs.field(default=True, eq=False, metadata={"omit": True})
    sources: Sources = attrs.field(factory=NoSources, eq=False, repr=False, metadata={"omit": True})
    tables: tuple[Any, ...] = attrs.field(default=(), eq=False, repr=False, metadata={"omit": True})
    judged: frozenset[str] = attrs.field(default=frozenset(), eq=False, metadata={"omit": True})

    @property
    def name(self) -> str:
        """Name of the collective, or words that say that there is none."""
        return self.collective.name if self.collective else "collectif sans nom"

    @property
    def sectors(self) -> tuple[str, ...]:
        """Slugs of the sectors that the offers name, each once, in order."""
        return tuple(dict.fromkeys(offer.sector for offer in self.offers if offer.sector))

    @property
    def unseen(self) -> frozenset[str]:
        """Collections of which a table has more rows than are judged one by one: what is not there may be in it."""
        told = (table.name for table in self.tables if table.name not in self.judged)
        return frozenset(COLLECTIONS[name] for name in told)

    def structure(self, key: str) -> Structure | None:
        """Return the member of that key, if there is one."""
        return self._structures_by_key.get(key)

    def client(self, key: str) -> Client | None:
        """Return the client of that key, if there is one."""
        return self._clients_by_key.get(key)

    def carriers(self, offer: SectorOffer) -> tuple[Structure, ...]:
        """Return the members that carry ``offer``: those it names, or all."""
        return tuple(s for s in self.structures if self.carries(s, offer))

    def carries(self, structure: Structure, offer: SectorOffer) -> bool:
        """Whether a member carries ``offer``."""
        return offer.structures is None or structure.key in offer.structures

    def offer(self, key: str) -> SectorOffer | None:
        """Return the offer of that key; with no key, the only offer when there is but one."""
        if not key and len(self.offers) == 1:
            return self.offers[0]
        return next((o for o in self.offers if o.key == key), None)

    @functools.cached_property
    def _structures_by_key(self) -> Mapping[str, Structure]:
        """The first of a key is the one that it names."""
        return {structure.key: structure for structure in reversed(self.structures)}

    @functools.cached_property
    def _clients_by_key(self) -> Mapping[str, Client]:
        """The first of a key is the one that it names."""
        return {client.key: client for client in reversed(self.clients)}
