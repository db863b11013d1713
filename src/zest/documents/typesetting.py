"""PDF, PNG and SVG by Typst: data go in as JSON and are never part of the source."""

import datetime as dt
import functools
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zest.documents.document import Data, Format, Renderer
from zest.documents.errors import Overflow, Unprintable
from zest.errors import MissingExtraError
from zest.model.charter import Charter

if TYPE_CHECKING:
    import typst

HOME = Path(__file__).parent
TEMPLATES = HOME / "templates"
FONTS = HOME / "fonts"
PIXELS_PER_INCH = 150
_PANIC = re.compile(r"zest:overflow\|([^|]*)\|([^|]*)\|([\d.]+)\|([\d.]+)")
_NO_GLYPH = re.compile(r'the text "?(.+?)"? could not be displayed')


def typeset_by(template: str, form: Format) -> Renderer:
    """Return the renderer of a template of the package in one format."""

    def render(data: Data, charter: Charter) -> bytes | list[bytes]:
        given = inputs(data, charter) | {"bleed": "yes" if form is Format.PDF else "no"}
        return compiled(
            TEMPLATES / f"{template}.typ", given, form, day_of(data), data.get("ppi", PIXELS_PER_INCH)
        )

    return render


def inputs(data: Data, charter: Charter) -> dict[str, str]:
    """Return what a template reads: the data and the five colours, as JSON."""
    colours = {name: getattr(charter, name) for name in ("primary", "accent", "light", "ink", "soft")}
    return {"data": json.dumps({**data, "charter": {**colours, "wordmark": charter.wordmark}})}


def day_of(data: Data) -> dt.date:
    """Return the day that a document bears."""
    return dt.date.fromisoformat(data["edition"]["date"])


def compiled(
    source: Path, given: dict[str, str], form: Format, day: dt.date, ppi: float = PIXELS_PER_INCH
) -> bytes | list[bytes]:
    """Compile a template; the same input gives the same bytes.

    Raises:
        MissingExtraError: Typst is not installed.
        Overflow: a text is too long for its zone.
        Unprintable: a sign is in no font.
    """
    import typst

    try:
        made, warnings = _compiler(source.parent).compile_with_warnings(
            input=str(source),
            format=form.value,  # type: ignore[arg-type]  # one of the three that Typst writes
            ppi=ppi,
            sys_inputs=given,
            pdf_standards=["ua-1"] if form is Format.PDF else [],
            timestamp=dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC),
        )
    except typst.TypstError as error:
        raise _told(error) from None
    for warning in warnings:
        raise _told(warning)
    return made  # type: ignore[return-value]  # there is no output file, so there are bytes


def _told(fault: Any) -> Exception:
    """Return what a fault of Typst says of the data; a fault of a template is nobody's data's."""
    if found := _PANIC.search(fault.message):
        return Overflow(found[1], found[2], float(found[3]), float(found[4]))
    if found := _NO_GLYPH.search(fault.message):
        return Unprintable(found[1])
    return RuntimeError(f"{fault.message} {fault.diagnostic}")


@functools.cache
def _compiler(root: Path) -> "typst.Compiler":
    try:
        import typst
    except ModuleNotFoundError:
        raise MissingExtraError(
            "Les documents du kit demandent Typst, qui n'est pas installé : « pip install 'zest-coorace[kit]' »."
        ) from None
    # The fonts of the system would change what comes out from one machine to the next.
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
    return typst.Compiler(root=str(root), font_paths=fonts, ignore_system_fonts=True)
