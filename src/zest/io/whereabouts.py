"""Where each part of a dossier was written: in which of its files, at which line."""

import abc
import functools
from collections.abc import Mapping, Sequence

import attrs

from zest.findings import Place
from zest.io.document import Document, KeyPath
from zest.structuring import original


@attrs.frozen(kw_only=True)
class Whereabouts(abc.ABC):
    """Where each part of a dossier was written, whatever was written on.

    Attributes:
        moved: how the indices of shortened lists moved.
        left_out: original paths of what was left out.
    """

    moved: Mapping[KeyPath, tuple[int, ...]] = attrs.field(factory=dict)
    left_out: frozenset[KeyPath] = frozenset()

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path``, a path of the dossier as it is now."""
        return self.written(original(path, self.moved), key=key)

    @abc.abstractmethod
    def written(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path``, a path of the dossier as it was written.

        Args:
            path: steps from the dossier on; where nothing stands there, the nearest above counts.
            key: whether the name of the last step is meant, and not its value.
        """

    def lost(self, path: KeyPath) -> bool:
        """Whether something at, above or below ``path`` was left out."""
        then = original(path, self.moved)
        return then in self._towards or any(then[:n] in self.left_out for n in range(len(then)))

    @functools.cached_property
    def _towards(self) -> frozenset[KeyPath]:
        """What was left out and every path that leads there."""
        return frozenset(gone[:n] for gone in self.left_out for n in range(len(gone) + 1))


@attrs.frozen(kw_only=True)
class Files(Whereabouts):
    """Where each part of a dossier was written, in files.

    Attributes:
        main: the main file.
        parts: one file for each experience sheet.
        first: how many experience sheets the main file holds before those of ``parts``.
        rows: file and row of each object that a record table tells.
        ahead: for each collection, how many of its objects the main file holds before those of ``rows``.
    """

    main: Document
    parts: tuple[Document, ...] = ()
    first: int = 0
    rows: Mapping[str, Sequence[Place]] = attrs.field(factory=dict)
    ahead: Mapping[str, int] = attrs.field(factory=dict)

    def written(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path`` in the file that holds it."""
        match path:
            case ("experiences", int(rank), *inside) if rank >= self.first:
                return self.parts[rank - self.first].place(tuple(inside), key=key)
            case (str(name), int(rank), *_) if name in self.rows and rank >= self.ahead[name]:
                return self.rows[name][rank - self.ahead[name]]
            case _:
                return self.main.place(path, key=key)
