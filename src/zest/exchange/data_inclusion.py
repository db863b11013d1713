"""data·inclusion, version 1.0.8: the structures of a collective, by its schema.

A lending offer is a service to employers, while those of data·inclusion address people: structures alone are sent.
Source: the schema's public repository, read on 22 August 2026.
"""

import datetime as dt
import re

from zest.exchange.losses import Converted, Ledger
from zest.exchange.records import Record
from zest.exchange.values import values
from zest.model.dossier import Dossier
from zest.model.structure import Structure

CARRIED = ("key", "name", "siret", "city", "address", "phone", "email")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def to_data_inclusion(dossier: Dossier, source: str, updated_on: dt.date) -> Converted[list[Record]]:
    """Return a record for each structure that the schema can hold.

    Args:
        dossier: whose structures.
        source: key of the producer, that begins each identifier.
        updated_on: the day that the dossier was last brought up to date, which it does not tell.
    """
    ledger, records = Ledger(), []
    told = values("data_inclusion")
    for structure in dossier.structures:
        if not told["name_least"] <= len(structure.name) <= told["name_most"]:
            ledger.lose("name", "Le nom n'a pas de 3 à 150 signes : structure laissée.")
            continue
        ledger.leave(structure, (*CARRIED, "kind", "coorace_member"), "data·inclusion n'a pas ce champ.")
        records.append(_record(structure, source, updated_on, ledger))
    if dossier.offers:
        ledger.lose(
            "offers",
            "Une mise à disposition s'adresse à des employeurs, non à des personnes.",
            len(dossier.offers),
        )
    return Converted(value=records, losses=ledger.losses(), read=len(dossier.structures), made=len(records))


def _record(structure: Structure, source: str, updated_on: dt.date, ledger: Ledger) -> Record:
    if structure.email and not _MAIL.fullmatch(structure.email):
        ledger.lose("email", "Ce n'est pas une adresse de courriel.")
    made = {
        "source": source,
        "id": f"{source}--{structure.key}",
        "nom": structure.name,
        "date_maj": updated_on.isoformat(),
        "siret": structure.siret,
        "commune": structure.city,
        "adresse": structure.address,
        "telephone": structure.phone,
        "courriel": structure.email if _MAIL.fullmatch(structure.email) else "",
        "reseaux_porteurs": _networks(structure, ledger),
    }
    return {name: value for name, value in made.items() if value}


def _networks(structure: Structure, ledger: Ledger) -> list[str]:
    own = values("data_inclusion")["networks"].get(structure.kind.value if structure.kind else "")
    if structure.kind and not own:
        ledger.lose("kind", f"data·inclusion n'a pas de réseau pour la nature « {structure.kind} ».")
    return [*(["coorace"] if structure.coorace_member else []), *([own] if own else [])]
