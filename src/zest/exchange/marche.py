"""Le marché de l'inclusion: its records of structures, both ways.

Source: the State's marketplace, public code read on 22 August 2026. A record is known by its number, never by its
SIRET alone: antennas share one.
"""

from collections.abc import Iterable
from typing import Any

import attrs

from zest.exchange.importing import Platform, dossier_of, structures_of
from zest.exchange.losses import Converted, Ledger
from zest.exchange.records import Record
from zest.exchange.values import values
from zest.model.dossier import Dossier
from zest.model.offer import OfferKind, SectorOffer
from zest.model.structure import Structure

CARRIED = (
    "key",
    "name",
    "kind",
    "siret",
    "department",
    "city",
    "address",
    "phone",
    "email",
    "coorace_member",
)


def platform() -> Platform:
    """Return how the marketplace calls things."""
    return Platform(
        name="marche",
        fields={
            "key": ("id",), "name": ("brand", "name"), "kind": ("kind",), "siret": ("siret",),
            "department": ("department",), "postcode": ("post_code",), "city": ("city",),
            "address": ("address", "address_line_1"), "address_2": ("address_line_2",),
            "phone": ("phone",), "email": ("email",),
        },
        kinds=frozenset(values("marche")["kinds"]),
        ignored=frozenset({"sectors", "presta_types", "networks", "kind_parent", "region"}),
    )  # fmt: skip


def from_marche(records: list[Record], file: str, first: int = 0) -> Converted[Dossier]:
    """Return a dossier of the structures, and of an offer for each sector and kind of service that they share."""
    ledger = Ledger()
    made = structures_of(records, platform(), file, first, ledger)
    members = [_member(one, record) for one, record in zip(made.value, records, strict=True)]
    whole = dossier_of(
        attrs.evolve(made, value=tuple(members)), "Structures du marché de l'inclusion", ledger
    )
    offers = tuple(_offers(members, records, ledger))
    return attrs.evolve(whole, value=attrs.evolve(whole.value, offers=offers), losses=ledger.losses())


def _slugs(record: Record, name: str) -> list[str]:
    """Return the words of a list: slugs, objects that have one, or one text where commas part them."""
    told: Any = record.get(name) or []
    listed = told.split(",") if isinstance(told, str) else told if isinstance(told, list) else [told]
    return [str(one.get("slug", "") if isinstance(one, dict) else one).strip() for one in listed]


def _member(structure: Structure, record: Record) -> Structure:
    return attrs.evolve(structure, coorace_member=True if "coorace" in _slugs(record, "networks") else None)


def _offers(members: list[Structure], records: list[Record], ledger: Ledger) -> Iterable[SectorOffer]:
    known = {
        slug: sector for sector, told in values("marche")["sectors"].items() for slug in told["understood"]
    }
    carried: dict[tuple[str, str], list[str]] = {}
    for member, record in zip(members, records, strict=True):
        slugs = _slugs(record, "sectors")
        for slug in slugs:
            if slug and slug not in known:
                ledger.lose("sectors", f"Aucun secteur de zest ne répond à « {slug} ».")
        sectors = dict.fromkeys(known[slug] for slug in slugs if slug in known)
        for service in _slugs(record, "presta_types"):
            if service and service not in values("marche")["services"]:
                ledger.lose("presta_types", f"Aucune sorte d'offre ne répond à « {service} ».")
                continue
            for sector in sectors if service else ():
                carried.setdefault((sector, values("marche")["services"][service]), []).append(member.key)
    for (sector, kind), keys in sorted(carried.items()):
        yield SectorOffer(key=f"{sector}-{kind}", sector=sector, kind=OfferKind(kind), structures=tuple(keys))


def to_marche(dossier: Dossier) -> Converted[list[Record]]:
    """Return a record for each structure of a kind that the marketplace has."""
    ledger, records = Ledger(), []
    for structure in dossier.structures:
        if structure.kind is None or structure.kind.value not in values("marche")["kinds"]:
            ledger.lose(
                "kind", f"Le marché n'a pas la nature « {structure.kind or 'non dite'} » : structure laissée."
            )
            continue
        ledger.leave(structure, CARRIED, "Le marché n'a pas ce champ.")
        records.append(_record(structure, dossier, ledger))
    return Converted(value=records, losses=ledger.losses(), read=len(dossier.structures), made=len(records))


def _record(structure: Structure, dossier: Dossier, ledger: Ledger) -> Record:
    services = {kind: word for word, kind in values("marche")["services"].items()}
    sectors: dict[str, None] = {}
    offers = [offer for offer in dossier.offers if dossier.carries(structure, offer)]
    for offer in offers:
        sent = values("marche")["sectors"].get(offer.sector or "", {}).get("sent", ())
        if not sent:
            ledger.lose(
                "offers", f"Aucun secteur du marché ne répond à « {offer.sector or 'secteur non dit'} »."
            )
        sectors |= dict.fromkeys(sent)
    return {
        "name": structure.name,
        "brand": structure.name,
        "siret": structure.siret or "",
        "kind": structure.kind.value if structure.kind else "",
        "address": structure.address,
        "city": structure.city,
        "department": structure.department or "",
        "phone": structure.phone,
        "email": structure.email,
        "sectors": list(sectors),
        "presta_types": list(dict.fromkeys(services[offer.kind.value] for offer in offers)),
        "networks": ["coorace"] if structure.coorace_member else [],
    }
