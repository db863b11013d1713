"""The report as a PDF, set by Typst from the page itself: accessible (PDF/UA-1), the same to the byte."""

import datetime as dt
import functools
import json
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from zest.console.typography import NBSP
from zest.model.charter import Charter
from zest.pages.tree import Tag, tree

if TYPE_CHECKING:
    import typst

HOME = Path(__file__).parent
FONTS = HOME.parent / "documents" / "fonts"

_FILLS = MappingProxyType({"url(#hachures)": "hatched", "var(--accent)": "plain", "url(#points)": "dotted"})
_TONES = frozenset({"good", "bad", "doubt", "note", "dim"})

Piece = dict[str, Any]


def pdf(page: str, charter: Charter, day: dt.date) -> bytes:
    """Return a page of zest on paper.

    Args:
        page: as ``collective_page`` or ``country_page`` makes it.
        charter: its colours.
        day: the day of the account; the clock would make two files of one answer differ.
    """
    made = _compiler().compile(
        input=str(HOME / "report.typ"),
        format="pdf",
        sys_inputs={"data": json.dumps(content(tree(page), charter))},
        pdf_standards=["ua-1"],
        timestamp=dt.datetime.combine(day, dt.time(), dt.UTC),
    )
    assert isinstance(made, bytes)  # noqa: S101  # there is no output file, and one PDF
    return made


@functools.cache
def _compiler() -> "typst.Compiler":
    import typst

    # The fonts of the system would change what comes out from one machine to the next.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(HOME), font_paths=fonts, ignore_system_fonts=True)


def content(root: Tag, charter: Charter) -> dict[str, Any]:
    """Return what the template shows: title, numbers read first, parts."""
    title = next(root.every("h1")).words
    over, below = (one.words for one in next(root.every("header")).every("p"))
    first = next(one for one in root.every("ul") if "figures" in one.kinds)
    foot = [one.words for one in next(root.every("footer")).every("p")][:-1]
    return {
        "title": title,
        "over": over,
        "day": below,
        "author": over,
        "foot": f"{over} · {below}",
        "colours": {name: getattr(charter, name) for name in ("primary", "accent", "light", "ink", "soft")},
        "figures": [[next(li.every("b")).words, _after(li)] for li in first.every("li")],
        "parts": [_part(one) for one in root.every("section")] + [_closing(foot)],
    }


def _after(figure: Tag) -> str:
    return "".join(one for one in figure.inside if isinstance(one, str))


def _closing(foot: list[str]) -> Piece:
    return {
        "title": "D'où viennent ces chiffres",
        "pieces": [{"kind": "prose", "words": words} for words in foot],
    }


def _part(section: Tag) -> Piece:
    title, *rest = section.children()
    return {"title": title.words, "pieces": [piece for one in rest for piece in _pieces(one)]}


def _pieces(node: Tag) -> Iterator[Piece]:
    """Yield what paper shows of an element; what is folded on the page stays out, and so does a map."""
    if node.tag == "table":
        yield _table(node)
    elif node.tag == "ol":
        yield _steps(node)
    elif node.tag == "div":
        yield from (piece for one in node.children() for piece in _pieces(one))
    elif node.tag == "p" and "of-map" not in node.kinds:
        yield {"kind": "callout" if "next" in node.kinds else "prose", "words": node.words}
    elif node.tag == "ul":
        yield from [_key(node)] if "key" in node.kinds else map(_note, node.children())


def _note(item: Tag) -> Piece:
    return {"kind": "prose", "words": f"–{NBSP}{item.words}"}


def _key(node: Tag) -> Piece:
    told = [[_FILLS[next(li.every("rect")).given["fill"]], li.words] for li in node.children()]
    return {"kind": "key", "told": told}


def _table(node: Tag) -> Piece:
    heads = [one for row in next(node.every("thead")).children() for one in row.children()]
    rows = [[_cell(cell) for cell in row.children()] for row in next(node.every("tbody")).children()]
    numbers = [rank for rank, head in enumerate(heads) if "number" in head.kinds]
    drawn = {
        rank for row in rows for rank, cell in enumerate(row) if isinstance(cell, dict) and "bar" in cell
    }
    return {
        "kind": "grid",
        "name": next(node.every("caption")).words,
        "heads": [head.words for head in heads],
        "rows": rows,
        "numbers": numbers,
        "widths": [0 if r in numbers else 2 if r in drawn or r == 0 else 1.5 for r in range(len(heads))],
    }


def _cell(cell: Tag) -> str | Piece:
    for one in cell.children():
        if "mark" in one.kinds:
            return {"mark": next(iter(one.kinds & _TONES)), "word": one.words}
        if one.tag == "svg":
            return {"bar": [_piece_of_bar(part) for part in one.children()]}
    below = [one.words for one in cell.children() if one.tag == "small"]
    words = "".join(one if isinstance(one, str) else one.words for one in cell.inside if not _small(one))
    return {"name": words, "small": below} if below else words


def _small(one: Tag | str) -> bool:
    return isinstance(one, Tag) and one.tag == "small"


def _piece_of_bar(part: Tag) -> list[Any]:
    return [float(part.given["width"].rstrip("%")), _FILLS[part.given["fill"]]]


def _steps(node: Tag) -> Piece:
    """Turn the picture of the way into a table: paper has the room, and a reader of screens the order."""
    rows = []
    for rank, step in enumerate(node.children(), 1):
        _, state, label, *when = (one.words for one in step.children())
        tone = {"met": "good", "missing": "bad"}.get(next(iter(step.kinds)), "doubt")
        rows.append([str(rank), label, {"mark": tone, "word": state[1:].strip()}, when[0] if when else "–"])
    return {
        "kind": "grid", "name": "Les six étapes de la méthode", "heads": ["Étape", "Quoi", "État", "Quand et qui"],
        "rows": rows, "numbers": [0], "widths": [0, 3, 1.2, 2],
    }  # fmt: skip
