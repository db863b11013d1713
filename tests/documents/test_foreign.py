"""Templates that zest did not write: rendered apart, with little memory and time; refused when they reach out."""

import json
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from zest.documents import foreign_rendering
from zest.documents.cell import answer
from zest.documents.document import Data, Format
from zest.documents.errors import Overflow, Unprintable
from zest.documents.foreign import foreign_documents, sound_template
from zest.documents.foreign_rendering import rendered_by
from zest.documents.registry import DOCUMENTS
from zest.documents.typesetting import TEMPLATES, inputs
from zest.errors import PluginError
from zest.model.charter import Charter, Colour

HELLO = '#import "base.typ": *\n#show: body => set-up("T", body)\n= Bonjour #d.collective.name\n'
DATA: Data = {
    "edition": {"date": "2026-11-23", "words": "23 novembre 2026"},
    "collective": {"name": "C", "fictional": True},
    "sector": {"title": "T"},
}
CHARTER = Charter(
    primary=Colour("#8e2a1a"), accent=Colour("#f7a11b"), light=Colour("#fdf2e3"), ink=Colour("#2a1d18"),
    soft=Colour("#ffd9a0"), wordmark="zest'",
)  # fmt: skip
BASE = TEMPLATES / "base.typ"

pytestmark = pytest.mark.skipif(find_spec("typst") is None, reason="Typst is not installed: nothing renders")


@pytest.fixture
def sector(tmp_path: Path) -> Callable[..., Path]:
    """Write the documents of a sector."""

    def written(template: str = HELLO, listed: str = '[affiche]\ntitle = "Affiche"\nper = "offer"\n') -> Path:
        home = tmp_path / "documents"
        home.mkdir(exist_ok=True)
        (home / "documents.toml").write_text(listed, "utf-8")
        (home / "affiche.typ").write_text(template, "utf-8")
        return tmp_path

    return written


def test_a_sector_adds_a_document(sector: Callable[..., Path]) -> None:
    """It is announced in a table, drawn with the common pieces, and made for the offers of its sector alone."""
    [made] = foreign_documents("btp", sector(), {})
    content = made.renderers[Format.PDF](DATA, CHARTER)

    assert ("affiche", "Affiche", "btp") == (made.slug, made.title, made.sector)
    assert isinstance(content, bytes)
    assert content.startswith(b"%PDF")
    assert content == made.renderers[Format.PDF](DATA, CHARTER)
    assert [] == list(foreign_documents("btp", None, {}))


@pytest.mark.parametrize(
    "template",
    [
        '#import "@preview/cetz:0.3.0"',
        '#import "../secret.typ": *',
        '#include "autre.typ"',
        '#import ("@pre" + "view/x:1.0.0"): *',
        '#eval("1")',
        '#read("base.typ")',
        '#let p = plugin("x.wasm")',
    ],
)
def test_a_template_that_reaches_out_is_refused_before_it_runs(
    template: str, sector: Callable[..., Path]
) -> None:
    """No package, no other file, no source made of text; the line is told."""
    folder = sector(HELLO + template)

    with pytest.raises(PluginError, match=r"affiche\.typ:4 : un modèle n'appelle ni fichier, ni paquet"):
        list(foreign_documents("btp", folder, {}))


def test_links_giants_and_what_is_no_text_are_refused(sector: Callable[..., Path], tmp_path: Path) -> None:
    """Only a small file of text is a template."""
    folder = sector()
    file = folder / "documents/affiche.typ"
    link = tmp_path / "lien.typ"
    link.symlink_to(file)
    with pytest.raises(PluginError, match="et non un lien"):
        sound_template(link)
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(PluginError, match="UTF-8"):
        sound_template(file)
    file.write_text("a" * 300_000, "utf-8")
    with pytest.raises(PluginError, match="256 Ko au plus"):
        sound_template(file)
    file.unlink()
    with pytest.raises(PluginError, match="est attendu"):
        list(foreign_documents("btp", folder, {}))


def test_a_name_that_is_taken_or_is_none_is_refused(sector: Callable[..., Path]) -> None:
    """A sector adds documents; it does not replace those of zest."""
    taken = {one.slug: one for one in DOCUMENTS}
    for name in ("fiche-segment", '"../x"'):
        folder = sector(listed=f'[{name}]\ntitle = "T"\nper = "offer"\n')

        with pytest.raises(PluginError, match="n'est pas le nom d'un nouveau document"):
            list(foreign_documents("btp", folder, taken))


def test_a_bomb_ends_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory, pages and time have their bounds; what bursts is not our process."""
    memory = '#set document(title: "x")\n#{ let a = "aaaaaaaa"\n for i in range(60) { a = a + a } }'
    loop = '#set document(title: "x")\n#{ let n = 0\n for i in range(100000) { for j in range(100000) { n = n + j } } }'

    with pytest.raises(PluginError, match="trop de temps, de mémoire ou de pages"):
        rendered_by(memory, Format.PDF, "m.typ")(DATA, CHARTER)
    monkeypatch.setattr(foreign_rendering, "WAIT", 2)
    with pytest.raises(PluginError, match="ne finit pas en 2 secondes"):
        rendered_by(loop, Format.PDF, "m.typ")(DATA, CHARTER)


def test_a_fault_of_a_template_is_told_with_its_line() -> None:
    """Its author reads the file, the line and what Typst says; nothing of the folder it ran in."""
    with pytest.raises(PluginError, match=r"m\.typ:2 : ce modèle ne se compose pas \(.*absent"):
        rendered_by('#set document(title: "x")\n#absent', Format.PDF, "m.typ")(DATA, CHARTER)


@pytest.mark.parametrize("form,pages", [(Format.PDF, 1), (Format.PNG, 2)])
def test_the_cell_answers_in_pages(form: Format, pages: int, tmp_path: Path) -> None:
    """One line that counts, then each page after its length: what the other side reads again."""
    told = asked(HELLO + "#pagebreak()\nDeux", form, tmp_path)
    made = foreign_rendering._pages(told, "m.typ")

    assert b'{"pages": %d}' % pages == told.partition(b"\n")[0]
    assert pages == (1 if isinstance(made, bytes) else len(made))


def test_the_cell_tells_what_the_data_do_to_a_template(tmp_path: Path) -> None:
    """An overflow and a sign without a glyph come back as what they are, a fault with its line."""
    over = '#zone("titre", "collective.name", 10mm, 1mm, [Mot])'
    for template, kind in ((over, Overflow), ("中", Unprintable), ("#absent", PluginError)):
        told = asked(HELLO + template, Format.PDF, tmp_path)

        with pytest.raises(kind):
            foreign_rendering._pages(told, "m.typ")


def asked(template: str, form: Format, folder: Path) -> bytes:
    """What the cell answers, in this process and without its limits."""
    (folder / "main.typ").write_text(template, "utf-8")
    (folder / "base.typ").write_text(BASE.read_text("utf-8"), "utf-8")
    given = json.dumps(inputs(DATA, CHARTER))
    request = {
        "source": str(folder / "main.typ"),
        "inputs": given,
        "format": form.value,
        "day": "2026-11-23",
    }
    return answer(json.dumps(request).encode())
