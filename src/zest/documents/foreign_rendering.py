"""The other side of the cell: asks, waits a little, and believes nothing that is too long."""

import io
import json
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from zest.documents.cell import OUTPUT
from zest.documents.document import Data, Format, Renderer
from zest.documents.errors import Overflow, Unprintable
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
            return _pages(_asked(json.dumps(asked).encode(), name), name)

    return render


def _asked(request: bytes, name: str) -> bytes:
    """Return what the cell answers.

    Raises:
        PluginError: it took too long, too much memory, or said too much.
    """
    command = [sys.executable, "-I", "-m", "zest.documents.cell"]
    # To a file: a pipe that is read whole would put into our memory whatever a template gives.
    with tempfile.TemporaryFile() as out:
        try:
            done = subprocess.run(  # noqa: S603  # our own module, and its data on standard input
                command,
                input=request,
                stdout=out,
                stderr=subprocess.DEVNULL,
                env={},
                timeout=WAIT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise PluginError(f"{name} : ce modèle ne finit pas en {WAIT} secondes.") from None
        size = out.seek(0, io.SEEK_END)
        out.seek(0)
        if done.returncode != 0 or not 0 < size <= OUTPUT:
            raise PluginError(
                f"{name} : ce modèle demande trop de temps, de mémoire ou de pages ; rien n'est écrit."
            )
        return out.read()


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
