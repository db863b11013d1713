"""One offer: one sector, one territory, its jobs, its tariffs and its commitments."""

import enum

import attrs

from zest.model.client import ClientKind
from zest.model.commitment import ServiceCommitment
from zest.model.identifiers import DepartmentCode, Idcc
from zest.model.territory import Territory


class OfferKind(enum.StrEnum):
    """What is sold. ``LENDING`` is the ZEST offer; the other two are the State platform's words."""

    LENDING = "lending"
    SERVICE = "service"
    GOODS = "goods"


@attrs.frozen(kw_only=True)
class Tariff:
    """A price that several structures apply (*tarif*). See the competition rules before using one.

    Attributes:
        label: French words.
        department: where it applies.
        hourly_cents: price of one hour, in euro cents, excluding tax.
        client_kind: to whom.
        legal_basis: why independent structures may share it (competition law); empty when not told.
    """

    label: str = ""
    department: DepartmentCode | None = None
    hourly_cents: int | None = None
    client_kind: ClientKind | None = None
    legal_basis: str = ""


@attrs.frozen(kw_only=True)
class SectorOffer:
    """What the collective sells in one sector on one territory (*offre de services*).

    Attributes:
        key: short reference inside the dossier.
        sector: slug of the sector plugin.
        territory: where; ``None`` when not told.
        kind: lending by default.
        structures: keys of the structures that carry it; ``None`` means all of the collective.
        clients: kinds of client it is sold to; ``None`` when not told.
        jobs: keys of the sector's jobs.
        agreements: collective agreements that the clients apply.
        commitments: promises; ``None`` when not told, empty when there is none.
        tariffs: common prices, if any.
        edition: edition of the sector's catalogue it was built on.
    """

    key: str
    sector: str | None = None
    territory: Territory | None = None
    kind: OfferKind = OfferKind.LENDING
    structures: tuple[str, ...] | None = None
    clients: tuple[ClientKind, ...] | None = None
    jobs: tuple[str, ...] | None = None
    agreements: tuple[Idcc, ...] | None = None
    commitments: tuple[ServiceCommitment, ...] | None = None
    tariffs: tuple[Tariff, ...] = ()
    edition: str = ""
