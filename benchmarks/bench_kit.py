"""Documents per second and peak memory: the individual flyer of 14 structures, then of 1 000, beside peers.

The dossier is invented. Each maker runs in a fresh process, after one document that is not counted, so that imports are
not; peak memory is that of its process, which its children are not part of: LibreOffice's is not told. The peers draw
less: WeasyPrint the same words in one coloured box, LibreOffice a plain text converted in one call for all.
"""

import datetime as dt
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zest.documents.document import Subject

SIZES = tuple(int(one) for one in os.environ.get("SIZES", "14,1000").split(","))
MOST_SLOW = 100
"""Documents that a slow peer makes: its pace does not depend on how many."""


def structures(number: int) -> list[dict[str, str]]:
    """Return invented structures."""
    return [
        {"key": f"s-{n}", "name": f"Structure fictive {n}", "kind": "AI", "city": "Caen",
         "address": f"{n} rue de l'Essai, 14000 Caen", "phone": f"02 61 91 {n // 100 % 100:02d} {n % 100:02d}"}
        for n in range(number)
    ]  # fmt: skip


def offered(number: int) -> "list[Subject]":
    """Return the offer of a collective of so many structures."""
    from zest.documents.subjects import offers
    from zest.io.dossier import load
    from zest.plugins.assembly import assemble

    offer = {"key": "chr", "sector": "hotellerie-restauration", "jobs": ["plongeur"], "commitments": []}
    told = {
        "collective": {"name": "Collectif fictif"},
        "structures": structures(number),
        "offers": [offer],
    }
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "zest.json"
        file.write_text(json.dumps(told), "utf-8")
        dossier = load(file)
    assembly = assemble(dossier.sectors)
    folders = {one.origin.slug: one.sector.folder for one in assembly.loaded}
    return offers(dossier, assembly.catalogue, folders, dt.date(2026, 11, 23))


def with_zest(number: int) -> Iterator[int]:
    """Make each flyer as PDF, through the facts, the checks of every text and the accessible export."""
    from zest.documents.document import Format
    from zest.documents.inventory import take
    from zest.documents.making import Made, make
    from zest.documents.registry import DOCUMENTS

    flyer = next(one for one in DOCUMENTS if one.slug == "depliant-individuel")
    for copy in take([flyer], offered(number + 1)).copies:
        [made] = make(copy, [Format.PDF])
        yield len(made.content) if isinstance(made, Made) else sys.exit(f"refused: {made}")


def with_weasyprint(number: int) -> Iterator[int]:
    """Make one page of the same size and words for each structure."""
    import weasyprint

    for one in structures(min(number, MOST_SLOW) + 1):
        page = (
            "<html lang=fr><title>Dépliant</title><style>@page{size:100mm 210mm;margin:0}body{margin:0}"
            "header{background:#8e2a1a;color:#fff;height:160mm;padding:10mm}</style><header><h1>Un renfort ?</h1>"
            f"<p>Des personnes préparées.</p></header><h2>{one['name']}</h2><p>{one['phone']}<p>{one['address']}</html>"
        )
        made = weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1")
        yield len(made or b"")


def with_libreoffice(number: int) -> Iterator[int]:
    """Convert one text file for each structure, all in one call: the start of the office is paid once."""
    with tempfile.TemporaryDirectory() as folder:
        for one in structures(min(number, MOST_SLOW)):
            text = f"Un renfort ?\n\n{one['name']}\n{one['phone']}\n{one['address']}\n"
            (Path(folder) / f"{one['key']}.txt").write_text(text, "utf-8")
        files = [str(file) for file in sorted(Path(folder).glob("*.txt"))]
        yield 0
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *files]
        subprocess.run(command, check=True, capture_output=True)
        yield from (file.stat().st_size for file in Path(folder).glob("*.pdf"))


MAKERS: dict[str, Callable[[int], Iterator[int]]] = {
    "zest": with_zest,
    "weasyprint": with_weasyprint,
    "libreoffice": with_libreoffice,
}


def timed(name: str, number: int) -> None:
    """Make the documents in this process, and print what it took as JSON."""
    made = MAKERS[name](number)
    next(made)
    began, worked = time.perf_counter(), time.process_time()
    sizes = list(made)
    wall, cpu = time.perf_counter() - began, time.process_time() - worked
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"documents": len(sizes), "wall": wall, "cpu": cpu, "peak": peak, "bytes": sum(sizes)}))


def main() -> None:
    """Run every maker that is there, in turn, for each number of structures."""
    there = [name for name in MAKERS if name != "libreoffice" or shutil.which("soffice")]
    print(f"{'':14}{'structures':>12}{'documents':>12}{'per second':>12}{'× zest':>8}{'peak MiB':>10}")
    for number in SIZES:
        pace = 0.0
        for name in there:
            command = [sys.executable, __file__, name, str(number)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                print(f"{name:14}{number:>12}  not run: {done.stderr.strip().splitlines()[-1:]}")
                continue
            told = json.loads(done.stdout.splitlines()[-1])
            each = told["documents"] / told["wall"]
            pace = pace or each
            peak = f"{told['peak']:.0f}" if name != "libreoffice" else "–"
            print(f"{name:14}{number:>12}{told['documents']:>12}{each:>12.1f}{each / pace:>8.2f}{peak:>10}")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        timed(sys.argv[1], int(sys.argv[2]))
    else:
        main()
