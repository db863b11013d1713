"""The schemas of answers: made from the classes that commands write, true to what they print, and to nothing else."""

import copy
import importlib
import json
import pkgutil
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from check_jsonschema import main as check_jsonschema
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from zest.cli import main
from zest.console import answers
from zest.console.answers.answer import PROPERTIES, Answer
from zest.json_schema.answers import ANSWERS, answer_schema
from zest.json_schema.published import FILES, FOLDER, published

pytest.importorskip("polars")
pytest.importorskip("zest_hotellerie_restauration", reason="le secteur des exemples n'est pas installé")
pytest.importorskip("zest_btp", reason="le secteur des exemples n'est pas installé")

from zest.tables.generating.writing import write_records

ROOT = Path(__file__).parents[2]
DAY = ("--as-of", "2026-11-23")
SOUND, FAULTY, EDITION = (
    "examples/caen-exemplaire",
    "examples/fautif",
    "hotellerie-restauration-midi-pyrenees",
)

ASKED: Mapping[str, tuple[str, ...]] = {
    "report of a sound dossier": ("check", SOUND, *DAY),
    "report of a faulty dossier": ("check", FAULTY, "--as-of", "2026-04-20"),
    "report of a history": ("check", "examples/histoire-ai", *DAY),
    "report of what cannot be read": ("check", "{tmp}/broken/zest.toml"),
    "report of impossible numbers": ("check", "{tmp}/below.toml", *DAY),
    "measurement": ("measure", "{tmp}/tables/missions.csv", "{tmp}/tables/commandes.csv", "--as-of", "2026-07-31"),
    "measurement of broken rows": ("measure", "{tmp}/missions.csv", "--as-of", "2026-07-31"),
    "account": ("report", SOUND, *DAY),
    "account of a faulty dossier": ("report", FAULTY, "--as-of", "2026-04-20"),
    "account of impossible numbers": ("report", "{tmp}/below.toml", *DAY),
    "account with opportunities": ("report", SOUND, *DAY, "--bmo", "docs/guides/bmo"),
    "country": ("report", "--all", "{tmp}/many", *DAY),
    "opportunities": ("opportunities", SOUND, "--bmo", "docs/guides/bmo"),
    "opportunities without a dossier": ("opportunities", "--territory", "14", "--bmo", "docs/guides/bmo", "--all-jobs"),
    "status": ("status", SOUND, *DAY),
    "status of a faulty dossier": ("status", FAULTY, *DAY),
    "explain of a rule": ("explain", "Z101"),
    "explain of a rule with figures": ("explain", "Z201"),
    "explain of a notice": ("explain", "Z022"),
    "explain of a requirement": ("explain", "K302"),
    "rules": ("rules",),
    "jobs": ("jobs", "btp"),
    "job-sheet": ("show", "job", "btp/aide-peintre"),
    "sectors": ("sectors",),
    "sectors with one that fails": ("sectors", "--sector", "{tmp}/broken"),
    "doctor": ("doctor",),
    "diff": ("diff", "hotellerie-restauration", EDITION),
    "diff with dossiers": ("diff", "hotellerie-restauration", EDITION, "--on", SOUND, *DAY),
    "sector-check": ("sector", "check", "src/zest/samples/sector", *DAY),
    "new-sector": ("new", "sector", "essai", "--out", "{tmp}/essai"),
    "show of a dossier": ("show", SOUND, "structures.0"),
    "show of a sector": ("show", "btp", "charter"),
    "convert": ("convert", SOUND, "{tmp}/sound.json"),
    "convert of a faulty dossier": ("convert", FAULTY, "{tmp}/faulty.json"),
    "exchange": ("convert", SOUND, "{tmp}/marche.json", "--to", "marche"),
    "schemas": ("schema",),
}  # fmt: skip
"""What is asked, by the name of the schema of its answer and what is special to it."""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Tables with a few breaches, a dossier of numbers below zero, a file that is no TOML."""
    made = tmp_path_factory.mktemp("asked")
    write_records(made / "tables", 1_000, 1, 2, "csv")
    (made / "missions.csv").write_text("reference;structure;debut\nm-1;a;pas un jour\n;;\n", "utf-8")
    (made / "broken").mkdir()
    (made / "broken/zest.toml").write_text("[collective\n", "utf-8")
    (made / "broken/sector.toml").write_text("slug = 3\n", "utf-8")
    text = (ROOT / SOUND / "zest.toml").read_text("utf-8")
    below = "[[results]]\nperiod = { start = 2025-01-01, end = 2025-12-31 }\nhours = -5\ndurable = -3\nexits = 2\n"
    (made / "below.toml").write_text(f"{text}\n{below}", "utf-8")
    for name, held in {"un": f"{text}\n{below}", "deux": "[collective\n"}.items():
        (made / "many" / name).mkdir(parents=True)
        (made / "many" / name / "zest.toml").write_text(held, "utf-8")
    return made


Ask = Callable[[str], dict[str, Any]]


@pytest.fixture
def ask(run: Callable[..., tuple[int, str, str]], place: Path) -> Ask:
    """Return what asks for one answer of ``ASKED``."""

    def asked(what: str) -> dict[str, Any]:
        words = [word.replace("{tmp}", place.as_posix()) for word in ASKED[what]]
        told: dict[str, Any] = json.loads(run(*words, "--format", "json")[1])
        return told

    return asked


def schema_of(what: str) -> dict[str, Any]:
    """Return the published schema that an answer of ``ASKED`` follows."""
    made: dict[str, Any] = json.loads(published(what.partition(" ")[0]).text)
    return made


def faults(schema: Mapping[str, Any], told: Any) -> list[str]:
    """Return what an independent validator finds wrong."""
    checker = Draft202012Validator(schema, format_checker=FormatChecker())
    return [f"{error.json_path} {error.message}" for error in checker.iter_errors(told)]


@pytest.mark.parametrize("what", ASKED)
def test_an_answer_follows_its_schema_and_nothing_less(what: str, ask: Ask) -> None:
    """As printed, it is accepted; with a key less, a key more, or a value of another kind, it is refused."""
    schema, told = schema_of(what), ask(what)
    name = what.partition(" ")[0]
    altered = [told | {"une_cle": 1}, told | {"schema": f"zest-{name}/2"}, told | {"zest": 1}]
    altered += [{key: value for key, value in told.items() if key != left} for left in told]

    assert f"zest-{name}/1" == told["schema"]
    assert [] == faults(schema, told)
    assert [] == [one for one in altered if Draft202012Validator(schema).is_valid(one)]


SPOILT: Mapping[str, Callable[[dict[str, Any]], object]] = {
    "an unknown verdict": lambda d: d.update(verdict="conforme"),
    "a day that is none": lambda d: d.update(as_of="2026-02-30"),
    "an exit code that is none": lambda d: d.update(exit_code=4),
    "a ground without its verdict": lambda d: d["grounds"][0].pop("verdict"),
    "a count below zero": lambda d: d["grounds"][0].update(asked=-1),
    "a finding without its fingerprint": lambda d: d["findings"][0].pop("fingerprint"),
    "a fingerprint that is none": lambda d: d["findings"][0].update(fingerprint="x"),
    "a finding with a key more": lambda d: d["findings"][0].update(gravity=1),
    "a place that is a text": lambda d: d["findings"][0].update(place="zest.toml:3"),
    "a mark that is none": lambda d: d["structures"][0].update(marks=["ok"]),
}


@pytest.mark.parametrize("what", SPOILT)
def test_a_report_that_was_altered_is_refused(what: str, ask: Ask) -> None:
    """At the one place where it was."""
    spoilt = copy.deepcopy(ask("report of a faulty dossier"))
    SPOILT[what](spoilt)

    assert 1 == len(faults(schema_of("report"), spoilt))


def test_another_program_judges_answers(ask: Ask, tmp_path: Path) -> None:
    """check-jsonschema takes each schema for one, accepts reports and measurements, and refuses altered ones."""
    files = [str(FOLDER / FILES[name]) for name in ANSWERS]
    codes = [_judged("--check-metaschema", *files)]
    for what in ("report of a faulty dossier", "measurement of broken rows"):
        told, file = ask(what), tmp_path / "told.json"
        for payload in (told, told | {"exit_code": "1"}):
            file.write_text(json.dumps(payload), "utf-8")
            codes.append(_judged("--schemafile", str(FOLDER / FILES[what.partition(" ")[0]]), str(file)))

    assert [0, 0, 1, 0, 1] == codes


def _judged(*words: str) -> int:
    """Run check-jsonschema in this process: it takes seconds to start."""
    return CliRunner().invoke(check_jsonschema, words).exit_code


def _parts(told: Any, path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(told, dict):
        yield path, told
        for key, value in told.items():
            yield from _parts(value, f"{path}/{key}")


def test_every_object_and_key_says_what_it_is() -> None:
    """An object by a French title, a key by a French sentence, a word of a list by what it means."""
    silent = []
    for name in ANSWERS:
        for path, part in _parts(answer_schema(name)):
            if part.get("type") == "object" and "properties" in part:
                keys = part["properties"].items()
                said = {key: told.get("description", "") for key, told in keys}
                silent += [f"{name}{path}/{key}" for key, words in said.items() if not words.endswith(".")]
                silent += [f"{name}{path}"] if not part.get("title") else []
            silent += [f"{name}{path}={word}" for word in _unsaid(part)]

    assert [] == silent


def _unsaid(part: Mapping[str, Any]) -> list[str]:
    words = zip(part.get("enum", ()), part.get("enumDescriptions", ()), strict=False)
    return [
        word
        for word, said in words
        if word == said and word not in ("bronze", "client", "v3", "v460", "verified")
    ]


def test_no_word_is_said_of_nothing() -> None:
    """What ``answers.toml`` tells is of a class or a key that some answer has."""
    told = tomllib.loads((Path(answers.__path__[0]) / "answers.toml").read_text("utf-8"))
    every = json.dumps([answer_schema(name) for name in ANSWERS], ensure_ascii=False)
    said = [*told["titles"].values(), *told["keys"].values(), *told["words"].values()]

    assert [] == [words for words in said if json.dumps(words, ensure_ascii=False) not in every]


def test_every_answer_is_published() -> None:
    """Each class of answer under its own name; each property that is told is one."""
    modules = [
        importlib.import_module(m.name)
        for m in pkgutil.iter_modules(answers.__path__, f"{answers.__name__}.")
    ]
    classes = [
        c for m in modules for c in vars(m).values() if isinstance(c, type) and c.__module__ == m.__name__
    ]
    schemas = {c.schema for c in classes if issubclass(c, Answer) and c is not Answer}
    kinds = {name: name.rpartition(".") for name in PROPERTIES}
    owners = {
        name: getattr(importlib.import_module(module), kind) for name, (module, _, kind) in kinds.items()
    }

    assert schemas == set(ANSWERS)
    assert all(
        isinstance(getattr(owners[name], one), property) for name in PROPERTIES for one in PROPERTIES[name]
    )


@pytest.mark.parametrize("name", ANSWERS)
def test_the_command_gives_the_schema_of_each_answer(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """By its name, in one word or in two."""
    assert 0 == main(["schema", *name.split("-")])
    assert published(name).text == capsys.readouterr().out
