"""Draw the screen that the README shows: ``python docs/_ext/screenshot.py``, from the root of the project."""

import datetime as dt
import io
from itertools import islice
from pathlib import Path

from rich.console import Console

from zest.checking import check
from zest.console.pretty import THEME, shapes
from zest.console.report import report_blocks
from zest.io.dossier import load

FONTS = "'DejaVu Sans Mono', Menlo, Consolas, monospace"


BLOCKS = 14


def draw(dossier: str, day: dt.date, columns: int) -> str:
    """Return the beginning of the report of a dossier as SVG, without any font fetched from elsewhere."""
    console = Console(
        record=True,
        width=columns,
        theme=THEME,
        file=io.StringIO(),
        force_terminal=True,
        highlight=False,
        color_system="truecolor",
    )
    for block in islice(report_blocks(check(load(dossier), as_of=day)), BLOCKS):
        for shape in shapes(block, columns):
            console.print(shape)
    svg = console.export_svg(title=f"zest check {dossier}", font_aspect_ratio=0.602, unique_id="zest")
    begin, end = svg.index("@font-face"), svg.rindex("@font-face")
    end = svg.index("}", end) + 1
    return (
        (svg[:begin] + svg[end:])
        .replace("Fira Code, monospace", FONTS)
        .replace("Fira Code", "DejaVu Sans Mono")
    )


if __name__ == "__main__":
    Path("docs/_static/check.svg").write_text(draw("examples/fautif", dt.date(2026, 4, 20), 116), "utf-8")
