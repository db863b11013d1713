"""Word and PowerPoint: documents per second and peak memory, for 14 structures, then for 1 000, beside peers.

The dossier is invented. Each maker runs in a fresh process, after one document that is not counted, so that imports and
what is made once a kit are not. zest goes from the facts through the checks of every text to the bytes; the peers are
given their data ready. Bare docxtpl fills the same model of a letter as it does when nobody restrains it; LibreOffice
merges the same letter, its tags made fields of a data source; bare python-pptx makes a plain deck of as many slides.
Times and memory hold those of the processes that zest starts. ``SIZES``, ``MOST_SLOW`` and ``ONLY`` change what is run.
"""

import csv
import gc
import importlib.util
import io
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from bench_kit import offered, structures

from zest.documents.document import Data, Document, Format
from zest.documents.inventory import Copy, take
from zest.documents.making import Made, make
from zest.documents.preparing import prepared
from zest.documents.registry import DOCUMENTS
from zest.documents.word.filling import fill
from zest.documents.word.foreign import with_models
from zest.documents.word.models import model

SIZES = tuple(int(one) for one in os.environ.get("SIZES", "14,1000").split(","))
MOST_SLOW = int(os.environ.get("MOST_SLOW", "100"))
"""Documents that a slow peer makes."""
LETTER, DECK = "papier-a-lettres", "presentation"
COLUMNS = ("name", "address", "phone", "email", "city")


def document(slug: str) -> Document:
    """Return a document of the kit."""
    return next(one for one in DOCUMENTS if one.slug == slug)


def letters(number: int) -> list[Copy]:
    """Return one copy of the letter for each structure, and one more."""
    return list(take([document(LETTER)], offered(number + 1)).copies)


def made(copies: list[Copy], form: Format) -> Generator[int]:
    """Make copies as the kit does."""
    for copy in copies:
        [one] = make(copy, [form])
        yield len(one.content) if isinstance(one, Made) else sys.exit(f"refused: {one}")


def with_zest(number: int) -> Generator[int]:
    """Fill zest's own model."""
    yield from made(letters(number), Format.DOCX)


def with_an_edited_model(number: int) -> Generator[int]:
    """Fill a model that somebody edited, in its limited process."""
    first, *_ = letters(0)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{LETTER}.docx"
        file.write_bytes(model(LETTER, first.subject.profile.charter))
        edited = with_models([document(LETTER)], [str(file)])
        yield from made(list(take(edited, offered(number + 1)).copies), Format.DOCX)


def data_of(copy: Copy) -> Data:
    """Return what a copy shows."""
    return prepared(copy.document.facts(copy.subject))


def with_docxtpl(number: int) -> Generator[int]:
    """Fill the same model as docxtpl does by itself."""
    import docxtpl

    copies = letters(min(number, MOST_SLOW))
    content = model(LETTER, copies[0].subject.profile.charter)
    for data in [data_of(copy) for copy in copies]:
        template: Any = docxtpl.DocxTemplate(io.BytesIO(content))
        template.render(data)
        out = io.BytesIO()
        template.save(out)
        yield len(out.getvalue())


def with_a_mail_merge(number: int) -> Generator[int]:
    """Have LibreOffice merge the letter; it tells its own figures, which take the place of this process's."""
    number = min(number, MOST_SLOW)
    [first, *_] = letters(0)
    tags = {column: f"{{{{ structure.{column} }}}}" for column in COLUMNS}
    content = model(LETTER, first.subject.profile.charter)
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "model.docx").write_bytes(fill(content, data_of(first) | {"structure": tags}))
        with (Path(folder) / "people.csv").open("w", encoding="utf-8", newline="") as opened:
            rows = csv.DictWriter(opened, COLUMNS, restval="", extrasaction="ignore", quoting=csv.QUOTE_ALL)
            rows.writeheader()
            rows.writerows(structures(number))
        script = str(Path(__file__).with_name("mail_merge.py"))
        done = subprocess.run([uno_python(), script, folder], check=True, capture_output=True, text=True)
    print(done.stdout.splitlines()[-1])
    sys.exit(0)


