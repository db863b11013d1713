"""``edition.toml``: what a regional edition wants changed, each by its name, with author, day, reason and text."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from zest.datafiles import build, read_table
from zest.errors import DataFileError
from zest.law import DatedValue
from zest.model.commitment import Comparison, ServiceCommitment
from zest.model.edition import Verb
from zest.source import Source

FILE = "edition.toml"


@attrs.frozen(kw_only=True)
class Wanted:
    """Why something is changed, and who answers for it.

    Attributes:
        verb: ``add``, ``tighten``, ``replace`` or ``retire``.
        author: function or body; never the name of a person.
        on: the day it was decided.
        reason: French words.
        source: the text that decides it.
    """

    verb: Verb
    author: str
    on: dt.date
    reason: str
    source: Source


@attrs.frozen(kw_only=True)
class PromiseWanted(Wanted):
    """One table of ``[commitments]``.

    Attributes:
        to: what the commitment says from now on; what is left out stays the sector's.
        untold: fields that the edition's own text does not tell, and that are no longer the sector's either.
    """

    to: ServiceCommitment | None = None
    untold: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class FigureWanted(Wanted):
    """One table of ``[figures]``.

    Attributes:
        values: from their first day on; before it the sector's own hold.
        label: French words, for a figure that is added.
        unit: for a figure that is added.
        bound: whether a lower or a higher value asks more, where the sector does not say.
        reading: what the text leaves open, French words.
    """

    values: tuple[DatedValue, ...] = ()
    label: str = ""
    unit: str = ""
    bound: Comparison | None = None
    reading: str = ""


@attrs.frozen(kw_only=True)
class EditionFile:
    """All of ``edition.toml``.

    Attributes:
        commitments: by key.
        figures: by key, without the slug of the sector.
    """

    commitments: dict[str, PromiseWanted] = attrs.field(factory=dict)
    figures: dict[str, FigureWanted] = attrs.field(factory=dict)


def read_edition(folder: Path) -> EditionFile:
    """Read what an edition changes.

    Raises:
        DataFileError: the file is absent, or does not hold what it must; or the folder holds facts of a trade, that
            an edition does not change.
    """
    strange = [name for name in _OF_SECTORS if (folder / name).exists()]
    if strange:
        raise DataFileError(
            f"{folder / strange[0]} : une édition régionale change des engagements et des chiffres nommés, "
            f"dans {FILE} ; elle garde le reste du secteur qu'elle prolonge."
        )
    made = build(EditionFile, with_keys(read_table(folder / FILE), folder / FILE), folder / FILE)
    if not made.commitments and not made.figures:
        raise DataFileError(f"{folder / FILE} : cette édition ne change rien.")
    return made


_OF_SECTORS = (
    "commitments.toml", "agreements.toml", "agreements-merged.toml", "agreement-facts.toml", "tasks.toml",
    "permits.toml", "segment.toml", "charter.toml", "columns.toml", "jobs", "indicators",
)  # fmt: skip


def with_keys(raw: Mapping[str, Any], file: object) -> dict[str, Any]:
    """Give each commitment the key of its table, which stands there once.

    Raises:
        DataFileError: what must be a table is none.
    """
    for name in ("commitments", "figures"):
        if not isinstance(raw.get(name, {}), dict):
            raise DataFileError(f"{file}, {name} : il faut ici une table.")
    promises = raw.get("commitments", {})
    return {**raw, "commitments": {key: _with_key(key, table) for key, table in promises.items()}}


def _with_key(key: str, table: Any) -> Any:
    if isinstance(table, dict) and isinstance(table.get("to"), dict):
        return {**table, "to": {"key": key, **table["to"]}}
    return table
