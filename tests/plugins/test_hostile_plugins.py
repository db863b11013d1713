"""Plugins that go further than failing: damaged on the disk, made by hand, endless, of another contract."""

import os
import shutil
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.checking import check
from zest.findings import Finding, Ground, Place, Verdict
from zest.model.dossier import Dossier
from zest.plugins.assembly import assemble
from zest.plugins.discovery import discover
from zest.plugins.loading import load_folder
from zest.plugins.origin import Loaded, Origin, Refused
from zest.report import Report, exit_code
from zest.testing.samples import AS_OF, changed, core_sample, dossier_of

Install = Callable[..., Path]

HOOK = "from zest.hookspecs import hookimpl\n@hookimpl\ndef zest_sector():\n    "

BY_HAND = """
import attrs
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    sector = Sector.from_package(__name__)
    profile = sector.profile
    return attrs.evolve(sector, CHANGE)
"""

RULE = """
from zest.findings import Ground, Severity
from zest.model.structure import Structure
from zest.rule import NOT_ASKED, Fault, Unknown, rule
from zest.source import verified

@rule("CAS101", on=Structure, ground=Ground.PRACTICE, severity=Severity.ERROR, requirement="Un essai.",
      why="Un essai.", remedy="Un essai.", source=SOURCE, bad={"x": 1})
def essai(structure, case):
    BODY
"""

READ = 'verified("x", "2026-01-01")'


def add_rule(package: Path, body: str, source: str = READ) -> None:
    """Put a rule on structures into a plugin."""
    (package / "rules").mkdir()
    (package / "rules" / "__init__.py").touch()
    text = RULE.replace("SOURCE", source).replace("BODY", body)
    (package / "rules" / "essai.py").write_text(text, "utf-8")


def dossier(**changes: object) -> Dossier:
    """Return a sound dossier of two offers, one of the sector « sain », the other of « casse »."""
    first, mission = {**core_sample()["offers"][0], "sector": "sain"}, core_sample()["missions"][0]
    offers = [first, {**first, "key": "autre", "sector": "casse"}]
    missions = [{**mission, "offer": "essai"}]
    return dossier_of(changed(core_sample(), {"offers": offers, "missions": missions, **changes}))


def apparatus(report: Report) -> list[Finding]:
    """Return what zest could not check."""
    return [f for f in report.findings if f.apparatus]


def test_two_sound_plugins_find_nothing_in_a_sound_dossier(install: Install) -> None:
    """What the other tests plant is all that they find."""
    install("sain")
    install("casse")
    report = check(dossier(), as_of=AS_OF)

    assert ((), Verdict.CONFORMING, 0) == (report.findings, report.verdict, exit_code(report))


