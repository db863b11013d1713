"""Plain data made an object, as far as it fits.

The good path is one pass of a quick converter. Only when it fails does a second, detailed one say why;
what does not fit is then left out, so that the rest of the dossier can still be judged.
"""

from collections.abc import Mapping
from typing import Any, Generic, TypeVar

import attrs

from zest.structuring.misfits import KeyPath, Misfitting, misfits
from zest.structuring.shapes import converter

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Fit(Generic[T]):
    """What could be made of plain data.

    Attributes:
        value: the object; ``None`` when nothing fitted.
        misfits: everything that did not fit, in the order of the file's structure.
        left_out: paths of the parts that were left out.
        moved: for each list that lost items, the original index of each item that stayed.
    """

    value: T | None
    misfits: tuple[Misfitting, ...] = ()
    left_out: frozenset[KeyPath] = frozenset()
    moved: Mapping[KeyPath, tuple[int, ...]] = attrs.field(factory=dict)


def fit(kind: type[T], raw: object) -> Fit[T]:
    """Structure ``raw`` as ``kind``, leaving out what does not fit.

    Args:
        kind: an attrs class of the model.
        raw: plain data, as parsed.

    Returns:
        The object and everything that was found; never raises for what the data holds.
    """
    try:
        return Fit(value=converter(detailed=False).structure(raw, kind))
    except Exception:  # noqa: BLE001  # whatever the quick pass met, the detailed one explains
        return _explain(kind, raw)


def _explain(kind: type[T], raw: object) -> Fit[T]:
    """Leave out what does not fit until the rest does; each round removes at least one part."""
    found: dict[KeyPath, Misfitting] = {}
    gone: set[KeyPath] = set()
    while () not in gone:
        kept, moved = _without(raw, gone)
        try:
            value = converter(detailed=True).structure(kept, kind)
        except Exception as error:  # noqa: BLE001  # turned into located sentences, all of them
            for misfit in misfits(error, kept):
                path = original(misfit.path, moved)
                found.setdefault(path, attrs.evolve(misfit, path=path))
                gone.add(path[:-1] if misfit.kind == "missing-key" else path)
            continue
        return Fit(value=value, misfits=tuple(found.values()), left_out=frozenset(gone), moved=moved)
    return Fit(value=None, misfits=tuple(found.values()), left_out=frozenset(gone))


def _without(raw: Any, gone: set[KeyPath], at: KeyPath = ()) -> tuple[Any, dict[KeyPath, tuple[int, ...]]]:
    """Copy ``raw`` without the parts of ``gone``; tell how the indices of shortened lists moved."""
    moved: dict[KeyPath, tuple[int, ...]] = {}

    def copy(value: Any, old: KeyPath, new: KeyPath) -> Any:
        if isinstance(value, dict):
            return {k: copy(v, (*old, k), (*new, k)) for k, v in value.items() if (*old, k) not in gone}
        if not isinstance(value, list):
            return value
        stays = tuple(i for i in range(len(value)) if (*old, i) not in gone)
        if len(stays) < len(value):
            moved[new] = stays
        return [copy(value[i], (*old, i), (*new, n)) for n, i in enumerate(stays)]

    return copy(raw, at, at), moved


def original(path: KeyPath, moved: Mapping[KeyPath, tuple[int, ...]]) -> KeyPath:
    """Return the path that ``path`` had before lists were shortened."""
    return tuple(
        moved[path[:n]][step] if isinstance(step, int) and path[:n] in moved else step
        for n, step in enumerate(path)
    )
