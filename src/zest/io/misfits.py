"""What does not fit the types of a dossier, as findings at their places."""

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from zest.findings import Finding
from zest.io.document import KeyPath
from zest.io.whereabouts import Whereabouts
from zest.notices import NOTICES
from zest.structuring import Misfitting

_CODES = MappingProxyType(
    {"unknown-key": "Z002", "wrong-type": "Z003", "malformed": "Z004", "missing-key": "Z005"}
)


def misfit_finding(misfit: Misfitting, files: Whereabouts, raw: Any) -> Finding:
    """Return the finding of one thing that does not fit."""
    collective = raw.get("collective")
    name = collective.get("name") if isinstance(collective, dict) else None
    at_key = misfit.kind == "unknown-key"
    path = misfit.path[:-1] if misfit.kind == "missing-key" else misfit.path
    return NOTICES[_CODES[misfit.kind]].finding(
        misfit.message,
        identity=tuple(str(step) for step in _stable(misfit.path, raw)),
        place=files.written(path, key=at_key),
        subject=tuple(n for n in (name, *_labels(misfit.path, raw)) if isinstance(n, str)),
    )


def _stable(path: KeyPath, raw: Any) -> Iterator[str | int]:
    """Replace ranks by the keys of the objects there, so that re-ordering a file changes no fingerprint."""
    for step in path:
        raw = _below(raw, step)
        key = raw.get("key") if isinstance(raw, dict) and isinstance(step, int) else None
        yield key if isinstance(key, str) else step


def _labels(path: KeyPath, raw: Any) -> Iterator[object]:
    for step in path:
        raw = _below(raw, step)
        if isinstance(raw, dict) and isinstance(step, int):
            yield raw.get("name") or raw.get("key")


def _below(raw: Any, step: str | int) -> Any:
    if isinstance(raw, dict):
        return raw.get(str(step))
    return raw[step] if isinstance(raw, list) and isinstance(step, int) else None


def keys_lost(raw: Any, left_out: frozenset[KeyPath]) -> Iterator[str]:
    """Yield the keys of the objects that were left out: what names them is not at fault."""
    for path in left_out:
        gone = raw
        for step in path:
            gone = _below(gone, step)
        if isinstance(gone, dict) and isinstance(gone.get("key"), str):
            yield gone["key"]
