"""Every item that two versions of a sector do not have in common."""

from collections.abc import Iterator
from typing import Any

from zest.comparing.fields import differing, parts
from zest.comparing.items import Happening, ItemChange, ItemKind
from zest.comparing.judged import Judged
from zest.comparing.shapes import items
from zest.comparing.weighing import steps
from zest.senses import Sense, together


def compare(before: Judged, after: Judged) -> tuple[ItemChange, ...]:
    """Return what came, went or changed, part by part, in the order of the keys.

    Args:
        before: one version of a sector, or what an edition extends.
        after: the other.

    Raises:
        DataFileError: a file that is read late does not hold what it must.
    """
    return tuple(change for kind in ItemKind for change in _part(kind, before, after))


def _part(kind: ItemKind, before: Judged, after: Judged) -> Iterator[ItemChange]:
    old, new = items(before, kind), items(after, kind)
    for key in sorted({*old, *new}):
        if key not in old or key not in new:
            yield _alone(kind, key, new[key] if key in new else old[key], came=key in new)
        elif fields := tuple(differing(old[key], new[key])):
            told = tuple(steps(kind, key, before, after))
            yield ItemChange(
                kind=kind,
                key=key,
                label=_label(new[key]),
                happening=Happening.CHANGED,
                sense=together(sense for sense, _ in told),
                steps=tuple(words for _, words in told),
                fields=fields,
            )


def _alone(kind: ItemKind, key: str, item: Any, *, came: bool) -> ItemChange:
    """An item of one version only; a promise or a rule more asks more, one less asks less."""
    asks = kind in (ItemKind.COMMITMENT, ItemKind.RULE)
    sense = (Sense.TIGHTER if came else Sense.LOOSER) if asks else Sense.NEITHER
    happening = Happening.ADDED if came else Happening.REMOVED
    return ItemChange(kind=kind, key=key, label=_label(item), happening=happening, sense=sense)


_NAMES = ("statement", "requirement", "label", "title", "feminine", "summary")


def _label(item: Any) -> str:
    """Return what an item is called, the first name that it has."""
    told = parts(item)
    return next((str(told[name]) for name in _NAMES if told.get(name)), "")
