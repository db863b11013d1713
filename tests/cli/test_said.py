"""What a command says: the true cause, in French, in words that drive no terminal."""

import errno
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.cli import running
from zest.json_schema.published import FILES

Run = Callable[..., tuple[int, str, str]]

HIDDEN = '[collective]\nname = "\\u202Eabc"\n[collective.territory]\nname = "T"\n'
ESCAPE = "x\x1b[31m"


@pytest.fixture
def here(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, where commands run."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    "words,cause",
    [
        ("check nope", "Le fichier « nope » n'existe pas"),
        ("status nope", "Le fichier « nope » n'existe pas"),
        ("kit nope", "Le fichier « nope » n'existe pas"),
        ("convert nope x.json", "Le fichier « nope » n'existe pas"),
        ("sector check a.toml", "« a.toml » est un fichier ; donnez le répertoire"),
        ("jobs a.toml", "« a.toml » est un fichier ; donnez le répertoire"),
        ("sectors --sector a.toml", "« a.toml » est un fichier ; donnez le répertoire"),
        ("kit template check nope", "« nope » n'existe pas"),
        ("check a.toml --output=", "« --output » est vide"),
        ("convert a.toml file", "un fichier de ce nom existe déjà"),
        ("report a.toml -o x.docx", "zest écrit un rapport en html, pdf, xlsx, json"),
        ("report a.toml -o x.xyz", "zest écrit un rapport en html, pdf, xlsx, json"),
        ("new sector essai-inconnu --out=", "« --out » est vide"),
        ("new records --rows 999999999999 --out x", "dépasse 100 000 000"),
        ("show a.toml ...", "« ... » ne nomme rien dans a.toml"),
    ],
)
def test_the_true_cause_is_told(words: str, cause: str, here: Path, run: Run) -> None:
    """Exit 2, in one sentence."""
    (here / "a.toml").write_text('[collective]\nname = "A"\n')
    (here / "file").touch()
    code, text, errors = run(*words.split())

    assert (2, "") == (code, text)
    assert cause in errors.replace("\u00a0", " ")
    assert 1 == len(errors.splitlines())


def test_an_empty_target_is_none(here: Path, run: Run) -> None:
    """It does not stand for the working folder."""
    (here / "a.toml").write_text('[collective]\nname = "A"\n')
    code, _, errors = run("convert", "a.toml", "")

    assert (2, True) == (code, "la cible est vide" in errors)
    assert ["a.toml"] == [file.name for file in here.iterdir()]


def test_dossiers_that_are_not_there_are_not_judged_by_both(run: Run) -> None:
    """What is wrong is the command."""
    pytest.importorskip("zest_btp")
    code, text, errors = run("diff", "btp", "btp", "--on", "nope")

    assert (2, "", True) == (code, text, "n'existe pas" in errors)


@pytest.mark.parametrize("origin", ["marche", "emplois"])
@pytest.mark.parametrize("name,text", [("x.csv", "a;b\n"), ("x.csv", "a;b\n1;2\n"), ("x.json", "[]")])
def test_a_list_without_structures_makes_no_dossier(
    origin: str, name: str, text: str, here: Path, run: Run
) -> None:
    """The fields that were looked for are named."""
    (here / name).write_text(text)
    code, _, errors = run("convert", name, "o.toml", "--from", origin)

    assert (2, True, True) == (code, "ne contient aucune structure" in errors, "siret" in errors)
    assert not (here / "o.toml").exists()


def test_nothing_is_shown_as_python_writes_it(here: Path, run: Run) -> None:
    """What tells nothing is said to tell nothing."""
    (here / "rtl.toml").write_text(HIDDEN)
    whole, part = run("show", "rtl.toml")[1], run("show", "rtl.toml", "structures")[1]

    assert ["rtl.toml · collectif sans nom", "  rien n'y est dit"] == whole.splitlines()
    assert ["structures", "  rien n'y est dit"] == part.splitlines()


@pytest.mark.parametrize(
    "words",
    [
        ("explain", ESCAPE), ("show", ESCAPE), ("measure", ESCAPE), (ESCAPE,), ("check", ESCAPE),
        ("check", "rtl.toml", "--select", ESCAPE), ("check", "rtl.toml", "--format", ESCAPE),
    ],
)  # fmt: skip
def test_no_word_drives_the_terminal_of_errors(words: tuple[str, ...], here: Path, run: Run) -> None:
    """Whatever is quoted."""
    (here / "rtl.toml").write_text(HIDDEN)
    _, _, errors = run(*words)

    assert "\x1b" not in errors
    assert "x\ufffd[31m" in errors


