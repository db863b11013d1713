"""Structures from the records of a platform: no record is lost, and each faulty identifier is told at its row."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from zest.exchange.losses import Converted, Ledger
from zest.exchange.records import Record
from zest.findings import Finding, Place
from zest.model.dossier import Collective, Dossier
from zest.model.identifiers import DepartmentCode, Siren, Siret, clip
from zest.model.structure import Structure, StructureKind
from zest.notices import NOTICES


@attrs.frozen(kw_only=True)
class Platform:
    """How a platform calls things.

    Attributes:
        name: begins the keys of the structures.
        fields: attribute of a structure → names that it has in records, the best first.
        kinds: kinds that the platform has.
        ignored: fields of records that say nothing that a dossier tells otherwise.
    """

    name: str
    fields: Mapping[str, tuple[str, ...]]
    kinds: frozenset[str]
    ignored: frozenset[str] = frozenset()


def structures_of(
    records: Iterable[Record], platform: Platform, file: str, first: int, ledger: Ledger
) -> Converted[tuple[Structure, ...]]:
    """Make a structure of each record; what cannot be kept of it is left out and told.

    Args:
        records: as read.
        platform: whose they are.
        file: name of the file, for places.
        first: line of the first record; 0 when lines are not known.
        ledger: counts what is not carried over.
    """
    made: list[Structure] = []
    findings: list[Finding] = []
    seen: Counter[tuple[str, str]] = Counter()
    for rank, record in enumerate(records):
        place = Place(file=file, line=first + rank if first else 0)
        structure, wrong = _structure(record, platform, rank)
        pair = (structure.siret or "", structure.kind or "")
        seen[pair] += 1
        if structure.siret and seen[pair] == 2:
            wrong.append(
                f"Le SIRET {structure.siret} est donné deux fois pour la nature « {structure.kind} »."
            )
        findings += [
            NOTICES["Z004"].finding(
                words, identity=(structure.key, words), place=place, subject=(structure.name,)
            )
            for words in wrong
        ]
        carried = {name for names in platform.fields.values() for name in names} | platform.ignored
        ledger.leave_record(record, carried, "Un dossier n'a pas de place pour ce champ.")
        made.append(structure)
    return Converted(value=tuple(made), findings=tuple(findings), read=len(made), made=len(made))


def _structure(record: Record, platform: Platform, rank: int) -> tuple[Structure, list[str]]:
    wrong: list[str] = []
    told = {name: _first(record, names) for name, names in platform.fields.items()}
    siret, department = _siret(told["siret"], wrong), _department(told, wrong)
    kind = told["kind"].upper()
    if kind not in StructureKind.__members__:
        wrong.append(f"La nature {clip(told['kind'])} n'est pas connue.")
    return Structure(
        key=f"{platform.name}-{told['key'] or rank + 1}",
        name=told["name"] or f"{platform.name}-{told['key']}",
        kind=StructureKind.__members__.get(kind),
        siret=siret,
        department=department,
        city=told.get("city", ""),
        address=" ".join(part for part in (told.get("address", ""), told.get("address_2", "")) if part),
        phone=told.get("phone", ""),
        email=told.get("email", ""),
    ), wrong


def _first(record: Record, names: Iterable[str]) -> str:
    found: Iterable[Any] = (record.get(name) for name in names)
    return next((" ".join(str(one).split()) for one in found if one not in (None, "")), "")


def _siret(text: str, wrong: list[str]) -> Siret | None:
    """Keep a SIRET that has its form, whatever its check digits; say what is wrong with it."""
    if not text:
        wrong.append("Il n'y a pas de SIRET.")
        return None
    if Siren.pattern.fullmatch(text):
        wrong.append(f"« {text} » est un SIREN : la plateforme le donne à la place d'un SIRET inventé.")
        return None
    try:
        siret = Siret(text)
    except ValueError as error:
        wrong.append(str(error))
        return None
    if siret[9:12] == "999":
        wrong.append(f"« {siret} » a la forme d'un SIRET inventé pour une antenne (999 et deux chiffres).")
    elif not siret.checksum_ok:
        wrong.append(f"« {siret} » : la clé de contrôle de ce SIRET est fausse.")
    return siret


def _department(told: Mapping[str, str], wrong: list[str]) -> DepartmentCode | None:
    text, guess = told.get("department", ""), DepartmentCode.of_postcode(told.get("postcode", ""))
    try:
        given = DepartmentCode(text) if text else None
    except ValueError as error:
        wrong.append(str(error))
        return guess
    if given and guess and given != guess:
        wrong.append(f"Le département « {given} » n'est pas celui du code postal « {told['postcode']} ».")
    return given or guess


def dossier_of(converted: Converted[tuple[Structure, ...]], name: str, ledger: Ledger) -> Converted[Dossier]:
    """Return a dossier of structures, with its losses."""
    dossier = Dossier(collective=Collective(name=name), structures=converted.value)
    return Converted(
        value=dossier,
        losses=ledger.losses(),
        findings=converted.findings,
        read=converted.read,
        made=converted.made,
    )
