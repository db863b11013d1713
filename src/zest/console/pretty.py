"""Blocks with rich: panels, rules and colour, at the width of the terminal. Every word is also in the plain form."""

import os
from collections.abc import Iterable, Iterator
from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.theme import Theme

from zest.console.blocks import Banner, Block, Grid, Heading, Line, Prose, bare, clean
from zest.console.plain import line_width, width
from zest.console.prose import Words

THEME = Theme({
    "good": "green",
    "bad": "bold red",
    "doubt": "yellow",
    "note": "cyan",
    "code": "bold",
    "strong": "bold",
    "verdict.good": "bold #ffffff on #1f6b3a",
    "verdict.bad": "bold #ffffff on #a4161a",
    "verdict.doubt": "bold #1d2417 on #f2c811",
    "border.good": "#1f6b3a",
    "border.bad": "#a4161a",
    "border.doubt": "#b08f00",
    "part": "bold #ffffff on #33511b",
    "rule": "#6b8f3a",
})  # fmt: skip
"""Marks follow the terminal's own theme; a badge brings its background, so its contrast is known."""


LEGIBLE = 40
"""Columns below which a text that wraps is tiring to read: a narrow form, if there is one, is better."""
LEAST = 16
"""Columns below which it cannot be read: the cells of a row are then put one after the other."""


class _Terminal(Console):
    """A console that leaves to its caller what to do when the reader has left."""

    def on_broken_pipe(self) -> None:
        """Raise what was caught, where rich would end the process with 1."""
        raise  # noqa: PLE0704  # rich calls it within its « except »


def show(blocks: Iterable[Block], stream: TextIO, *, color: bool) -> None:
    """Write blocks to a terminal."""
    console = _Terminal(
        file=stream,
        theme=THEME,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        force_terminal=True,
        width=_width(stream),
    )
    for block in blocks:
        for shape in shapes(block, console.width):
            console.print(shape)


def _width(stream: TextIO) -> int | None:
    """Return the columns of the terminal that is written to; rich would ask the three standard descriptors."""
    if os.environ.get("COLUMNS", "").isdigit():
        return None
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None


def shapes(block: Block, room: int) -> Iterator[RenderableType]:
    """Yield what rich draws for one block, in ``room`` columns."""
    match block:
        case Banner():
            yield _banner(block, room)
        case Heading():
            yield from _heading(block)
        case Grid():
            yield from [_grid(block)] if _least(block, LEAST) <= room else _stacked(block)
        case Prose():
            yield Padding(words(block.line), (0, 0, 0, block.indent))
        case _:
            if _least(block.wide, LEGIBLE) <= room:
                yield _grid(block.wide)
            else:
                for inner in block.narrow:
                    yield from shapes(inner, room)


def words(line: Line) -> Words:
    """Turn a line into styled text that wraps as French does."""
    made = Words()
    for span in line:
        made.append(clean(span.text), span.style or None)
    return made


def _banner(block: Banner, room: int) -> Panel:
    name = Text(clean(block.name), style="strong")
    about = (words(line) for line in block.lines)
    body = block.body._replace(wide=block.body.wide._replace(indent=0))
    held = [name, *about, Text(""), *shapes(body, room - 6)]
    return Panel(
        Group(*held),
        title=Text(f" {block.title} ", style=f"verdict.{block.tone}"),
        title_align="left",
        subtitle=Text(f" {block.aside} ", style="default"),
        subtitle_align="right",
        box=box.ROUNDED,
        border_style=f"border.{block.tone}",
        padding=(1, 2),
    )


def _heading(block: Heading) -> Iterator[RenderableType]:
    aside = f" {block.aside}" if block.aside else ""
    if block.level == 1:
        title = Text.assemble((f" {clean(block.text)} ", "part"), (aside, "dim"))
        yield Text("")
        yield Rule(title, align="left", style="rule", characters="─")
    else:
        title = Text.assemble((clean(block.text), "strong"), (f" ·{aside}" if aside else "", "dim"))
    if block.level != 1:
        yield Padding(title, (1, 0, 0, 2))


def _grid(block: Grid) -> Padding:
    table = Table(
        box=box.SIMPLE_HEAD if block.head else None,
        show_header=bool(block.head),
        show_edge=False,
        pad_edge=False,
        padding=(0, 2, 0, 0),
        header_style="dim",
        border_style="rule",
        expand=block.flexible >= 0,
    )
    for rank in range(len(block.rows[0])):
        flexible = rank == block.flexible
        head = Words(clean(block.head[rank])) if block.head else ""
        ratio = 1 if flexible else None
        table.add_column(head, no_wrap=not flexible and not block.head, ratio=ratio, overflow="fold")
    for row in block.rows:
        table.add_row(*(words(cell) for cell in row))
    return Padding(table, (0, 0, 0, block.indent))


def _stacked(block: Grid) -> Iterator[Padding]:
    """Put the cells of each row one after the other, under their headings' names: no word is ever cut."""
    heads = block.head or ("",) * len(block.rows[0])
    for row in block.rows:
        said = Words()
        for head, cell in zip(heads, row, strict=True):
            if bare(cell):
                said.append("  " if said else "")
                said.append(f"{clean(head)} " if head else "", "dim")
                said.append(words(cell))
        yield Padding(said, (0, 0, 0, block.indent))


def _least(block: Grid, flexible: int) -> int:
    """Return the least width at which only headings wrap, and the flexible column to ``flexible`` columns."""
    columns = zip(*block.rows, strict=True)
    cells = [max(line_width(cell) for cell in column) for column in columns]
    heads = [max(map(width, head.split(" "))) for head in block.head]
    wide = [max(pair) for pair in zip(cells, heads or [0] * len(cells), strict=True)]
    if block.flexible >= 0:
        wide[block.flexible] = min(wide[block.flexible], flexible)
    return block.indent + sum(wide) + 2 * len(wide)
