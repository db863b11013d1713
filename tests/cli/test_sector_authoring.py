"""The commands of an author: new sector, sector check, explain K, and a folder wherever a sector is named."""

import datetime as dt
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import zest
from zest.scaffold.filling import new_sector
from zest.scaffold.names import Taken, names
from zest.scaffold.planting import plant

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def project(run: Run, tmp_path: Path) -> Path:
    """A new sector, made by the command."""
    folder = tmp_path / "zest-essai"
    assert 0 == run("new", "sector", "essai", "--out", str(folder))[0]
    return folder


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the public tables, so that what is found is the same everywhere."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))


def test_a_new_sector_is_told_with_what_to_do_next(run: Run, tmp_path: Path) -> None:
    """In both formats; where nothing is told, in the folder of its distribution."""
    code, text, errors = run("new", "sector", "essai", "--label", "Essai", "--out", str(tmp_path / "a b"))
    payload = json.loads(run("new", "sector", "essai", "--out", str(tmp_path / "c"), "--format", "json")[1])

    assert (0, "") == (code, errors)
    assert f"zest sector check '{tmp_path / 'a b'}'" in text
    assert ("zest-new-sector/1", "ESS") == (payload["schema"], payload["prefix"])
    assert sorted(payload["files"]) == sorted(
        file.relative_to(tmp_path / "c").as_posix() for file in (tmp_path / "c").rglob("*") if file.is_file()
    )


