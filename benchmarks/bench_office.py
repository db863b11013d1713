"""Word documents a second: zest beside bare docxtpl on the same model in the same run, and LibreOffice where it is."""

import datetime as dt
import io
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from docxtpl import DocxTemplate

from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.subjects import copies, offers
from zest.documents.word.filling import fill
from zest.documents.word.models import model
from zest.io.dossier import load
from zest.plugins.assembly import assemble

GOAL = 25
"""Word documents a second."""
ROUNDS = 7
SLUGS = ("papier-a-lettres", "convention-de-marque", "retour-experience")


def timed(work: Callable[[], object]) -> float:
    """Return seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def bare(content: bytes, data: dict[str, object]) -> None:
    """Fill a model as docxtpl does when nobody restrains it."""
    template = DocxTemplate(io.BytesIO(content))
    template.render(data)
    template.save(io.BytesIO())


def main() -> None:
    """Print medians of interleaved rounds."""
    dossier = load("examples/caen-exemplaire")
    assembly = assemble(dossier.sectors)
    folders = {one.origin.slug: one.sector.folder for one in assembly.loaded}
    offered = offers(dossier, assembly.catalogue, folders, dt.date(2026, 11, 23))
    for slug in SLUGS:
        document = next(one for one in DOCUMENTS if one.slug == slug)
        subject = next(copies(document, offered))
        data, content = prepared(document.facts(subject)), model(slug, subject.profile.charter)
        ours, theirs = [], []
        for _ in range(ROUNDS):
            ours.append(timed(lambda: fill(content, data)))  # noqa: B023  # called at once
            theirs.append(timed(lambda: bare(content, data)))  # noqa: B023  # idem
        zest, peer = statistics.median(ours), statistics.median(theirs)
        mark = "reached" if 1 / zest >= GOAL else "NOT REACHED"
        print(
            f"{slug:24} zest {1 / zest:6.1f}/s · docxtpl {1 / peer:6.1f}/s · ratio {zest / peer:.2f} · {GOAL}/s {mark}"
        )
        if shutil.which("soffice"):
            print(f"{'':24} LibreOffice, docx to pdf: {libre(fill(content, data)):.1f} s a document")


def libre(content: bytes) -> float:
    """Return the seconds that LibreOffice takes to open a document and print it."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "a.docx"
        file.write_bytes(content)
        home = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", folder, str(file)]
        return timed(lambda: subprocess.run(command, check=True, capture_output=True))


if __name__ == "__main__":
    main()
