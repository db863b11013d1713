"""``zest kit``: an inventory first, then all or nothing."""

import io
import json
import re
import struct
import zlib
from pathlib import Path

import pytest
from rich.console import Console

from zest.cli import main
from zest.console.pretty import THEME, shapes
from zest.documents.errors import KitError
from zest.documents.inventory import file_name
from zest.documents.making import Made
from zest.documents.registry import DOCUMENTS
from zest.documents.screen import list_blocks
from zest.documents.shelving import Shelf

from .conftest import Run

SOUND = "examples/caen-exemplaire"
DAY = ("--as-of", "2026-11-23")
FLYER = ("--only", "depliant-individuel", "--structure", "bocage-emploi")


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()
    }


def test_the_list_tells_every_document(run: Run) -> None:
    """Name, title, what one copy is for, forms, and what is asked of the dossier; of a dossier too."""
    code, out, _ = run("kit", "--list")
    same = run("kit", SOUND, "--list", "--only", "depliant-individuel")

    assert 0 == code
    assert [] == [one.slug for one in DOCUMENTS if one.slug not in out]
    assert "le téléphone de la structure, l'adresse de la structure" in same[1]


def test_the_list_can_be_read_on_a_narrow_terminal() -> None:
    """What a document is stands under its name."""
    drawn = Console(width=80, theme=THEME, file=io.StringIO(), record=True)
    for block in list_blocks(DOCUMENTS[:1]):
        for shape in shapes(block, 80):
            drawn.print(shape)
    told = [line.strip() for line in drawn.export_text().replace("\u00a0", " ").splitlines()]

    assert [
        "1 document",
        "fiche-segment · Fiche segment",
        "un exemplaire par offre · pdf, png, svg",
        "demande : le nom du collectif, les métiers de l'offre",
    ] == told


