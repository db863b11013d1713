"""Sound samples, and the changes that make the examples of rules out of them."""

import copy
import datetime as dt
import functools
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from zest.datafiles import build, read_table
from zest.errors import DataFileError
from zest.findings import Finding
from zest.io.writing import plain
from zest.model.dossier import Dossier
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.loading import load_folder
from zest.rule import Rule
from zest.sector import Sector
from zest.validation import check

_SAMPLES = Path(__file__).parents[1] / "samples"

AS_OF = dt.date(2026, 4, 20)
"""The day on which sound samples are sound."""


@functools.cache
def _core() -> dict[str, Any]:
    return read_table(_SAMPLES / "core.toml")


def core_sample() -> dict[str, Any]:
    """Return the sound sample of the core, as plain data that the caller may change."""
    return copy.deepcopy(_core())


@functools.cache
def core_assembly() -> Assembly:
    """Return the core rules, the invented sector of the sound sample, and an invented regional edition of it."""
    folders = ("sector", "edition")
    return assemble((), [load_folder(_SAMPLES / name, name) for name in folders])


def sector_sample(sector: Sector, name: str = "sound.toml") -> dict[str, Any]:
    """Return a sample of a sector, as plain data.

    Raises:
        DataFileError: the sector ships no such sample, or it is not TOML.
    """
    if sector.folder is None:
        raise DataFileError(f"Le secteur « {sector.profile.slug} » n'a pas été lu d'un dossier.")
    return read_table(sector.folder / "samples" / name)


def changed(sample: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Return a sample with values set at dotted paths; ``None`` removes what is there.

    Args:
        sample: plain data, left as it is.
        changes: ``"structures.0.kind"`` → value. A key that begins with ``@`` is not part of the data.

    Raises:
        LookupError: a path leads through something that is not there.
    """
    made = copy.deepcopy(dict(sample))
    for path, value in changes.items():
        if not path.startswith("@"):
            try:
                _set(made, path.split("."), value)
            except (LookupError, TypeError, ValueError):
                raise LookupError(f"« {path} » n'y mène à rien") from None
    return made


def _set(data: Any, steps: list[str], value: Any) -> None:
    for step in steps[:-1]:
        data = data[int(step)] if isinstance(data, list) else data[step]
    last: Any = int(steps[-1]) if isinstance(data, list) else steps[-1]
    if value is None:
        del data[last]
    else:
        data[last] = copy.deepcopy(value)


def dossier_of(data: Mapping[str, Any]) -> Dossier:
    """Structure plain data as a dossier.

    Raises:
        DataFileError: it is not a dossier.
    """
    return build(Dossier, dict(data), "exemple")


def data_of(dossier: Dossier) -> dict[str, Any]:
    """Return a dossier as the plain data of a file, that the caller may change."""
    made: dict[str, Any] = _listed(plain(dossier))
    return made


def _listed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _listed(inner) for key, inner in value.items()}
    return [_listed(inner) for inner in value] if isinstance(value, tuple) else value


def findings_of(
    rule: Rule, changes: Mapping[str, Any], assembly: Assembly, sample: Mapping[str, Any]
) -> tuple[Finding, ...]:
    """Return what one rule alone finds in a sample with changes."""
    day = dt.date.fromisoformat(changes.get("@as_of", AS_OF.isoformat()))
    alone = attrs.evolve(assembly.catalogue, rules={rule.code: rule})
    return check(dossier_of(changed(sample, changes)), alone, day).findings
