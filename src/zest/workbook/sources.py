"""Where each part of a dossier stands in a workbook: ``Structures!D7``."""

import functools
from collections.abc import Mapping

import attrs

from zest.findings import Place
from zest.model.dossier import KeyPath
from zest.structuring import original


@attrs.frozen(kw_only=True)
class Cells:
    """Cells of a workbook by the path of what they tell.

    Attributes:
        file: path as the user gave it.
        places: cells and rows, by path as written.
        moved: how the indices of shortened lists moved.
        left_out: original paths of what was left out.
    """

    file: str
    places: Mapping[KeyPath, Place]
    moved: Mapping[KeyPath, tuple[int, ...]] = attrs.field(factory=dict)
    left_out: frozenset[KeyPath] = frozenset()

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the cell of ``path``, a path of the dossier as it is now, or the row that would hold it."""
        return self.written(original(path, self.moved), key=key)

    def written(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the cell of ``path``, a path of the dossier as it was written."""
        del key
        nearest = (path[:length] for length in range(len(path), -1, -1))
        return next((self.places[one] for one in nearest if one in self.places), Place(file=self.file))

    def lost(self, path: KeyPath) -> bool:
        """Whether something at, above or below ``path`` was left out."""
        then = original(path, self.moved)
        return then in self._towards or any(then[:n] in self.left_out for n in range(len(then)))

    @functools.cached_property
    def _towards(self) -> frozenset[KeyPath]:
        """What was left out and every path that leads there."""
        return frozenset(gone[:n] for gone in self.left_out for n in range(len(gone) + 1))