def test_a_kit_is_whole_and_the_same_twice(run: Run, tmp_path: Path) -> None:
    """Every form of a document, an index page, a manifest; a second run writes the same bytes."""
    words = (
        "kit",
        SOUND,
        *DAY,
        "--only",
        "courriel-relance,depliant-individuel",
        "--structure",
        "bocage-emploi",
    )
    code, out, _ = run(*words, "-o", str(tmp_path / "a"))
    run(*words, "-o", str(tmp_path / "b"))
    made = files(tmp_path / "a")

    assert 0 == code
    assert [
        "courriel-relance/bocage-emploi.eml", "courriel-relance/bocage-emploi.pdf",
        "courriel-relance/bocage-emploi.txt", "depliant-individuel/bocage-emploi.pdf", "index.html", "kit.json",
    ] == list(made)  # fmt: skip
    assert made == files(tmp_path / "b")
    assert "4 fichiers écrits" in out
    assert [] == [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_what_is_missing_is_told_first_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    """The value, what lacks it, the file and line where to add it, and the documents that wait for it."""
    code, out, _ = run("kit", "examples/midi-pyrenees", "-o", str(tmp_path / "kit"))

    assert 1 == code
    assert not (tmp_path / "kit").exists()
    assert out.startswith("✗ INCOMPLET · il manque 13 valeurs\u00a0; rien n'est écrit")
    assert re.search(
        r"examples/midi-pyrenees/zest\.toml:\d+:\d+\n    la structure «.*» : ajoutez « phone »",
        out.replace("\u00a0", " "),
    )
    assert "bilan de mission, Dépliant collectif, Dépliant individuel, Papier" in out.replace("\u00a0", " ")
    assert "Le dossier ne donne rien pour\u00a0: Retour d'expérience, Fiche de poste" in out


def test_a_text_too_long_refuses_the_whole_kit(run: Run, tmp_path: Path) -> None:
    """The zone, the field, the measure, the file and the line; nothing is written, not even the sound documents."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    text = text.replace("4 rue du Bocage, 14500", "4 rue du Bocage, " * 30)
    (folder / "zest.toml").write_text(text, "utf-8")
    code, out, _ = run("kit", str(folder), *DAY, "--only", "depliant-individuel", "-o", str(tmp_path / "kit"))
    told = out.replace("\u00a0", " ")

    assert 1 == code
    assert "✗ REFUSÉ · 1 document ne peut pas être fait ; rien n'est écrit" in told
    assert re.search(r"zest\.toml:\d+:\d+ · depliant-individuel/bocage-emploi", told)
    assert "(structure.address) est trop long pour la zone « l’adresse »" in told
    assert "Suite" not in told
    assert ["dossier"] == [one.name for one in tmp_path.iterdir()]


def test_what_a_refusal_leaves_to_be_made_is_named(run: Run, tmp_path: Path) -> None:
    """The other documents need not wait for the one that cannot be made."""
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    text = text.replace("4 rue du Bocage, 14500", "4 rue du Bocage, " * 30)
    (tmp_path / "zest.toml").write_text(text, "utf-8")
    code, out, _ = run(
        "kit", str(tmp_path), *DAY, "--only", "fiche-segment,depliant-individuel,guide-metiers"
    )
    told = out.replace("\u00a0", " ")

    assert 1 == code
    assert (
        "Suite : corrigez, ou écrivez les autres sans attendre : --only fiche-segment,guide-metiers\n" in told
    )


def named(folder: Path, name: str) -> str:
    """A dossier whose collective has another name."""
    folder.mkdir()
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    text = text.replace("Zest' Hôtellerie-restauration, pays de Caen", name, 1)
    (folder / "zest.toml").write_text(text, "utf-8")
    return str(folder)


def test_what_several_documents_are_refused_for_is_told_once(run: Run, tmp_path: Path) -> None:
    """With its place, the number of copies and the documents."""
    dossier = named(tmp_path / "dossier", "Collectif du pays de Caen " * 15)
    words = ("--only", "papier-a-lettres,lettre-prospection", "--structure", "bocage-emploi")
    code, out, _ = run("kit", dossier, *DAY, *words, "-o", str(tmp_path / "kit"))
    told = out.replace("\u00a0", " ")

    assert 1 == code
    assert "2 documents ne peuvent pas être faits" in told
    assert 1 == told.count("(collective.name)")
    assert "zest.toml:7:8 · papier-a-lettres/bocage-emploi et 1 de plus" in told
    assert "Papier à lettres et note, Lettre type : premier contact : le texte" in told


def test_what_structures_share_is_tried_before_their_own(run: Run, tmp_path: Path) -> None:
    """A leaflet of all that does not fit is told without waiting for a flyer each, which are counted."""
    dossier = named(tmp_path / "dossier", "Collectif du pays de Caen " * 15)
    words = ("--only", "depliant-individuel,depliant-collectif")
    code, out, _ = run("kit", dossier, *DAY, *words, "-o", str(tmp_path / "kit"))
    told = out.replace("\u00a0", " ")

    assert 1 == code
    assert "1 document ne peut pas être fait" in told
    assert "15 exemplaires propres aux structures attendent que ce soit corrigé." in told


def test_a_dossier_without_structures_has_none_to_name(run: Run, tmp_path: Path) -> None:
    """The sentence ends where there is no nearest name."""
    (tmp_path / "zest.toml").write_text('[collective]\nname = "C"\n', "utf-8")
    _, _, err = run("kit", str(tmp_path), "--structure", "x")

    assert err.rstrip().endswith("n'est pas une structure du dossier.")


def test_a_structure_unknown_among_many_does_not_list_a_region(run: Run, tmp_path: Path) -> None:
    """The first are told, and how many there are."""
    written = "".join(f'\n[[structures]]\nkey = "s{n}"\nname = "S{n}"\n' for n in range(100))
    (tmp_path / "zest.toml").write_text(f'[collective]\nname = "C"\n{written}', "utf-8")
    _, _, err = run("kit", str(tmp_path), "--structure", "ailleurs")

    assert err.rstrip().endswith(", s19, S19, … (200 en tout).")


@pytest.mark.parametrize(
    "words,said",
    [
        (("kit",), "il manque le DOSSIER"),
        (("kit", SOUND, "--only", "depliant"), "n'est pas un document du kit"),
        (("kit", SOUND, "-o", ""), "donnez le nom d'un répertoire"),
        (("kit", SOUND, *DAY, "--only", "fiche-segment", "-o", "/"), "donnez le nom d'un répertoire"),
        (("kit", SOUND, "--format", "pdx"), "« pdx » n'est pas une forme\u00a0; vouliez-vous dire « pdf »"),
        (("kit", SOUND, *DAY, "--only", "presentation", "--format", "pdf,svg"), "une de ses formes (pptx)"),
        (("kit", SOUND, "--structure", "bocage"), "n'est pas une structure du dossier"),
        (
            ("kit", SOUND, "--only", "fiche-segment", "--structure", "bocage-emploi"),
            "aucun des documents demandés : retirez « --structure », ou demandez-en d'autres que Fiche segment.",
        ),
        (
            ("kit", "examples/histoire-ai", "--as-of", "2026-06-18", "--only", "retour-experience"),
            "aucun des documents demandés : il ne dit rien pour Retour d'expérience.",
        ),
    ],
)
def test_wrong_use_is_one_french_line(words: tuple[str, ...], said: str, run: Run) -> None:
    """A name that is none gives the nearest; nothing is written."""
    code, _, err = run(*words)

    assert 2 == code
    assert said.replace("\u00a0", " ") in err.replace("\u00a0", " ")


def test_a_kit_is_of_an_offer(run: Run, tmp_path: Path) -> None:
    """Where there is none, it is what is asked for."""
    (tmp_path / "zest.toml").write_text('[collective]\nname = "C"\n', "utf-8")
    code, _, err = run("kit", str(tmp_path))

    assert 2 == code
    assert err.rstrip().endswith("il lui faut une offre, [[offers]].")


@pytest.mark.parametrize("word", ["Bocage Emploi", "100 000 017 00010", "BOCAGE-EMPLOI"])
def test_a_structure_goes_by_its_name_its_number_or_its_key(word: str, run: Run, tmp_path: Path) -> None:
    """Whoever asks for a flyer need not know how the file is written."""
    code, _, _ = run(
        "kit", SOUND, *DAY, "--only", "depliant-individuel", "--structure", word, "-o", str(tmp_path / "k")
    )

    assert 0 == code
    assert (tmp_path / "k/depliant-individuel/bocage-emploi.pdf").exists()


def test_a_part_made_again_leaves_the_rest(run: Run, tmp_path: Path) -> None:
    """« --only » and « --format » add to a kit that is there; the index tells all of it."""
    kit = tmp_path / "kit"
    run("kit", SOUND, *DAY, *FLYER, "-o", str(kit))
    code, out, _ = run("kit", SOUND, *DAY, *FLYER, "--format", "svg,png", "-o", str(kit))
    told = json.loads((kit / "kit.json").read_text("utf-8"))

    assert 0 == code
    assert [f"depliant-individuel/bocage-emploi.{form}" for form in ("pdf", "png", "svg")] == sorted(
        told["files"]
    )
    assert "2 fichiers écrits" in out


def test_what_was_changed_by_hand_is_not_lost(run: Run, tmp_path: Path) -> None:
    """A document that was edited stops the command, unless it is told to replace it."""
    kit = tmp_path / "kit"
    words = ("kit", SOUND, *DAY, *FLYER, "-o", str(kit))
    run(*words)
    before = files(kit)
    flyer = kit / "depliant-individuel/bocage-emploi.pdf"
    flyer.write_text("retouché", "utf-8")
    code, _, err = run(*words)

    assert 2 == code
    assert "bocage-emploi.pdf » a été modifié depuis que le kit est écrit" in err.replace("\u00a0", " ")
    assert "retouché" == flyer.read_text("utf-8")
    flyer.unlink()
    flyer.symlink_to("nulle-part")
    assert 2 == run(*words)[0]
    assert 0 == run(*words, "--force")[0]
    assert before == files(kit)


def test_what_is_forced_is_what_is_made_again(run: Run, tmp_path: Path) -> None:
    """A document that was edited, and is not asked for, stays as it was edited, and is known as such."""
    words = ("kit", SOUND, *DAY, "-o", str(tmp_path / "kit"), "--only")
    run(*words, "courriel-relance", "--structure", "bocage-emploi")
    edited = tmp_path / "kit/courriel-relance/bocage-emploi.txt"
    edited.write_text("retouché", "utf-8")

    assert 0 == run(*words, "depliant-individuel", "--structure", "bocage-emploi", "--force")[0]
    assert "retouché" == edited.read_text("utf-8")
    assert 2 == run(*words, "courriel-relance")[0]


def test_what_the_kit_did_not_write_stays(run: Run, tmp_path: Path) -> None:
    """A note, or a link, put beside the documents is there after each run, « --force » or not; it is no document."""
    kit = tmp_path / "kit"
    words = ("kit", SOUND, *DAY, *FLYER, "-o", str(kit))
    run(*words)
    (kit / "notes").mkdir()
    (kit / "notes/a.txt").write_text("à garder", "utf-8")
    (kit / "lien").symlink_to(tmp_path)

    assert [0, 0] == [run(*words)[0], run(*words, "--force")[0]]
    assert "à garder" == (kit / "notes/a.txt").read_text("utf-8")
    assert (kit / "lien").is_symlink()
    assert ["depliant-individuel/bocage-emploi.pdf"] == list(
        json.loads((kit / "kit.json").read_text("utf-8"))["files"]
    )


def test_a_document_does_not_take_the_place_of_what_the_kit_did_not_write(run: Run, tmp_path: Path) -> None:
    """Its name is told, and nothing is written."""
    kit = tmp_path / "kit"
    run("kit", SOUND, *DAY, *FLYER, "-o", str(kit))
    (kit / "depliant-individuel/bocage-emploi.png").write_text("à garder", "utf-8")
    before = files(kit)
    code, _, err = run("kit", SOUND, *DAY, *FLYER, "--format", "png", "--force", "-o", str(kit))

    assert 2 == code
    assert "bocage-emploi.png » n'a pas été écrit par" in err.replace("\u00a0", " ")
    assert before == files(kit)


def test_the_folder_where_one_works_becomes_the_kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """« . » is filled, then filled again; it stays the same folder."""
    sound = str(Path(SOUND).resolve())
    (tmp_path / "kit").mkdir()
    words = ("kit", sound, *DAY, *FLYER, "-o", ".")
    monkeypatch.chdir(tmp_path / "kit")
    same = (tmp_path / "kit").stat().st_ino
    first = main(words), files(tmp_path / "kit")
    again = main(words), files(tmp_path / "kit")

    assert (0, ["depliant-individuel/bocage-emploi.pdf", "index.html", "kit.json"]) == (
        first[0],
        list(first[1]),
    )
    assert first == again
    assert same == Path.cwd().stat().st_ino
    assert [tmp_path / "kit"] == list(tmp_path.iterdir())


def test_the_folder_where_one_works_is_put_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file cannot be put in place, those that were there come back."""
    with Shelf(tmp_path / "kit") as shelf:
        shelf.add(Made(path="a/b.txt", title="T", content=b"un"))
        shelf.close("C", b"page")
    before = files(tmp_path / "kit")
    monkeypatch.chdir(tmp_path / "kit")
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if ".part" in str(self.parent) and self.name == "kit.json":
            raise OSError(13, "refusé")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    shelf = Shelf(Path())
    with pytest.raises(OSError, match="refusé"), shelf:
        shelf.close("C", b"autre")

    assert before == files(tmp_path / "kit")
    assert [tmp_path / "kit"] == list(tmp_path.iterdir())


def test_a_folder_that_is_no_kit_is_left_alone(run: Run, tmp_path: Path) -> None:
    """Neither the folder of something else nor a file is replaced, « --force » or not."""
    (tmp_path / "autre").mkdir()
    (tmp_path / "autre/a.txt").write_text("a", "utf-8")
    (tmp_path / "faux").mkdir()
    (tmp_path / "faux/kit.json").write_text('{"schema": "autre", "files": {}}', "utf-8")
    (tmp_path / "fichier").write_text("a", "utf-8")
    (tmp_path / "vide").mkdir()
    for name, said in (
        ("autre", "n'a pas été écrit par"),
        ("faux", "n'a pas été écrit par"),
        ("fichier", "n'est pas un répertoire"),
    ):
        code, _, err = run("kit", SOUND, *DAY, *FLYER, "--force", "-o", str(tmp_path / name))

        assert 2 == code
        assert said in err
    assert 0 == run("kit", SOUND, *DAY, *FLYER, "-o", str(tmp_path / "vide"))[0]


def test_a_manifest_that_lies_reads_nothing_elsewhere(tmp_path: Path) -> None:
    """A path that leaves the kit is not followed, and a file whose entry is none is not the kit's."""
    kit = tmp_path / "kit"
    kit.mkdir()
    (tmp_path / "secret").write_text("a", "utf-8")
    (kit / "a.pdf").write_text("a", "utf-8")
    told = {"../secret": {"title": "T", "bytes": 1, "sha256": "x"}, "a.pdf": 3}
    (kit / "kit.json").write_text(json.dumps({"schema": "zest-kit/1", "files": told}), "utf-8")

    assert ({}, ("a.pdf",)) == (Shelf(kit).before, Shelf(kit).foreign)
    (kit / "kit.json").write_text(json.dumps({"schema": "zest-kit/1", "files": []}), "utf-8")
    with pytest.raises(KitError, match="n'a pas été écrit par"):
        Shelf(kit)


def test_what_fails_half_way_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the new folder cannot be put in place, the old one comes back."""
    kit = tmp_path / "kit"
    one = Made(path="a/b.txt", title="T", content=b"un")
    with Shelf(kit) as shelf:
        shelf.add(one)
        shelf.close("C", b"page")
    before = files(kit)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.parent.name.endswith(".part"):
            raise OSError(28, "plein")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    shelf = Shelf(kit)
    with pytest.raises(OSError, match="kit"), shelf:
        shelf.close("C", b"autre")
    fresh = Shelf(tmp_path / "neuf")
    with pytest.raises(OSError, match="neuf"), fresh:
        fresh.close("C", b"autre")

    assert before == files(kit)
    assert ["kit"] == [found.name for found in tmp_path.iterdir()]


def test_a_place_that_cannot_be_written_to_is_told(run: Run, tmp_path: Path) -> None:
    """The reason in French, and the exit code that every command gives it."""
    (tmp_path / "fichier").write_text("a", "utf-8")
    code, _, err = run("kit", SOUND, *DAY, *FLYER, "-o", str(tmp_path / "fichier/kit"))

    assert 2 == code
    assert "ne peut pas être écrit" in err


def test_a_sector_that_is_missing_stops_the_kit(run: Run, tmp_path: Path) -> None:
    """A kit without one of its offers would look whole: none is written."""
    (tmp_path / "zest.toml").write_text(
        '[collective]\nname = "C"\n\n[[offers]]\nkey = "a"\nsector = "inconnu"\n', "utf-8"
    )
    code, _, err = run("kit", str(tmp_path), "-o", str(tmp_path / "kit"))

    assert 3 == code
    assert "Aucun document n'est écrit." in err


def test_two_offers_have_a_folder_each(run: Run, tmp_path: Path) -> None:
    """Documents of one name never meet: the key of the offer stands before them."""
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    head, _, rest = text.partition("[[offers]]")
    offer = "[[offers]]" + rest.partition("# -----")[0]
    second = offer.replace('key = "chr"', 'key = "chr-2"')
    (tmp_path / "zest.toml").write_text(f"{head}{offer}{second}", "utf-8")
    code, _, _ = run("kit", str(tmp_path), *DAY, *FLYER, "-o", str(tmp_path / "kit"))

    assert 0 == code
    assert ["chr", "chr-2"] == sorted(one.name for one in (tmp_path / "kit").iterdir() if one.is_dir())
    assert [
        "Bocage Emploi · hôtellerie-restauration (« chr-2 »)",
        "Bocage Emploi · hôtellerie-restauration (« chr »)",
    ] == labels(tmp_path / "kit")


def labels(kit: Path) -> list[str]:
    """What the copies of a kit are called."""
    told = json.loads((kit / "kit.json").read_text("utf-8"))
    return [one["label"] for one in told["files"].values()]


def test_the_offer_of_a_copy_is_told_where_there_are_several(run: Run, tmp_path: Path) -> None:
    """By its sector, where no other offer has it; the page that lists them is in the colours of neither."""
    pytest.importorskip("zest_btp")
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    second = '[[offers]]\nkey = "bat"\nsector = "btp"\njobs = ["aide-macon"]\n\n[[trainings]]'
    (tmp_path / "zest.toml").write_text(text.replace("[[trainings]]", second, 1), "utf-8")
    asked = ("--only", "depliant-individuel,fiche-segment", "--structure", "bocage-emploi")
    run("kit", str(tmp_path), *DAY, *asked, "-o", str(tmp_path / "kit"))

    assert [
        "Bocage Emploi · bâtiment et travaux publics",
        "Bocage Emploi · hôtellerie-restauration",
    ] == labels(tmp_path / "kit")
    assert "--primary:#33511b" in (tmp_path / "kit/index.html").read_text("utf-8")


def test_a_sector_given_beside_brings_its_documents(run: Run, tmp_path: Path) -> None:
    """A template of its folder is a document like another, made for its offers."""
    import shutil

    import zest_btp

    home = Path(zest_btp.__file__).parent
    shutil.copytree(home, tmp_path / "btp", ignore=shutil.ignore_patterns("__pycache__"))
    documents = tmp_path / "btp/documents"
    (documents / "documents.toml").write_text('[affiche]\ntitle = "Affiche"\nper = "offer"\n', "utf-8")
    (documents / "affiche.typ").write_text(
        '#import "base.typ": *\n#show: body => set-up("Affiche", body)\n= #d.sector.title\n', "utf-8"
    )
    code, _, err = run(
        "kit",
        "examples/bretagne-btp",
        "--sector",
        str(tmp_path / "btp"),
        "--only",
        "affiche",
        "-o",
        str(tmp_path / "kit"),
    )

    assert (0, "") == (code, err)
    assert ["affiche.pdf", "index.html", "kit.json"] == list(files(tmp_path / "kit"))


def png(width: int, height: int) -> bytes:
    """A grey image."""
    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)), (b"IDAT", zlib.compress(rows)), (b"IEND", b""),
    ]  # fmt: skip
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def animated() -> bytes:
    """An image that is sound, but for the frame of an animation that it announces, which Typst will not read."""
    frame = b"fcTL\0"
    broken = struct.pack(">I", 1) + frame + struct.pack(">I", zlib.crc32(frame))
    return png(40, 30)[:_HEAD] + broken + png(40, 30)[_HEAD:]


_HEAD = 8 + 25
"""Signature and header of an image."""


@pytest.mark.parametrize(
    "name,content,said",
    [
        ("logo.png", png(40, 30), ""),
        ("logo.png", b"<svg onload='x'/>" * 9, "n'est pas une image PNG"),
        ("logo.png", png(4001, 1), "est trop grand"),
        ("logo.png", png(40, 30) + bytes(2 * 1024 * 1024), "est trop grand"),
        ("../logo.png", png(40, 30), "n'est pas un fichier du répertoire du dossier"),
        ("absent.png", png(40, 30), "n'est pas un fichier du répertoire du dossier"),
        ("a" * 300, png(40, 30), "n'est pas un fichier lisible"),
        ("logo.png", png(0, 30), "n'est pas une image PNG"),
        ("logo.png", png(40, 20)[:60], "n'est pas une image PNG"),
        ("logo.png", png(40, 20)[:20], "n'est pas une image PNG"),
        (
            "logo.png",
            png(40, 20).replace(zlib.compress(b"\0" + b"\x80" * 40)[:2], b"xx"),
            "n'est pas une image PNG",
        ),
        ("logo.png", animated(), "n'est pas une image PNG"),
    ],
)
def test_a_logo_is_a_small_png_of_the_dossier(
    name: str, content: bytes, said: str, run: Run, tmp_path: Path
) -> None:
    """It is looked at before it is opened, and printed on the flyer of its structure."""
    folder = tmp_path / "dossier"
    folder.mkdir()
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    (folder / "zest.toml").write_text(
        text.replace('city = "Vire', f'logo = "{name}"\ncity = "Vire', 1), "utf-8"
    )
    (folder / "logo.png").write_bytes(content)
    (tmp_path / "logo.png").write_bytes(content)
    code, out, _ = run("kit", str(folder), *DAY, *FLYER, "-o", str(tmp_path / "kit"))

    assert (1 if said else 0) == code
    assert said in out


@pytest.fixture
def logoless(tmp_path: Path) -> Path:
    """A dossier that names a logo which is not there."""
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "zest.toml").write_text(
        text.replace('city = "Vire', 'logo = "absent.png"\ncity = "Vire', 1), "utf-8"
    )
    return folder


def test_a_logo_that_cannot_be_printed_is_told_by_check(run: Run, logoless: Path) -> None:
    """Where it is written, as an error of practice; all that the dossier says was read, so the law is judged."""
    code, out, _ = run("check", str(logoless), *DAY)
    told = out.replace("\u00a0", " ")

    assert 1 == code
    assert re.search(r"Droit +conforme", told)
    assert "Z008" in told
    assert (
        "Le logo « absent.png » de « Bocage Emploi » n'est pas un fichier du répertoire du dossier." in told
    )


def test_only_what_prints_a_logo_waits_for_it(run: Run, tmp_path: Path, logoless: Path) -> None:
    """The model mails of a structure are made whatever its logo."""
    words = ("kit", str(logoless), *DAY, "--structure", "bocage-emploi", "-o", str(tmp_path / "kit"))

    assert 0 == run(*words, "--only", "courriel-relance")[0]
    assert 1 == run(*words, "--only", "depliant-individuel")[0]


def test_the_index_page_runs_and_fetches_nothing(run: Run, tmp_path: Path) -> None:
    """One style whose digest the policy names, images inside the page, names escaped, links to the files alone."""
    import base64
    import hashlib

    folder = tmp_path / "dossier"
    folder.mkdir()
    text = Path("examples/caen-exemplaire/zest.toml").read_text("utf-8")
    (folder / "zest.toml").write_text(text.replace("pays de Caen", "<script>alert(1)</script>", 1), "utf-8")
    run("kit", str(folder), *DAY, *FLYER, "-o", str(tmp_path / "kit"))
    page = (tmp_path / "kit/index.html").read_text("utf-8")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()

    assert f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:" in page
    assert "&lt;script&gt;" in page
    assert [] == re.findall(r"<script|http:|https:|javascript:| on\w+=", page)
    assert ["depliant-individuel/bocage-emploi.pdf"] == re.findall(r'href="([^"]+)"', page)
    assert 1 == page.count("data:image/png;base64,iVBOR")


def test_the_forms_of_a_copy_stand_together_in_the_index(run: Run, tmp_path: Path) -> None:
    """A line that breaks never leaves one of them under the name."""
    run(
        "kit",
        SOUND,
        *DAY,
        "--only",
        "courriel-bilan",
        "--structure",
        "bocage-emploi",
        "-o",
        str(tmp_path / "kit"),
    )
    page = (tmp_path / "kit/index.html").read_text("utf-8")
    [forms] = re.findall(r"<li><span>Bocage Emploi</span> <div>(.*)</div></li>", page)

    assert ["EML", "PDF", "TXT"] == re.findall(r">(\w+)</a>", forms)


def test_many_copies_are_folded_in_the_index(run: Run, tmp_path: Path) -> None:
    """A card of fifteen flyers opens when it is asked to."""
    run("kit", SOUND, *DAY, "--only", "depliant-individuel", "-o", str(tmp_path / "kit"))

    assert "<summary>15\u00a0exemplaires</summary>" in (tmp_path / "kit/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "key,name",
    [
        ("bocage-emploi", "bocage-emploi"),
        ("Bocage Emploi", "bocage-emploi-"),
        ("../../etc", "etc-"),
        ("con", "con-"),
        ("", "e3b0c442"),
        ("é" * 300, "e" * 60 + "-"),
    ],
)
def test_a_key_gives_a_file_name_of_every_system(key: str, name: str) -> None:
    """What a file cannot be called is left out, with a mark that keeps two keys apart."""
    made = file_name(key)

    assert made.startswith(name)
    assert re.fullmatch(r"[a-z0-9-]{1,69}", made)
    assert len(name) + 8 == len(made) if name.endswith("-") else name == made


def test_progress_is_told_for_each_copy(offered: list[object], tmp_path: Path) -> None:
    """A bar that moves once a copy, whatever became of it."""
    import datetime as dt

    from zest.documents.document import Format
    from zest.documents.inventory import take
    from zest.documents.kit import write

    document = next(one for one in DOCUMENTS if one.slug == "depliant-individuel")
    found = take([document], offered, ["bocage-emploi", "nacre-services"])  # type: ignore[arg-type]  # the fixture's
    told: list[int] = []
    outcome = write(found, [Format.PDF], Shelf(tmp_path / "kit"), told.append, dt.date(2026, 11, 23))

    assert ([1, 1], 2) == (told, outcome.fresh)
