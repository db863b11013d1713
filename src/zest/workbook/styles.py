"""How a workbook looks."""

import datetime as dt
import enum
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Self

import attrs

from zest.model.identifiers import Identifier
from zest.workbook.plan import Column

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

DARK, LIGHT, INK = "#3d5a2a", "#e4eedb", "#1b2733"

_TINTS = MappingProxyType({
    **dict.fromkeys(("collective", "structures"), "#3d5a2a"),
    "offers": "#b07a1e",
    **dict.fromkeys(("journey", "trainings", "meetings", "partnerships"), "#2a5a8c"),
    **dict.fromkeys(("clients", "orders", "missions", "follow_ups", "outcomes"), "#8c2a4a"),
})  # fmt: skip


@attrs.frozen(kw_only=True)
class Styles:
    """Formats of cells, each made once for a workbook.

    Attributes:
        header: title of a column.
        needed: title of a column that must be filled.
        text: what stays text whatever is typed, as the zeros of a number.
        number: a number.
        day: a day.
        moment: a day and an hour.
        plain: running text of the guide.
        figure: a number of the guide.
        heading: title of the guide.
        link: a way to another sheet.
    """

    header: "Format"
    needed: "Format"
    text: "Format"
    number: "Format"
    day: "Format"
    moment: "Format"
    plain: "Format"
    figure: "Format"
    heading: "Format"
    link: "Format"

    @classmethod
    def of(cls, book: "Workbook") -> Self:
        """Make the formats of a workbook."""
        cell = {
            "valign": "top",
            "font_name": "Calibri",
            "font_size": 11,
            "font_color": INK,
            "text_wrap": True,
        }
        head = cell | {"bold": True, "valign": "vcenter", "border": 1, "border_color": "#9fb38d"}
        return cls(
            header=book.add_format(head | {"bg_color": LIGHT}),
            needed=book.add_format(head | {"bg_color": DARK, "font_color": "#ffffff"}),
            text=book.add_format(cell | {"num_format": "@"}),
            number=book.add_format(cell | {"num_format": "General", "align": "left"}),
            day=book.add_format(cell | {"num_format": "dd/mm/yyyy", "align": "left"}),
            moment=book.add_format(cell | {"num_format": "dd/mm/yyyy hh:mm:ss", "align": "left"}),
            plain=book.add_format(cell),
            figure=book.add_format(cell | {"align": "center"}),
            heading=book.add_format(
                cell | {"bold": True, "font_size": 18, "font_color": DARK, "text_wrap": False}
            ),
            link=book.add_format(cell | {"underline": 1, "font_color": "#2a5a8c"}),
        )

    def of_kind(self, kind: Any, *, several: bool) -> "Format":
        """Return how the cells of a column look."""
        if several or not isinstance(kind, type):
            return self.text
        for form, found in (
            (bool, self.text),
            (dt.datetime, self.moment),
            (dt.date, self.day),
            (int, self.number),
        ):
            if issubclass(kind, form):
                return found
        return self.number if kind is float else self.text

    @staticmethod
    def tint(collection: str) -> str:
        """Return the colour of the tab of a sheet."""
        return _TINTS.get(collection, "#6b7280")


def width(column: Column) -> float:
    """Return how wide a column is, in signs: as its title asks, and what it holds."""
    longest = max(len(word) for word in column.title.split())
    if column.kind is str and not column.several and column.path[-1] not in ("key", "phone"):
        return max(26, longest + 3)
    if isinstance(column.kind, type) and issubclass(column.kind, enum.Enum | Identifier | dt.datetime):
        return max(20, longest + 3)
    return max(15, longest + 3)


def on_paper(page: "Worksheet", signs: float = 0) -> None:
    """Print a sheet on A4 in landscape, on as many pages side by side as its signs need to be read."""
    page.set_paper(9)
    page.set_landscape()
    page.fit_to_pages(max(1, round(signs / 220)), 0)
    page.set_footer("&L&A&R&P / &N")
