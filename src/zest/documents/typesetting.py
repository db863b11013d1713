"""PDF, PNG and SVG by Typst: data go in as JSON and are never part of the source."""

import contextlib
import datetime as dt
import functools
import json
import re
import shutil
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zest.documents.document import Data, Format, Renderer
from zest.documents.errors import Overflow, Unfit, Unprintable
from zest.documents.extras import require_library
from zest.model.charter import Charter

if TYPE_CHECKING:
    import typst

HOME = Path(__file__).parent
TEMPLATES = HOME / "templates"
FONTS = HOME / "fonts"
PIXELS_PER_INCH = 150
_PANIC = re.compile(r"zest:overflow\|([^|]*)\|([^|]*)\|([\d.]+)\|([\d.]+)")
# A PNG may hold what the format lets programs refuse; a logo is the only image of the package's templates.
_NO_IMAGE = "failed to decode image"
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def typeset_by(template: str, form: Format) -> Renderer:
    """Return the renderer of a template of the package in one format."""

    def render(data: Data, charter: Charter) -> bytes | list[bytes]:
        with root_of(data) as (root, shown):
            given = inputs(shown, charter) | {"bleed": "yes" if form is Format.PDF else "no"}
            source, day = root / f"{template}.typ", day_of(data)
            if form is not Format.PDF:
                # Only a PDF that must be accessible is refused for a sign that no font has.
                compiled(source, given, Format.PDF, day)
            return compiled(source, given, form, day, data.get("ppi", PIXELS_PER_INCH))

    return render


@contextlib.contextmanager
def root_of(data: Data) -> Generator[tuple[Path, Data]]:
    """Give the folder that a compilation may read: the package's, or with a logo a fresh one that holds it.

    Typst follows a link out of its root, so that no folder of the user's ever is one.
    """
    logo = data.get("structure", {}).get("logo_file")
    if not logo:
        yield TEMPLATES, data
        return
    with tempfile.TemporaryDirectory(prefix="zest-") as folder:
        root = Path(folder)
        for file in TEMPLATES.glob("*.typ"):
            shutil.copyfile(file, root / file.name)
        shutil.copyfile(logo, root / "logo.png")
        yield root, data | {"structure": data["structure"] | {"logo_file": "logo.png"}}


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
        Unfit: the logo cannot be decoded.
        Unprintable: a sign is in no font.
    """
    require()
    import typst

    maker = _compiler(source.parent) if source.parent == TEMPLATES else new_compiler(source.parent)
    try:
        made, warnings = maker.compile_with_warnings(
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


def require() -> None:
    """Refuse in French where Typst is missing.

    Raises:
        MissingExtraError: it is not installed.
    """
    require_library("typst", "Typst", "du kit", "kit")


def _told(fault: Any) -> Exception:
    """Return what a fault of Typst says of the data; a fault of a template is nobody's data's."""
    if found := _PANIC.search(fault.message):
        return Overflow(found[1], found[2], float(found[3]), float(found[4]))
    if found := _NO_GLYPH.search(fault.message):
        return Unprintable(found[1])
    if _NO_IMAGE in fault.message:
        return Unfit("structure.logo", "n'est pas une image PNG")
    return RuntimeError(fault.message, fault.diagnostic)


@functools.cache
def _compiler(root: Path) -> "typst.Compiler":
    """Return the compiler of the package's folder, which is the same for all its documents."""
    return new_compiler(root)


def new_compiler(root: Path) -> "typst.Compiler":
    """Return a compiler that reads below one folder."""
    import typst

    return typst.Compiler(root=str(root), font_paths=_fonts(), ignore_system_fonts=True)


@functools.cache
def _fonts() -> "typst.Fonts":
    """Return the fonts of the kit alone: those of the system change from one machine to the next."""
    import typst

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