def damage(info: Path, how: str) -> None:
    """Damage what an installer wrote."""
    match how:
        case "no metadata":
            (info / "METADATA").unlink()
        case "metadata not text":
            (info / "METADATA").write_bytes(b"\xff\xfe")
        case "no version":
            (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-casse\n", "utf-8")
        case "entry points not text":
            (info / "entry_points.txt").write_bytes(b"[zest.sectors.v1]\ncass\xe9 = x\n")
        case _:
            (info / "entry_points.txt").write_text("casse\n[zest.sectors.v1]\nrien du tout\n", "utf-8")


@pytest.mark.parametrize(
    "how", ["no metadata", "metadata not text", "no version", "entry points not text", "entry points cut"]
)
def test_a_damaged_distribution_hides_no_other(how: str, install: Install, site: Path) -> None:
    """It raises nothing, is never green, and the sound sector is found all the same."""
    install("sain")
    install("casse", "raise RuntimeError('cassé')")
    damage(site / "zest_casse-1.2.3.dist-info", how)
    report = check(dossier(**{"offers.0.agreements": ["9997"]}), as_of=AS_OF)
    (told,) = apparatus(report)

    assert ("casse" in told.message, ("sain 2026.1",)) == (True, report.sectors)
    assert "Z061" in {f.code for f in report.findings}
    assert Verdict.CONFORMING not in {g.verdict for g in report.grounds}
    assert 3 == exit_code(report)


def test_the_first_of_two_copies_on_the_path_is_taken(
    install: Install, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Python itself does, even when another distribution is damaged."""
    install("casse", dist="zest-abime")
    damage(site / "zest_abime-1.2.3.dist-info", "entry points cut")
    install("sain")
    shutil.copytree(site / "zest_sain-1.2.3.dist-info", tmp_path / "autre" / "zest_sain-0.1.dist-info")
    monkeypatch.setattr(sys, "path", [*sys.path, str(tmp_path / "autre")])

    assert ["zest-sain 1.2.3"] == [str(one.origin) for one in discover()["sain"]]


@pytest.mark.parametrize(
    "code,cause",
    [
        ("class Fatal(BaseException): pass\nraise Fatal('fini')", "Fatal : fini"),
        ("raise GeneratorExit", "GeneratorExit"),
        (
            "class Mute(Exception):\n    def __str__(self): raise ValueError\nraise Mute",
            "ne s'importe pas : Mute (greffon_zest_casse/__init__.py, ligne 3).",
        ),
        (
            "raise RuntimeError('sur\\ndeux   lignes')",
            "RuntimeError : sur deux lignes (greffon_zest_casse/__init__.py, ligne 1).",
        ),
        (HOOK + "yield 1", "il faut un seul Sector, et non generator"),
        (HOOK + "return [1, 2]", "il faut un seul Sector, et non list"),
        (BY_HAND.replace("CHANGE", "profile=None"), "il faut ici SectorProfile, et non NoneType"),
        (BY_HAND.replace("CHANGE", "figures=(1,)"), "il faut ici Figure, et non int"),
        (BY_HAND.replace("CHANGE", "rules=('x',)"), "il faut ici Rule, et non str"),
        (BY_HAND.replace("CHANGE", "rules=None"), "TypeError"),
        (
            BY_HAND.replace("CHANGE", "profile=attrs.evolve(profile, jobs=None)"),
            "il faut ici Mapping, et non NoneType",
        ),
    ],
)
def test_what_a_plugin_raises_or_returns_is_told(code: str, cause: str, install: Install) -> None:
    """On one line, whatever it is."""
    install("sain")
    install("casse", code)
    report = check(dossier(), as_of=AS_OF)
    (told,) = report.findings

    assert ("Z022", "zest-casse 1.2.3") == (told.code, told.origin)
    assert cause in told.message
    assert "\n" not in told.message
    assert ("sain 2026.1",) == report.sectors


def test_an_interruption_in_the_hook_passes(install: Install) -> None:
    """Ctrl-C is the user's, wherever it comes."""
    install("casse", HOOK + "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        assemble(["casse"])


def test_an_interruption_in_a_rule_passes(install: Install) -> None:
    """At check time as well."""
    install("sain")
    add_rule(install("casse"), "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        check(dossier(), as_of=AS_OF)


def test_no_limit_is_set_outside_the_main_thread(install: Install) -> None:
    """A signal could not reach it there; the plugin is loaded all the same."""
    install("sain")
    offers = [{**core_sample()["offers"][0], "sector": "sain"}]
    core = dossier_of(changed(core_sample(), {"offers": offers}))
    got: list[int] = []
    thread = threading.Thread(target=lambda: got.append(exit_code(check(core))))
    thread.start()
    thread.join()

    assert [exit_code(check(core))] == got


@pytest.mark.skipif(sys.platform == "win32", reason="les tubes nommés demandent Unix")
def test_a_file_without_end_in_a_sector_folder_is_refused(install: Install) -> None:
    """A pipe that nobody writes into is not even opened."""
    folder = install("casse")
    (folder / "charter.toml").unlink()
    os.mkfifo(folder / "charter.toml")
    refused = load_folder(folder, "casse")

    assert isinstance(refused, Refused)
    assert "charter.toml : ce fichier n'est pas lisible" in refused.cause


def test_a_sector_of_another_contract_is_not_called_missing(install: Install, site: Path) -> None:
    """Whoever names it is told which contract it speaks; nothing of it is imported."""
    install("sain")
    install("casse", f"open({str(site / 'trace')!r}, 'w').close()", group="zest.sectors.v2")
    report = check(dossier(), as_of=AS_OF)
    (told,) = report.findings

    assert ("Z023", "zest-casse 1.2.3") == (told.code, told.origin)
    assert "« zest.sectors.v2 »" in told.message
    assert "Installez une version" in told.remedy
    assert not (site / "trace").exists()
    assert "greffon_zest_casse" not in sys.modules


@pytest.mark.parametrize(
    "body",
    [
        "raise ZeroDivisionError",
        "raise SystemExit(0)",
        "return None",
        "return 3",
        "yield None",
        "yield True",
        "yield ''",
        "yield Fault(None)",
        "yield Fault('Faux.', at=3)",
        "yield Fault('Faux.', about=3)",
        "yield Fault('Faux.', severity='fatale')",
        "yield Unknown('Non dit.', remedy=None)",
        "class Fatal(BaseException): pass\n    raise Fatal",
    ],
)
def test_a_rule_that_answers_rubbish_is_told_and_never_green(body: str, install: Install) -> None:
    """Each structure that it looked at; who publishes it is named; the others are judged."""
    install("sain")
    add_rule(install("casse"), body)
    report = check(dossier(**{"offers.0.agreements": ["9997"]}), as_of=AS_OF)

    assert {("Z024", "zest-casse 1.2.3")} == {(f.code, f.origin) for f in apparatus(report)}
    assert all("CAS101" in f.message for f in apparatus(report))
    assert "Z061" in {f.code for f in report.findings}
    assert Verdict.CONFORMING not in {g.verdict for g in report.grounds}
    assert 3 == exit_code(report)


@pytest.mark.parametrize("body", ["if False: yield", "yield NOT_ASKED", "yield from ()"])
def test_a_rule_with_nothing_to_say_is_no_crash(body: str, install: Install) -> None:
    """Silence and « not asked » are answers."""
    install("sain")
    add_rule(install("casse"), body)

    assert () == check(dossier(), as_of=AS_OF).findings


def test_a_rule_of_a_sector_judges_the_structures_that_carry_it(install: Install) -> None:
    """And those only; a structure that belongs to no offer of the sector is left alone."""
    install("sain")
    add_rule(install("casse"), "yield structure.key")
    some = check(dossier(**{"offers.1.structures": ["ai"]}), as_of=AS_OF)
    every = check(dossier(), as_of=AS_OF)

    assert ["ai"] == [f.message for f in some.findings if f.code == "CAS101"]
    assert ["ai", "etti"] == [f.message for f in every.findings if f.code == "CAS101"]
    assert Verdict.NOT_CONFORMING is {g.ground: g.verdict for g in every.grounds}[Ground.PRACTICE]


@pytest.mark.parametrize("source", ["'un texte'", f"{READ}, since='2020-01-01'", "None"])
def test_a_rule_declared_with_other_classes_is_refused_at_once(source: str, install: Install) -> None:
    """Rather than break the check of every dossier."""
    add_rule(install("casse"), "yield 'x'", source)
    (refused,) = assemble(["casse"]).refused

    assert "La règle CAS101 est mal déclarée" in refused.cause


@pytest.mark.parametrize(
    "file,content",
    [("tasks.toml", "[essai"), ("jobs/essayeur.toml", "intitule = 1"), ("tasks.toml", "essai = 3")],
)
def test_a_file_read_late_and_broken_is_told_with_its_name(file: str, content: str, install: Install) -> None:
    """Once, as the fault of its plugin, however many rules needed it: the dossier is not conforming, nor at fault."""
    install("sain")
    (install("casse") / file).write_text(content, "utf-8")
    missions = [{**one, "offer": "autre"} for one in core_sample()["missions"]]
    report = check(dossier(missions=missions), as_of=AS_OF)
    (told,) = report.findings

    assert ("Z022", ("secteurs", "casse")) == (told.code, told.subject)
    assert "« casse » (zest-casse 1.2.3)" in told.message
    assert f"greffon_zest_casse/{file}" in told.message
    assert "« zest doctor » redit la cause" in told.remedy
    assert 3 == exit_code(report)


def test_a_sector_taken_away_is_told_at_its_offer(install: Install, site: Path, tmp_path: Path) -> None:
    """The same dossier, before and after the plugin is uninstalled."""
    from zest.io.dossier import load
    from zest.io.writing import to_toml

    install("sain")
    install("casse")
    (tmp_path / "zest.toml").write_text(to_toml(dossier()), "utf-8")
    before = check(load(tmp_path), as_of=AS_OF)
    shutil.rmtree(site / "zest_casse-1.2.3.dist-info")
    sys.path_importer_cache.clear()
    after = check(load(tmp_path), as_of=AS_OF)
    (told,) = after.findings
    line = (tmp_path / "zest.toml").read_text("utf-8").splitlines()[told.place.line - 1]

    assert ((), 0) == (before.findings, exit_code(before))
    assert ("Z021", 'sector = "casse"', 3) == (told.code, line, exit_code(after))


def test_a_local_folder_of_another_prefix_is_used_beside_an_installed_sector(install: Install) -> None:
    """Each with its own rules."""
    folder = install("sain")
    install("casse")
    given = load_folder(folder, "sain")
    assembly = assemble(["sain", "casse"], [given])

    assert isinstance(given, Loaded)
    assert ["local", "zest-casse 1.2.3"] == [str(one.origin) for one in assembly.loaded]


def test_a_refused_sector_that_no_offer_names_has_no_place(tmp_path: Path, install: Install) -> None:
    """It was asked for on the command line: the check is not whole all the same."""
    install("sain")
    install("casse")
    (tmp_path / "sector.toml").write_text("= x", "utf-8")
    assembly = assemble(["sain", "casse"], [load_folder(tmp_path, "mien")])
    report = check(dossier(), as_of=AS_OF, assembly=assembly)

    assert [("Z022", Place(), "local")] == [(f.code, f.place, f.origin) for f in report.findings]
    assert 3 == exit_code(report)


def test_who_is_not_known_is_a_question_mark() -> None:
    """An origin without distribution can still be written."""
    assert "?" == str(Origin(slug="a", module="b"))