def uno_python() -> str:
    """Return a Python that has LibreOffice's ``uno``; empty when there is none."""
    for one in ("/usr/bin/python3", "/usr/lib/libreoffice/program/python"):
        if (
            Path(one).exists()
            and not subprocess.run([one, "-c", "import uno"], capture_output=True, check=False).returncode
        ):
            return one
    return ""


def with_decks(number: int) -> Generator[int]:
    """Make the deck of the collective again and again."""
    [copy] = take([document(DECK)], offered(14)).copies
    yield from made([copy] * (number + 1), Format.PPTX)


def with_python_pptx(number: int) -> Generator[int]:
    """Make a plain deck of as many slides: a title and six lines each."""
    import pptx

    [copy] = take([document(DECK)], offered(14)).copies
    [deck] = make(copy, [Format.PPTX])
    if not isinstance(deck, Made):
        sys.exit(f"refused: {deck}")
    slides = len(pptx.Presentation(io.BytesIO(deck.content)).slides)
    for _ in range(number + 1):
        presentation = pptx.Presentation()
        for rank in range(slides):
            slide = presentation.slides.add_slide(presentation.slide_layouts[1])
            slide.shapes.title.text = f"Titre {rank}"
            slide.placeholders[1].text = "\n".join(f"Une ligne de texte {line}" for line in range(6))
        out = io.BytesIO()
        presentation.save(out)
        yield len(out.getvalue())


MAKERS: dict[str, tuple[str, Callable[[int], Generator[int]]]] = {
    "word": ("Word: zest", with_zest),
    "edited": ("Word: zest, an edited model, apart", with_an_edited_model),
    "docxtpl": ("Word: bare docxtpl", with_docxtpl),
    "libreoffice": ("Word: LibreOffice mail merge", with_a_mail_merge),
    "powerpoint": ("PowerPoint: zest", with_decks),
    "python-pptx": ("PowerPoint: bare python-pptx", with_python_pptx),
}
FIRST = {"word": "word", "edited": "word", "docxtpl": "word", "libreoffice": "word"}
"""What a maker is compared with; ``powerpoint`` for the others."""


def timed(name: str, number: int) -> None:
    """Make the documents in this process, and print what it took as JSON."""
    work = MAKERS[name][1](number)
    next(work)
    began, worked = time.perf_counter(), time.process_time()
    count = sum(1 for _ in work)
    wall, cpu = time.perf_counter() - began, time.process_time() - worked
    work.close()
    gc.collect()
    own, theirs = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = max(own.ru_maxrss, theirs.ru_maxrss) / 1024
    told = {
        "documents": count,
        "wall": wall,
        "cpu": cpu + theirs.ru_utime + theirs.ru_stime,
        "peak": peak,
    }
    print(json.dumps(told))


def there() -> list[str]:
    """Return the makers that this machine has."""
    needs = {
        "python-pptx": importlib.util.find_spec("pptx"),
        "libreoffice": shutil.which("soffice") and uno_python(),
    }
    wanted = os.environ.get("ONLY", ",".join(MAKERS)).split(",")
    return [name for name in wanted if needs.get(name, True)]


def main() -> None:
    """Run every maker that is there, in turn, for each number of structures."""
    print(f"load: {os.getloadavg()[0]:.1f}")
    print(f"{'':36}{'structures':>10}{'documents':>10}{'per s':>8}{'per cpu s':>10}{'× zest':>8}{'MiB':>6}")
    for number in SIZES:
        paces: dict[str, float] = {}
        for name in there():
            done = subprocess.run(
                [sys.executable, __file__, name, str(number)], capture_output=True, text=True, check=False
            )
            if done.returncode:
                print(f"{MAKERS[name][0]:36}{number:>10}  not run: {done.stderr.strip().splitlines()[-1:]}")
                continue
            told = json.loads(done.stdout.splitlines()[-1])
            pace = paces[name] = told["documents"] / told["cpu"]
            own = paces.get(FIRST.get(name, "powerpoint"), pace)
            print(f"{MAKERS[name][0]:36}{number:>10}{told['documents']:>10}{told['documents'] / told['wall']:>8.1f}"
                  f"{pace:>10.1f}{pace / own:>8.2f}{told['peak']:>6.0f}")  # fmt: skip


if __name__ == "__main__":
    if len(sys.argv) > 1:
        timed(sys.argv[1], int(sys.argv[2]))
    else:
        main()