def test_a_new_sector_stands_where_one_is(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Under the name of its distribution."""
    monkeypatch.chdir(tmp_path)

    assert 0 == run("new", "sector", "essai")[0]
    assert (tmp_path / "zest-essai" / "pyproject.toml").is_file()


@pytest.mark.parametrize(
    "words,said",
    [
        (("Éssai",), "vouliez-vous dire « essai » ?"),
        (("essai", "--prefix", "Z"), "de deux à six capitales"),
        (("essai", "--prefix", "ZA"), "Z commence les règles de zest"),
        (("essai", "--label", "a\nb"), "tient sur une ligne"),
        (("essai", "--idcc", "x"), "n'est pas"),
        (("essai", "--out", "{tmp}"), "existe déjà"),
        (("essai", "--out", "{tmp}/absent/x"), "n'est pas un répertoire"),
        (("essai", "--out", "{tmp}/" + "x" * 300), "le nom est trop long"),
        (("essai", "--out", "{tmp}/a\0b"), "ne peut pas être écrit"),
        ((), "il manque NOM"),
        (("essai", "--prefixe", "ESS"), "vouliez-vous dire « --prefix » ?"),
    ],
)
def test_what_cannot_be_made_is_one_french_line(
    words: tuple[str, ...], said: str, run: Run, tmp_path: Path
) -> None:
    """Exit 2, and nothing is left behind."""
    code, text, errors = run("new", "sector", *(word.format(tmp=tmp_path) for word in words))

    assert (2, "", 1) == (code, text, errors.count("\n"))
    assert said in errors.replace("\u00a0", " ")
    assert [] == list(tmp_path.iterdir())


def test_the_names_of_installed_sectors_are_taken(run: Run, tmp_path: Path) -> None:
    """Slug and prefix, each with who publishes it."""
    pytest.importorskip("zest_btp")

    assert "publié par zest-btp" in run("new", "sector", "btp", "--out", str(tmp_path / "x"))[2]
    assert (
        "est pris, par zest-btp"
        in run("new", "sector", "essai", "--prefix", "BTP", "--out", str(tmp_path / "x"))[2]
    )


@pytest.mark.parametrize("words", [("new",), ("sector",)])
def test_a_command_without_its_act_is_wrong_use(words: tuple[str, ...], run: Run) -> None:
    """As is an act that does not exist, with the nearest."""
    assert "il manque QUOI" in run(*words)[2]
    assert "n'est pas admis" in run(*words, "chek")[2]
    assert 2 == run(*words, "chek")[0]


def test_an_examination_reads_in_its_order(run: Run, project: Path) -> None:
    """Tier first, then what is wrong, expected, unanswered, and what to do next."""
    jobs = project / "src" / "zest_essai" / "jobs" / "exemple.toml"
    jobs.write_text(jobs.read_text("utf-8").replace('"preparer"', '"prepare"'), "utf-8")
    code, text, _ = run("sector", "check", str(project))
    parts = ["AUCUN NIVEAU", "Bronze", "À corriger", "Échecs attendus", "Sans réponse", "Suite"]

    assert 1 == code
    assert sorted(parts, key=text.index) == parts
    assert f"{jobs.as_posix()}:11:14" in text
    assert "« zest explain K301 »" in text.replace("\u00a0", " ")


@pytest.mark.parametrize("fail_on,code", [("never", 0), ("error", 0), ("warning", 0), ("info", 3)])
def test_the_exit_code_is_that_of_the_report(fail_on: str, code: int, run: Run, project: Path) -> None:
    """In both formats, twice the same to the byte."""
    words = ("sector", "check", str(project), "--fail-on", fail_on, "--as-of", "2026-12-01")
    payload = run(*words, "--format", "json")

    assert code == run(*words)[0] == payload[0] == json.loads(payload[1])["exit_code"]
    assert payload == run(*words, "--format", "json")


def test_the_json_of_an_examination_follows_its_published_schema(run: Run, project: Path) -> None:
    """An independent validator accepts it."""
    schema = json.loads((Path(zest.__path__[0]) / "schemas" / "sector-check-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    payload = json.loads(run("sector", "check", str(project), "--format", "json")[1])

    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(payload)]
    assert ("zest-sector-check/1", "none") == (payload["schema"], payload["tier"])
    assert any(one["findings"] for one in payload["checks"])


@pytest.mark.parametrize(
    "word,said", [("nulle-part", "n'est ni un répertoire ni un secteur installé"), ("{tmp}", "sector.toml")]
)
def test_what_is_no_sector_is_wrong_use(word: str, said: str, run: Run, tmp_path: Path) -> None:
    """Neither a name nor a folder; a folder without a sector."""
    code, text, errors = run("sector", "check", word.format(tmp=tmp_path))

    assert (2, "") == (code, text)
    assert said in errors.replace("\u00a0", " ")


def test_a_point_of_the_kit_is_explained_like_a_rule(run: Run) -> None:
    """By its code, in both formats; one that does not exist, with the nearest."""
    code, text, _ = run("explain", "k302")
    payload = json.loads(run("explain", "K302", "--format", "json")[1])

    assert 0 == code
    assert all(part in text for part in ("K302", "Ce qui est demandé", "Pourquoi", "Que faire"))
    assert ("zest-explain/1", "bronze") == (payload["schema"], payload["rule"]["tier"])
    assert "vouliez-vous dire « K3" in run("explain", "K332")[2].replace("\u00a0", " ")


def test_a_folder_of_several_sectors_is_asked_which(run: Run, tmp_path: Path) -> None:
    """They are named."""
    for slug in ("un", "deux"):
        made = new_sector(names(slug, "", "ESS", "", Taken()), dt.date(2026, 11, 25))
        plant(
            tmp_path / slug,
            {name.split("/", 2)[2]: text for name, text in made.items() if name.startswith("src/")},
        )

    assert "contient plusieurs secteurs" in run("sector", "check", str(tmp_path))[2]


FORMS = ["project", "package", "bare"]


@pytest.fixture(params=FORMS)
def folder(request: pytest.FixtureRequest, project: Path, tmp_path: Path) -> Path:
    """The same sector as a project, as its package, and as a folder of data without any Python."""
    package = project / "src" / "zest_essai"
    match request.param:
        case "project":
            return project
        case "package":
            return package
        case _:
            aside = shutil.ignore_patterns("*.py", "__pycache__")
            return Path(shutil.copytree(package, tmp_path / "mon-secteur", ignore=aside))


def test_two_folders_of_one_name_are_a_question_and_no_choice(
    run: Run, project: Path, tmp_path: Path
) -> None:
    """To judge by the last of them would be a guess; the same folder said twice is one."""
    other = shutil.copytree(project, tmp_path / "autre")
    sample = str(project / "src/zest_essai/samples/sound.toml")
    once = ("check", sample, "--as-of", "2026-04-20", "--sector", str(project))
    code, text, _ = run(*once, "--sector", str(other))

    assert 0 == run(*once, "--sector", f"{project}/src/..")[0]
    assert 3 == code
    assert "Le secteur « essai » est donné deux fois" in text.replace("\u00a0", " ")
    assert "aucun n'est pris" in text


def test_a_sector_of_another_contract_is_not_called_unknown(run: Run, site: Path) -> None:
    """Whoever names it is told which contract it speaks, by each command."""
    info = site / "zest_futur-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-futur\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v9]\nfutur = greffon_futur\n", "utf-8")
    code, _, errors = run("jobs", "futur")

    assert (3, True) == (code, "« zest.sectors.v9 »" in errors.replace("\u00a0", " "))
    assert "« zest.sectors.v9 »" in run("sector", "check", "futur")[1].replace("\u00a0", " ")


def test_a_folder_does_wherever_a_sector_is_named(run: Run, folder: Path) -> None:
    """Listed as local, its jobs, its rules, their explanation, its objects: as if it were installed."""
    where, sample = str(folder), str(folder / "samples" / "sound.toml")
    listed = json.loads(run("sectors", "--sector", where, "--format", "json")[1])["sectors"]

    assert ["local"] == [one["origin"] for one in listed if one["slug"] == "essai"]
    assert "exemple" in run("jobs", where)[1]
    assert ["ESS301"] == [
        one["code"] for one in json.loads(run("rules", "--sector", where, "--format", "json")[1])["rules"]
    ]
    assert "L'amplitude de la journée est de 14 heures" in run("explain", "ESS301", "--sector", where)[1]
    assert "Ce que fait la personne" in run("show", "job", f"{where}/exemple")[1]
    assert "Ce que fait la personne" in run("show", "job", "essai/exemple", "--sector", where)[1]
    assert "48" in run("show", where, "commitments.reponse-48h")[1]
    assert 0 == run("sector", "check", where)[0]
    if not Path(sample).is_file():
        sample = str(folder / "src" / "zest_essai" / "samples" / "sound.toml")
    for command in (("check", "--as-of", "2026-04-20"), ("status",), ("show",)):
        assert 0 == run(command[0], sample, *command[1:], "--sector", where)[0]
    assert "essai 2026.1" in run("check", sample, "--as-of", "2026-04-20", "--sector", where)[1]


def test_a_dossier_that_lies_above_a_sector_is_shown_as_a_dossier(
    run: Run, project: Path, dossier: Path
) -> None:
    """A collective may keep its sector beside its dossier."""
    shutil.copytree(project / "src" / "zest_essai", dossier / "zest_essai")

    assert "Structures" in run("show", str(dossier))[1]


def test_a_broken_folder_is_refused_with_what_to_do(run: Run, project: Path) -> None:
    """By lists on standard error, by name with exit 3, by a check in its report; the remedy names the folder."""
    (project / "src" / "zest_essai" / "__init__.py").write_text("raise ValueError('cassé')", "utf-8")
    where = str(project)

    assert (3, 3) == (run("jobs", where)[0], run("rules", "--sector", where)[0])
    assert "cassé" in run("explain", "NUL101", "--sector", where)[2]
    assert f"« zest sector check {where} »" in run("sectors", "--sector", where)[1].replace("\u00a0", " ")
    assert 1 == run("sector", "check", where)[0]


def test_a_broken_folder_given_beside_does_not_hide_what_is_asked_for(run: Run, project: Path) -> None:
    """An installed sector is shown all the same."""
    pytest.importorskip("zest_btp")
    (project / "src" / "zest_essai" / "charter.toml").unlink()

    assert run("show", "btp") == run("show", "btp", "--sector", str(project))
    assert 0 == run("show", "btp")[0]


def test_a_folder_goes_before_an_installed_sector_of_its_name(run: Run, tmp_path: Path) -> None:
    """An author tries the next edition of what is installed."""
    installed = pytest.importorskip("zest_btp")
    copy = shutil.copytree(Path(installed.__path__[0]), tmp_path / "zest_btp")
    told = (copy / "sector.toml").read_text("utf-8")
    (copy / "sector.toml").write_text(told.replace("2026.1", "2030.1"), "utf-8")
    listed = json.loads(run("sectors", "--sector", str(copy), "--format", "json")[1])["sectors"]

    assert [("local", "2030.1")] == [
        (one["origin"], one["edition"]) for one in listed if one["slug"] == "btp"
    ]
    assert installed is sys.modules["zest_btp"]


@pytest.mark.parametrize("command", [("jobs",), ("rules", "--sector"), ("show",)])
def test_a_name_that_leads_nowhere_is_wrong_use(command: tuple[str, ...], run: Run) -> None:
    """With the nearest of the installed ones."""
    assert 2 == run(*command, "nulle-part")[0]


def test_a_new_package_name_is_asked_of_a_package(run: Run, project: Path, tmp_path: Path) -> None:
    """A folder of Python whose name no import could write."""
    odd = shutil.copytree(project / "src" / "zest_essai", tmp_path / "mon-paquet")

    assert "lettres, des chiffres et « _ »" in run("sector", "check", str(odd))[1].replace("\u00a0", " ")


def test_an_examination_needs_neither_pytest_nor_hypothesis(project: Path) -> None:
    """They are for the class of tests: whoever publishes need not have them."""
    code = (
        f"import sys; from zest.cli import main; main(['sector', 'check', {str(project)!r}]); "
        "print(sorted({'pytest', 'hypothesis'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.splitlines()[-1]
