"""Les emplois de l'inclusion: its records of structures, both ways.

Source: the platform's public code, read on 22 August 2026; « addresse » is spelt there with two d.
"""

from zest.exchange.importing import Platform, dossier_of, structures_of
from zest.exchange.losses import Converted, Ledger
from zest.exchange.records import Record
from zest.exchange.values import values
from zest.model.dossier import Dossier
from zest.model.structure import Structure

CARRIED = ("name", "kind", "siret", "department", "city", "address", "phone", "email")


def platform() -> Platform:
    """Return how the platform calls things."""
    told = values("emplois")
    return Platform(
        name="emplois",
        fields={
            "key": ("id",), "name": ("enseigne", "raison_sociale"), "kind": ("type",), "siret": ("siret",),
            "department": ("departement",), "postcode": ("code_postal",), "city": ("ville",),
            "address": ("addresse_ligne_1", "adresse_ligne_1"), "address_2": ("addresse_ligne_2", "adresse_ligne_2"),
            "phone": ("telephone",), "email": ("courriel",),
        },
        kinds=frozenset((*told["kinds"], *told["former"])),
    )  # fmt: skip


def from_emplois(records: list[Record], file: str, first: int = 0) -> Converted[Dossier]:
    """Return a dossier of the structures; the posts that they recruit for are no part of one."""
    ledger = Ledger()
    made = structures_of(records, platform(), file, first, ledger)
    return dossier_of(made, "Structures des emplois de l'inclusion", ledger)


def to_emplois(dossier: Dossier) -> Converted[list[Record]]:
    """Return a record for each structure of a kind that the platform has today."""
    ledger, records = Ledger(), []
    for structure in dossier.structures:
        if structure.kind is None or structure.kind.value not in values("emplois")["kinds"]:
            words = f"Les emplois n'ont pas la nature « {structure.kind or 'non dite'} » : structure laissée."
            ledger.lose("kind", words)
            continue
        ledger.leave(structure, CARRIED, "Les emplois n'ont pas ce champ.")
        records.append(_record(structure))
    return Converted(value=records, losses=ledger.losses(), read=len(dossier.structures), made=len(records))


def _record(structure: Structure) -> Record:
    return {
        "siret": structure.siret or "",
        "type": structure.kind.value if structure.kind else "",
        "raison_sociale": structure.name,
        "enseigne": structure.name,
        "telephone": structure.phone,
        "courriel": structure.email,
        "addresse_ligne_1": structure.address,
        "addresse_ligne_2": "",
        "ville": structure.city,
        "departement": structure.department or "",
    }