FORMS = ("text", "json", "jsonl", "csv", "markdown", "junit", "github", "gitlab", "sarif")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuse ce nom")
@pytest.mark.parametrize("form", FORMS)
def test_no_word_of_a_dossier_drives_the_terminal_of_answers(form: str, here: Path, run: Run) -> None:
    """Neither what it holds nor what it is called, in any format."""
    folder = here / ESCAPE
    folder.mkdir()
    (folder / "zest.toml").write_text(HIDDEN)
    _, text, _ = run("check", ESCAPE, "--format", form)

    assert "Z004" in text
    assert not {"\x1b", "\u202e"} & set(text)


def test_a_program_reads_the_very_name(here: Path, run: Run) -> None:
    """What would drive a terminal is escaped in JSON, and not replaced."""
    (here / "rtl.toml").write_text(HIDDEN)
    told = json.loads(run("check", "rtl.toml", "--format", "json")[1])

    assert ["\u202eabc"] == [f["subject"][0] for f in told["findings"] if f["code"] == "Z004"]


def test_what_was_not_read_is_not_said_to_be_lacking(here: Path, run: Run) -> None:
    """One missing quote is one finding."""
    (here / "cut.toml").write_text('[collective]\nname = "A')
    code, text, _ = run("check", "cut.toml", "--format", "json")

    assert (2, ["Z001"]) == (code, [f["code"] for f in json.loads(text)["findings"]])


def test_findings_alike_are_counted(here: Path, run: Run) -> None:
    """A hundred are told on a screen, all of them to a program."""
    (here / "many.toml").write_text('[collective]\nname = "A"\n' + "".join(f"k{n} = 1\n" for n in range(150)))
    text = run("check", "many.toml")[1].replace("\u00a0", " ")
    told = json.loads(run("check", "many.toml", "--format", "json")[1])

    assert (100, 150) == (text.count("✗ Z002"), sum(f["code"] == "Z002" for f in told["findings"]))
    assert "… et 50 constats Z002 de plus dans « many.toml » : « --format json » les donne tous." in text


def test_who_has_nothing_but_findings_alike_is_not_headed(here: Path, run: Run) -> None:
    """Beyond the hundredth, nothing stands under another heading."""
    keys = "".join(f"k{n} = 1\n" for n in range(150))
    structure = '[[structures]]\nkey = "s"\nname = "Relais"\nk = 1\n'
    (here / "many.toml").write_text(f'[collective]\nname = "A"\n{keys}\n{structure}')
    text = run("check", "many.toml", "--select", "Z002")[1].replace("\u00a0", " ")

    assert (100, True) == (text.count("✗ Z002"), "… et 51 constats Z002 de plus" in text)
    assert "k = 1" not in text


def test_what_nobody_foresaw_and_rights_forbid_is_told_as_such(capsys: pytest.CaptureFixture[str]) -> None:
    """In one sentence: it is no breakdown."""
    code = running._failure(PermissionError(errno.EACCES, "Permission denied", "secret.toml"))

    assert (2, True) == (code, "n'est pas accessible avec vos droits" in capsys.readouterr().err)


def test_a_model_that_the_system_refuses_is_told(here: Path, run: Run) -> None:
    """With what the system says of it."""
    pytest.importorskip("docxtpl")
    code, _, err = run("kit", "template", "check", f"{here / 'x'}{'x' * 300}.docx")

    assert (2, True) == (code, "ne peut pas être lu : le nom est trop long" in err.replace("\u00a0", " "))


def test_a_deep_yaml_is_said_to_be_deep(here: Path, run: Run) -> None:
    """However deep: libyaml itself stops at a thousand."""
    pytest.importorskip("yaml")
    (here / "deep.yaml").write_text("a: " + "[" * 5_000)

    assert "plus de 50 niveaux" in run("check", "deep.yaml")[1]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="ce disque toujours plein est de Linux")
def test_help_that_cannot_be_written_is_no_success() -> None:
    """As any other answer."""
    with Path("/dev/full").open("w") as full:
        ended = subprocess.run(  # our own command
            [sys.executable, "-m", "zest", "--help"], stdout=full, stderr=subprocess.PIPE, check=False
        )

    assert (3, True) == (ended.returncode, b"disque" in ended.stderr)


def test_schemas_are_written_all_or_none(here: Path, run: Run) -> None:
    """Nothing else is left beside them; what cannot be put in place leaves the others as they were."""
    (here / "all").mkdir()
    name = Path(list(FILES.values())[-1]).name
    code = run("schema", "--all", "all")[0]

    assert (0, len(FILES)) == (code, len([*(here / "all").iterdir()]))

    (here / "file").touch()
    assert 2 == run("schema", "--all", "file")[0]
    assert (here / "all" / name).is_file()
