"""Each way of being broken, with each command: no traceback, the right exit code, cause and remedy, the others judged."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from zest.cli import main
from zest.plugins import containment

Install = Callable[..., Path]
Run = Callable[..., tuple[int, str, str]]
Break = Callable[[Path], None]

HOOK = "from zest.hookspecs import hookimpl\n@hookimpl\ndef zest_sector():\n    "
GOOD = HOOK.replace("\n@", "\nfrom zest.sector import Sector\n@", 1) + "return Sector.from_package(__name__)"
RULE = """
from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import rule
from zest.source import verified

@rule("CODE", on=Structure, ground=Ground.PRACTICE, severity=Severity.ERROR, requirement="Un essai.", why="Un essai.",
      remedy="Un essai.", source=verified("x", "2026-01-01"), bad={"x": 1})
def essai(structure, case):
    BODY
"""


def code(text: str) -> Break:
    """Break the module that the entry point names."""

    def write(package: Path) -> None:
        (package / "__init__.py").write_text(text, "utf-8")

    return write


def file(name: str, old: str, new: str) -> Break:
    """Break a data file."""

    def change(package: Path) -> None:
        told = (package / name).read_text("utf-8")
        (package / name).write_text(told.replace(old, new, 1) if old else new, "utf-8")

    return change


def rule(body: str, code: str = "CAS101", before: str = "") -> Break:
    """Add a rule on structures."""

    def write(package: Path) -> None:
        (package / "rules").mkdir()
        (package / "rules" / "__init__.py").touch()
        written = before + RULE.replace("CODE", code).replace("BODY", body)
        (package / "rules" / "essai.py").write_text(written, "utf-8")

    return write


def twice(package: Path) -> None:
    """Give two rules one code."""
    rule("yield 'x'")(package)
    (package / "rules" / "encore.py").write_text((package / "rules" / "essai.py").read_text("utf-8"), "utf-8")


AT_LOADING: dict[str, tuple[Break, str]] = {
    "import error": (code("raise RuntimeError('cassé')"), "RuntimeError : cassé"),
    "syntax error": (code("def ("), "la syntaxe Python est fautive"),
    "missing dependency": (
        code("import module_qui_n_existe_pas"),
        "le module Python « module_qui_n_existe_pas » n'est pas installé",
    ),
    "exception in its hook": (code(HOOK + "raise KeyError('clé')"), "KeyError"),
    "wrong type": (code(HOOK + "return {}"), "dict"),
    "no hook": (code(""), "rien"),
    "wrong contract": (file("sector.toml", "[1, 1]", "[7, 9]"), "accepte les contrats 7 à 9"),
    "duplicate code": (
        twice,
        "Le code CAS101 est donné deux fois, par zest-casse 1.2.3 : « ",
    ),
    "core prefix": (file("sector.toml", '"CAS"', '"Z"'), "le préfixe Z est celui de zest"),
    "foreign code": (rule("yield 'x'", "BTP101"), "hors du préfixe"),
    "hang at import": (code("while True: pass"), "pas répondu en 0,2 secondes"),
    "hang in its hook": (code(HOOK + "while True: pass"), "pas répondu en 0,2 secondes"),
    "sys.exit at import": (code("import sys\nsys.exit(0)"), "arrêter le programme"),
    "sys.exit in its hook": (code(HOOK + "raise SystemExit(0)"), "arrêter le programme"),
    "recursion": (code(HOOK + "return zest_sector()"), "RecursionError"),
    "mutation of a table": (code("import zest.notices\nzest.notices.NOTICES['Z999'] = 1"), "mappingproxy"),
    "mutation of the core": (
        code("from zest.plugins.assembly import core_rules\ncore_rules()[0].severity = None"),
        "FrozenInstanceError",
    ),
    "huge output, then failure": (
        code("print('x' * 3_000_000)\nraise ValueError('trop')"),
        "ValueError : trop",
    ),
    "bad TOML": (file("sector.toml", "", "= 1"), "sector.toml:1:1 : la syntaxe TOML est fautive ici."),
    "bad key": (file("commitments.toml", "", "[reponse]\nseuil = 1"), "« seuil » n'est pas connue"),
    "bad charter": (file("charter.toml", "#1d2417", "#999999"), "Contraste insuffisant"),
}
"""Kinds of plugin that cannot be loaded, and what is told of each."""

LATER: dict[str, tuple[Break, str]] = {
    "failing rule": (rule("raise ZeroDivisionError"), "ZeroDivisionError"),
    "rule that leaves": (rule("raise SystemExit(0)"), "arrêter le programme"),
    "rule that hangs": (rule("while True: pass"), "pas répondu en 0,2 secondes"),
    "rule that answers rubbish": (rule("yield 3"), "TypeError"),
    "rule that recurses": (rule("yield from essai.check(structure, case)"), "RecursionError"),
    "rule that changes the dossier": (rule("case.dossier.structures = ()"), "FrozenInstanceError"),
    "rule that changes its subject": (rule("structure.name = 'x'"), "FrozenInstanceError"),
    "rule that changes the case": (rule("case.sectors['sain'] = None"), "TypeError"),
    "rule that changes the sectors": (rule("case.sectors['sain'].commitments.clear()"), "AttributeError"),
    "rule that changes the agreements": (rule("case.sectors['sain'].agreements['1'] = 1"), "TypeError"),
    "rule that changes the law": (rule("case.law.law.figures['x'] = 1"), "TypeError"),
    "rule that changes a table of zest": (
        rule("judgement._UNKNOWN.clear()", before="from zest.validation import judgement"),
        "AttributeError",
    ),
    "rule that changes a rule": (
        rule("core_rules()[0].bad['x'] = 1", before="from zest.plugins.assembly import core_rules"),
        "TypeError",
    ),
}
"""Kinds that load, and fail when they judge."""


@pytest.fixture
def run(
    capsys: pytest.CaptureFixture[str], site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Run:
    """Return what runs a command in an installation of two plugins: « sain » and the one to break."""
    monkeypatch.setattr(containment, "LIMIT", 0.2)
    monkeypatch.setattr("zest.plugins.discovery._entries", lambda: _of(site))
    offers = "".join(f'[[offers]]\nkey = "{one}"\nsector = "{one}"\n' for one in ("sain", "casse"))
    structures = '[[structures]]\nkey = "a"\nname = "A"\n'
    (tmp_path / "zest.toml").write_text(f"{structures}{offers}", "utf-8")

    def command(*words: str) -> tuple[int, str, str]:
        returned = main([word.format(dossier=tmp_path) for word in words])
        told = capsys.readouterr()
        return returned, told.out.replace("\u00a0", " "), told.err.replace("\u00a0", " ")

    return command


def _of(site: Path) -> Iterator[object]:
    """Yield the entry points of one folder: the sectors of this machine are tested elsewhere."""
    import importlib_metadata

    for dist in importlib_metadata.distributions(path=[str(site)]):
        yield from dist.entry_points


def broken(install: Install, how: Break) -> None:
    """Lay out a sound plugin and a broken one."""
    install("sain")
    how(install("casse"))


@pytest.mark.parametrize("name", AT_LOADING)
def test_a_plugin_that_cannot_be_loaded_breaks_no_command(name: str, install: Install, run: Run) -> None:
    """Check, sectors, doctor, rules, explain, jobs, show: each says what is wrong, or answers without it."""
    how, cause = AT_LOADING[name]
    broken(install, how)
    checked = json.loads(run("check", "{dossier}", "--format", "json")[1])
    (finding,) = (one for one in checked["findings"] if one["apparatus"])

    assert (3, ["sain 2026.1"]) == (checked["exit_code"], checked["sectors"])
    assert cause in finding["message"].replace("\u00a0", " ")
    assert "zest-casse 1.2.3" in finding["message"]
    assert finding["remedy"]
    for words, expected in (
        (("check", "{dossier}"), 3),
        (("sectors",), 0),
        (("sectors", "--strict"), 3),
        (("doctor",), 3),
        (("jobs", "casse"), 3),
        (("show", "casse"), 3),
        (("rules",), 0),
        (("explain", "SAI999"), 2),
    ):
        returned, text, errors = run(*words)
        assert expected == returned, (words, errors)
        assert "Traceback" not in text + errors, words
        assert cause in text + errors, words
        assert "xxxx" not in text, words
        assert "✗ casse" in text or "✗  casse" in text or words[0] not in ("sectors", "doctor"), words
    assert 0 == run("jobs", "sain")[0]
    assert "SAI" not in run("rules", "--sector", "sain")[2]


@pytest.mark.parametrize("name", LATER)
def test_a_rule_that_fails_is_named_and_the_others_judge(name: str, install: Install, run: Run) -> None:
    """Exit 3, never green; the other commands answer."""
    how, cause = LATER[name]
    broken(install, how)
    returned, text, errors = run("check", "{dossier}", "--format", "json")
    checked = json.loads(text)
    crashed = [one for one in checked["findings"] if one["code"] == "Z024"]

    assert (3, 3, ["sain 2026.1", "casse 2026.1"]) == (returned, checked["exit_code"], checked["sectors"])
    assert ["zest-casse 1.2.3"] == [one["origin"] for one in crashed]
    assert all(cause in one["message"] and one["remedy"] for one in crashed), crashed
    assert "conforming" not in {ground["verdict"] for ground in checked["grounds"]}
    assert {"Z101", "Z105"} <= {one["code"] for one in checked["findings"]}
    assert "" == errors
    for words in (("sectors",), ("doctor",), ("rules",), ("explain", "CAS101"), ("show", "casse")):
        returned, text, errors = run(*words)
        assert 0 == returned, (words, errors)
        assert "Traceback" not in text + errors, words
