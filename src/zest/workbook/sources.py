"""Where each part of a dossier stands in a workbook: ``Structures!D7``."""

from collections.abc import Mapping

import attrs

from zest.findings import Place
from zest.io.whereabouts import Whereabouts
from zest.model.dossier import KeyPath


@attrs.frozen(kw_only=True)
class Cells(Whereabouts):
    """Cells of a workbook by the path of what they tell.

    Attributes:
        file: path as the user gave it.
        places: cells and rows, by path as written.
    """

    file: str
    places: Mapping[KeyPath, Place]

    def written(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the cell of ``path``, or the row that would hold it."""
        del key
        nearest = (path[:length] for length in range(len(path), -1, -1))
        return next((self.places[one] for one in nearest if one in self.places), Place(file=self.file))
