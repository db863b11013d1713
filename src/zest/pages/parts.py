"""The pieces of a page: cards, figures, marks with their word, tables, bars."""

from collections.abc import Iterable, Sequence

from htpy import (
    Element,
    Node,
    b,
    caption,
    div,
    h2,
    i,
    li,
    pattern,
    rect,
    section,
    span,
    svg,
    table,
    tbody,
    td,
    th,
    thead,
    tr,
    ul,
)
from htpy import path as path_element

from zest.console.typography import french
from zest.model.charter import Charter

HATCHED = "url(#hachures)"
PLAIN = "var(--accent)"
DOTTED = "url(#points)"


def definitions() -> Element:
    """Return the patterns that tell the parts of a bar apart without colour."""
    hatch = pattern(
        id="hachures", width="7", height="7", patternUnits="userSpaceOnUse", patternTransform="rotate(45)"
    )
    dots = pattern(id="points", width="6", height="6", patternUnits="userSpaceOnUse")
    return svg(".defs", aria_hidden="true", focusable="false")[
        hatch[rect(width="7", height="7", fill=PLAIN), rect(width="3.6", height="7", fill="var(--primary)")],
        dots[rect(width="6", height="6", fill="#fff"), path_element(d="M1 1h2v2h-2z", fill="var(--primary)")],
    ]


def card(name: str, key: str, *content: Node, long: bool = False) -> Element:
    """Return a part of the page, that its title names."""
    return section(".card.long" if long else ".card", aria_labelledby=key)[h2(id=key)[french(name)], content]


def figures(told: Iterable[tuple[str, str]]) -> Element:
    """Return the numbers that are read first."""
    return ul(".figures")[(li(".card")[b[french(number)], french(words)] for number, words in told)]


def mark(sign: str, word: str, tone: str) -> Element:
    """Return a mark and its word: neither the sign nor the colour speaks alone."""
    return span(f".mark.{tone}")[i(aria_hidden="true")[sign], french(word)]


def scrolled(name: str, content: Node) -> Element:
    """Return what may be wider than a telephone: it can be scrolled, with the keys too."""
    return div(".wide", role="region", aria_label=french(name), tabindex="0")[content]


def grid(
    name: str,
    heads: Sequence[str],
    rows: Iterable[tuple[Node, ...]],
    *,
    numbers: Sequence[int] = (),
    kind: str = "",
) -> Element:
    """Return a table: the first cell of each row names it.

    Args:
        name: caption, French words.
        heads: one for each column.
        rows: as many cells as there are heads.
        numbers: ranks of the columns of numbers.
        kind: class of the table: ``stack`` puts the cells of a row below each other on a telephone.
    """
    classes = dict.fromkeys(numbers, ".number")
    head = (th(classes.get(rank, ""), scope="col")[french(words)] for rank, words in enumerate(heads))
    body = (tr[_cells(row, heads, classes)] for row in rows)
    return table(f".{kind}" if kind else "")[caption[french(name)], thead[tr[head]], tbody[body]]


def _cells(row: tuple[Node, ...], heads: Sequence[str], classes: dict[int, str]) -> Iterable[Element]:
    yield th(scope="row")[row[0]]
    for rank, cell in enumerate(row[1:], 1):
        yield td(classes.get(rank, ""), data_head=french(heads[rank]))[cell]


def bar(parts: Iterable[tuple[float, str]], words: str) -> Element:
    """Return a horizontal bar of parts, each a share of the width (0–1) and what fills it.

    One small picture a row: it stays readable at any width, and its lengths are attributes, which the policy allows.
    """
    made, start = [], 0.0
    for share, fill in parts:
        made.append(rect(x=f"{start:.2%}", y="15%", width=f"{share:.2%}", height="70%", fill=fill))
        start += share
    return svg(role="img", aria_label=french(words))[made]


def key(told: Iterable[tuple[str, str]]) -> Element:
    """Return what each filling of a bar means."""
    whole = {"width": "100%", "height": "100%"}
    return ul(".key")[
        (li[svg(aria_hidden="true")[rect(whole, fill=fill)], french(words)] for fill, words in told)
    ]


def sector(name: str, charter: Charter | None) -> Element:
    """Return the name of a sector with its colour beside it, never the colour alone."""
    fill = charter.primary if charter else "#5a5a5a"
    return span(".sector")[
        svg(aria_hidden="true")[rect(width="100%", height="100%", rx="3", fill=fill)], french(name)
    ]
