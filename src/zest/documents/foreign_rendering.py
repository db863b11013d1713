"""A template of a sector, rendered in the cell: what is asked, and what its answer means."""

import json
import shutil
import struct
import tempfile
from pathlib import Path
from typing import Any

from zest.documents.cell import OUTPUT
from zest.documents.document import Data, Format, Renderer
from zest.documents.errors import Overflow, Unprintable
from zest.documents.foreign_process import Apart, Ended
from zest.documents.typesetting import TEMPLATES, day_of, inputs, require
from zest.errors import PluginError
from zest.model.charter import Charter

WAIT = 30
"""Seconds, by the clock, that a template may take."""


def rendered_by(template: str, form: Format, name: str) -> Renderer:
    """Return the renderer of a template that zest did not write.

    Args:
        template: its text.
        form: PDF, PNG or SVG.
        name: of its file, for messages.
    """
    cell = Apart("zest.documents.cell", wait=WAIT, most=OUTPUT)

    def render(data: Data, charter: Charter) -> bytes | list[bytes]:
        require()
        given = json.dumps(inputs(data, charter) | {"bleed": "yes" if form is Format.PDF else "no"})
        with tempfile.TemporaryDirectory(prefix="zest-") as folder:
            source = Path(folder) / "main.typ"
            source.write_text(template, "utf-8")
            shutil.copyfile(TEMPLATES / "base.typ", source.with_name("base.typ"))
            asked = {
                "source": str(source),
                "inputs": given,
                "format": form.value,
                "day": day_of(data).isoformat(),
            }
            return _pages(_asked(cell, json.dumps(asked).encode(), name), name)

    return render


def _asked(cell: Apart, request: bytes, name: str) -> bytes:
    """Return what the cell answers.

    Raises:
        PluginError: it took too long, too much memory, or said too much.
    """
    try:
        return cell.asked(request)
    except Ended as fault:
        words = (
            f"ce modèle ne finit pas en {fault.waited:.0f} secondes."
            if fault.waited
            else "ce modèle demande trop de temps, de mémoire ou de pages ; rien n'est écrit."
        )
        raise PluginError(f"{name} : {words}") from None


def _pages(told: bytes, name: str) -> bytes | list[bytes]:
    """Read the answer of the cell.

    Raises:
        Overflow: a text is too long for its zone.
        Unprintable: a sign is in no font.
        PluginError: the template itself is at fault.
    """
    first, _, rest = told.partition(b"\n")
    head: dict[str, Any] = json.loads(first)
    if "overflow" in head:
        raise Overflow(*head["overflow"])
    if "unprintable" in head:
        raise Unprintable(*head["unprintable"])
    if "fault" in head:
        line, words = head["fault"]
        raise PluginError(f"{name}:{line} : ce modèle ne se compose pas ({words}).")
    pages: list[bytes] = []
    for _ in range(head["pages"]):
        (size,) = struct.unpack(">I", rest[:4])
        pages.append(rest[4 : 4 + size])
        rest = rest[4 + size :]
    return pages[0] if len(pages) == 1 else pages
