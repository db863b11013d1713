"""``zest kit template``: exported, edited, looked at, used."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

pytest.importorskip("docxtpl")

import docx

from zest.documents.ooxml.packing import packed, unpacked
from zest.documents.registry import DOCUMENTS
from zest.documents.word import foreign
from zest.documents.word.checking import faults_of
from zest.documents.word.models import COMMON, MODELS, model

Run = Callable[..., tuple[int, str, str]]

SOUND = "examples/caen-exemplaire"
ORDER = (
    "--as-of",
    "2026-11-23",
    "--only",
    "papier-a-lettres",
    "--structure",
    "bocage-emploi",
    "--format",
    "docx",
)


def edited(folder: Path, *lines: str, name: str = "mon modèle", slug: str = "papier-a-lettres") -> Path:
    """A model that somebody added paragraphs to."""
    document = docx.Document(io.BytesIO(model(slug, COMMON)))
    for line in lines:
        document.add_paragraph(line)
    file = folder / f"{name}.docx"
    document.save(str(file))
    return file


@pytest.mark.parametrize("slug", MODELS)
def test_what_is_exported_is_ready(slug: str, tmp_path: Path) -> None:
    """Each model of zest passes its own examination."""
    file = tmp_path / "modèle.docx"
    file.write_bytes(model(slug, COMMON))

    assert (slug, ()) == faults_of(file)


def test_each_fault_is_told_at_its_place(tmp_path: Path, run: Run) -> None:
    """An unknown field with the nearest one, a loop over what is no list, unsafe content."""
    lines = ("{{ structure.nam }}", "{{ structur.name }}", "{%p for a in edition.words %}", "{%p endfor %}", "{{ zzz }}",
             "{{ edition.zzz }}", "{{ commitments[0].statement }}", "{{ edition[0] }}", "{%p for a in 'x' %}", "{%p endfor %}")  # fmt: skip
    file = edited(tmp_path, *lines)
    _, faults = faults_of(file)
    code, out, _ = run("kit", "template", "check", str(file))
    unsafe = run("kit", "template", "check", str(edited(tmp_path, "{{ a.__class__ }}")))

    assert [
        "Le champ « structure.nam » n'existe pas dans ce document : vouliez-vous dire « structure.name » ?",
        "Le champ « structur » n'existe pas dans ce document : vouliez-vous dire « structure » ?",
        "« edition.words » n'est pas une liste : une boucle en demande une.",
        "Le champ « zzz » n'existe pas dans ce document.",
        "Le champ « edition.zzz » n'existe pas dans ce document.",
        "Le champ « edition[] » n'existe pas dans ce document.",
    ] == [one.words for one in faults]
    assert "{{ structure.nam }}" == faults[0].text
    assert faults[0].place.startswith("word/document.xml, paragraphe ")
    assert (1, 1) == (code, unsafe[0])
    assert "✗ REFUSÉ" in out
    assert "__class__" in unsafe[1]


def test_a_contract_without_its_mentions_is_no_contract(tmp_path: Path) -> None:
    """A field that the document does not go without is told missing."""
    document = docx.Document()
    document.add_paragraph("{{ structure.name }}")
    file = tmp_path / "contrat-mission.docx"
    document.save(str(file))

    assert ["Le champ « contract.clauses » manque : ce document ne va pas sans lui."] == [
        one.words for one in faults_of(file)[1]
    ]


def test_a_model_that_lost_its_relations_is_refused(tmp_path: Path, run: Run) -> None:
    """Its heads, feet and faces would be lost in each document made, which Word would say to be damaged."""
    parts = unpacked(model("papier-a-lettres", COMMON))
    file = tmp_path / "papier-a-lettres.docx"
    file.write_bytes(
        packed({name: one for name, one in parts.items() if name != "word/_rels/document.xml.rels"})
    )
    code, out, _ = run("kit", "template", "check", str(file))
    refused = run("kit", "examples/caen-exemplaire", "--template", str(file), "-o", str(tmp_path / "kit"))

    assert 1 == code
    assert "Des relations appelées n'y sont pas (rId" in out.replace("\u00a0", " ")
    assert 2 == refused[0]
    assert not (tmp_path / "kit").exists()


def test_files_that_are_no_model_are_told_so(tmp_path: Path) -> None:
    """Of no document, no Word, hostile, too large for its language."""
    nameless, other, bad = tmp_path / "a.docx", tmp_path / "b.docx", tmp_path / "c.docx"
    docx.Document().save(str(nameless))
    pptx = pytest.importorskip("pptx")
    pptx.Presentation().save(str(other))
    bad.write_bytes(b"x")

    assert "nommez-le" in faults_of(nameless)[1][0].words
    assert "lisible" in faults_of(other)[1][0].words
    assert "Contenu refusé" in faults_of(bad)[1][0].words
    assert "balises" in faults_of(edited(tmp_path, "{{ a }}" * 2_000))[1][0].words
    assert "" == faults_of(bad)[1][0].place


def test_an_edited_model_is_used(tmp_path: Path, run: Run) -> None:
    """Exported, changed, then put in the place of ours, filled in its cell; a folder of models as well."""
    file, kit = tmp_path / "m" / "papier-a-lettres.docx", tmp_path / "kit"
    file.parent.mkdir()
    told = run(
        "kit",
        "template",
        "export",
        "papier-a-lettres",
        "-o",
        str(file),
        "--colours",
        "hotellerie-restauration",
    )
    edited(file.parent, "Ajouté pour {{ structure.name }}", name="papier-a-lettres")
    ready = run("kit", "template", "check", str(file), "--document", "papier-a-lettres")
    code, _, err = run("kit", SOUND, "-o", str(kit), *ORDER, "--template", str(file.parent))
    text = [line.text for line in docx.Document(str(next(kit.rglob("*.docx")))).paragraphs]

    assert (0, 0) == (told[0], ready[0])
    assert (0, "") == (code, err)
    assert "Ajouté pour Bocage Emploi" in text


def test_a_model_with_a_fault_writes_nothing(tmp_path: Path, run: Run) -> None:
    """Wrong use, with the file and the command that shows all."""
    bad, twice = edited(tmp_path, "{{ zzz }}"), tmp_path / "deux"
    twice.mkdir()
    edited(twice, name="a")
    edited(twice, name="b")
    other = edited(tmp_path, name="x", slug="contrat-mission")
    (tmp_path / "nul.docx").write_bytes(b"x")
    for given, words in ((bad, "zest kit template check"), (twice, "déjà le modèle"), (other, "pas parmi"),
                         (tmp_path / "absent.docx", "n'existe pas"), (tmp_path / "nul.docx", "refusé")):  # fmt: skip
        code, out, err = run("kit", SOUND, "-o", str(tmp_path / "kit"), *ORDER, "--template", str(given))

        assert (2, "") == (code, out)
        assert words in err
        assert not (tmp_path / "kit").exists()


def test_wrong_words_are_refused(tmp_path: Path, run: Run) -> None:
    """The nearest document is suggested, a folder that is not there is told, an unknown sector too."""
    file = str(tmp_path / "a.docx")
    near = run("kit", "template", "export", "papier-a-lettre", "-o", file)
    nowhere = run("kit", "template", "export", "papier-a-lettres", "-o", str(tmp_path / "b" / "a.docx"))
    sector = run("kit", "template", "export", "papier-a-lettres", "-o", file, "--colours", "zzz")
    absent = run("kit", "template", "check", file)
    option = run("kit", "template", "check", file, "--documen", "a")

    assert (2, 3, 3, 2, 2) == (near[0], nowhere[0], sector[0], absent[0], option[0])
    assert "vouliez-vous dire « papier-a-lettres »" in near[2].replace("\u00a0", " ")
    assert "vouliez-vous dire « --document »" in option[2].replace("\u00a0", " ")
    assert [] == list(tmp_path.iterdir())


def test_the_registry_has_models_for_all_word_documents() -> None:
    """Every Word document of the kit has a model that can be exported."""
    assert sorted(MODELS) == sorted(one.slug for one in DOCUMENTS if "docx" in one.formats)


def test_only_the_document_of_a_model_changes(tmp_path: Path) -> None:
    """The others keep their own."""
    given = foreign.with_models(DOCUMENTS, [str(edited(tmp_path))])

    assert ["papier-a-lettres"] == [
        new.slug for new, old in zip(given, DOCUMENTS, strict=True) if new.renderers != old.renderers
    ]
