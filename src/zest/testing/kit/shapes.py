"""What each file of a sector holds, so that every misfit of every file is told at once, at its place."""

import types
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

import attrs

from zest.conformance import Declarations
from zest.declared import Declared
from zest.documents.foreign import FILE as ANNOUNCED
from zest.documents.foreign import Announced
from zest.documents.sector_words import FILE as WORDS
from zest.documents.sector_words import FOLDER as PAPERS
from zest.documents.sector_words import SectorWords
from zest.edition.files import FILE as EDITION
from zest.edition.files import EditionFile, with_keys
from zest.errors import DataFileError
from zest.law import Figure
from zest.model.agreement import AgreementFacts, CollectiveAgreement
from zest.model.charter import Charter
from zest.model.commitment import ServiceCommitment
from zest.model.dossier import Dossier
from zest.model.job import Job, PermitKind, Task
from zest.model.profile import SectorIdentity
from zest.model.segment import SegmentSheet
from zest.structuring import KeyPath, Misfitting, fit
from zest.tables.mapping_files import mapping_of


@attrs.frozen
class Shape:
    """What a file holds.

    Attributes:
        kind: class of its object, or of each of its tables.
        many: whether it holds one object in each table.
        key: field that the name of the table, or of the file, fills; empty for none.
    """

    kind: type
    many: bool = False
    key: str = ""


SHAPES: Mapping[str, Shape] = types.MappingProxyType({
    "sector.toml": Shape(SectorIdentity),
    EDITION: Shape(EditionFile),
    "charter.toml": Shape(Charter),
    "segment.toml": Shape(SegmentSheet),
    "conformance.toml": Shape(Declarations),
    "commitments.toml": Shape(ServiceCommitment, many=True, key="key"),
    "agreements.toml": Shape(CollectiveAgreement, many=True, key="idcc"),
    "agreements-merged.toml": Shape(CollectiveAgreement, many=True, key="idcc"),
    "agreement-facts.toml": Shape(AgreementFacts, many=True),
    "tasks.toml": Shape(Task, many=True, key="key"),
    "permits.toml": Shape(PermitKind, many=True, key="key"),
    "rules.toml": Shape(Declared, many=True),
    f"{PAPERS}/{WORDS}": Shape(SectorWords),
    f"{PAPERS}/{ANNOUNCED}": Shape(Announced, many=True),
})  # fmt: skip
"""By name; any of them may be absent, except the first and those that ``Sector.from_folder`` asks for."""

FOLDERS: Mapping[str, Shape] = types.MappingProxyType({
    "jobs": Shape(Job, key="key"),
    "law": Shape(Figure, many=True),
    "samples": Shape(Dossier),
})  # fmt: skip
"""By folder: what each TOML file in it holds."""

COLUMNS = "columns.toml"
"""How the trade's software names the columns of record tables: read by rules of its own."""


def shape_of(name: str) -> Shape | None:
    """Return what a file holds; ``None`` when nothing of zest reads it."""
    path = PurePosixPath(name)
    return SHAPES.get(name) or FOLDERS.get(path.parent.name)


def misfits(name: str, data: Mapping[str, Any]) -> Iterator[Misfitting]:
    """Yield what does not fit in one file, at its path."""
    shape = shape_of(name)
    if shape is None:
        yield from _columns(data) if name == COLUMNS else ()
        return
    data = _READ.get(name, dict)(data)
    if not shape.many:
        told = {shape.key: PurePosixPath(name).stem, **data} if shape.key else data
        yield from fit(shape.kind, told).misfits
        return
    for key, raw in data.items():
        yield from _table(shape, key, raw)


def _identity(data: Mapping[str, Any]) -> dict[str, Any]:
    """Let the one sector that an edition extends stand for a list of one."""
    one = {"extends": [data["extends"]]} if isinstance(data.get("extends"), str) else {}
    return {**data, **one}


def _edition(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """Give each commitment its key, unless what should hold them is no table: that is then the misfit."""
    try:
        return with_keys(data, EDITION)
    except DataFileError:
        return data


_READ: Mapping[str, Callable[[Mapping[str, Any]], Mapping[str, Any]]] = types.MappingProxyType({
    "sector.toml": _identity,
    EDITION: _edition,
})  # fmt: skip
"""What the reader of a file does before it structures it."""


def _columns(data: Mapping[str, Any]) -> Iterator[Misfitting]:
    """Yield the first thing that does not fit: its reader stops there."""
    try:
        mapping_of(data, COLUMNS)
    except DataFileError as error:
        where, _, words = str(error).removeprefix(f"{COLUMNS}, ").partition(" : ")
        message = f"{words[:1].upper()}{words[1:]}"
        yield Misfitting(path=tuple(where.split(".")), message=message, kind="malformed")


def _table(shape: Shape, key: str, raw: object) -> Iterator[Misfitting]:
    if not isinstance(raw, dict):
        yield Misfitting(path=(key,), message="Il faut ici une table.", kind="wrong-type")
        return
    told = {shape.key: key, **raw} if shape.key else raw
    for one in fit(shape.kind, told).misfits:
        yield attrs.evolve(one, path=_below(key, one.path, shape))


def _below(key: str, path: KeyPath, shape: Shape) -> KeyPath:
    """Return the path in the file: what the name of a table fills stands at that name."""
    return (key,) if path[:1] == (shape.key,) else (key, *path)
