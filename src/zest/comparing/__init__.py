"""Two versions of a sector, item by item: what came, what went, what changed, and which way."""

from zest.comparing.fields import FieldChange
from zest.comparing.items import Happening, ItemChange, ItemKind
from zest.comparing.judged import Judged, judged_by
from zest.comparing.versions import compare

__all__ = ["FieldChange", "Happening", "ItemChange", "ItemKind", "Judged", "compare", "judged_by"]
