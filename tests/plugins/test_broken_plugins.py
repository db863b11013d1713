"""Whatever a plugin does: a located finding that names it, the other sectors judged, never green."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

from zest.checking import check
from zest.findings import Ground, Verdict
from zest.model.dossier import Dossier
from zest.plugins import containment
from zest.plugins.assembly import assemble, assemble_all
from zest.plugins.containment import limited
from zest.plugins.discovery import Found, discover, foreign
from zest.plugins.loading import load, load_folder
from zest.plugins.origin import Loaded, Origin, Refused
from zest.report import exit_code
from zest.testing.samples import AS_OF, changed, core_sample, dossier_of

Install = Callable[..., Path]

HOOK = "from zest.hookspecs import hookimpl\n@hookimpl\ndef zest_sector():\n    "

BROKEN = {
    "raises at import": ("raise RuntimeError('cassé')", "Z022", "RuntimeError : cassé"),
    "is not Python": (
        "def (",
        "Z022",
        "la syntaxe Python est fautive (greffon_zest_casse/__init__.py, ligne 1)",
    ),
    "misses a dependency": ("import module_qui_n_existe_pas", "Z022", "« module_qui_n_existe_pas »"),
    "leaves at import": ("raise SystemExit(0)", "Z022", "arrêter le programme"),
    "raises in its hook": (HOOK + "raise KeyError('clé')", "Z022", "KeyError"),
    "leaves in its hook": (HOOK + "raise SystemExit(0)", "Z022", "arrêter le programme"),
    "recurses for ever": (HOOK + "return zest_sector()", "Z022", "RecursionError"),
    "returns nothing": (HOOK + "return None", "Z022", "rien"),
    "returns a dict": (HOOK + "return {}", "Z022", "dict"),
    "has no hook": ("", "Z022", "rien"),
    "misspells its hook": (
        HOOK.replace("zest_sector", "zest_secteur") + "return None",
        "Z022",
        "zest_secteur",
    ),
    "asks for an argument": (HOOK.replace("()", "(plus)") + "return None", "Z022", "plus"),
    "publishes another sector": (
        "from pathlib import Path\nfrom zest.sector import Sector\nimport zest\n"
        + HOOK
        + "return Sector.from_folder(Path(zest.__path__[0]) / 'samples' / 'sector')",
        "Z022",
        "« echantillon » et non « casse »",
    ),
}


def two_offers() -> Dossier:
    """A sound dossier with a second offer, whose sector is the broken one."""
    offers = [{**core_sample()["offers"][0], "sector": "sain"}, {"key": "autre", "sector": "casse"}]
    return dossier_of(changed(core_sample(), {"offers": offers, "missions": []}))


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_plugin_is_named_and_the_others_are_judged(name: str, install: Install) -> None:
    """Exit 3; plugin, distribution and version in the finding; the sound sector's facts are there."""
    code, notice, cause = BROKEN[name]
    install("sain")
    install("casse", code)
    report = check(two_offers(), as_of=AS_OF)
    (finding,) = (f for f in report.findings if f.apparatus)

    assert notice == finding.code
    assert cause in finding.message
    assert "« casse »" in finding.message
    assert "zest-casse 1.2.3" in finding.message
    assert finding.remedy
    assert ("sain 2026.1",) == report.sectors
    assert Verdict.CONFORMING not in {ground.verdict for ground in report.grounds}
    assert any(f.ground is Ground.BRAND for f in report.findings)
    assert 3 == exit_code(report)


def test_an_interruption_by_the_user_passes(install: Install) -> None:
    """Ctrl-C is not the plugin's."""
    install("casse", "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        assemble(["casse"])


def test_a_hanging_plugin_is_stopped(install: Install, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told how long it was waited for."""
    install("casse", HOOK + "\n    while True:\n        pass")
    monkeypatch.setattr(containment, "LIMIT", 0.1)
    (refused,) = assemble(["casse"]).refused

    assert "il n'a pas répondu en 0,1 secondes" in refused.cause


def test_no_limit_is_set_inside_another() -> None:
    """The outer limit rules."""
    with limited(5), limited(0.000001):
        sum(range(100_000))


@pytest.mark.parametrize(
    "window,cause",
    [
        ("[2, 3]", "accepte les contrats 2 à 3 ; ce zest parle le contrat 1"),
        ('"deux"', "deux versions"),
        ("[1]", "deux versions"),
    ],
)
def test_a_contract_from_the_future_is_refused(window: str, cause: str, install: Install) -> None:
    """Before anything else of the file is read: what else it holds may mean something else."""
    package = install("casse")
    told = (package / "sector.toml").read_text("utf-8").replace("[1, 1]", window)
    (package / "sector.toml").write_text(f"inconnu = 1\n{told}", "utf-8")
    (refused,) = assemble(["casse"]).refused

    assert "Z023" == refused.code
    assert cause in refused.cause


def test_a_sector_made_by_hand_is_held_to_the_contract_too(install: Install) -> None:
    """A hook may build its sector without a file."""
    code = GOOD_BY_HAND.replace("WINDOW", "(7, 9)")
    install("casse", code)
    (refused,) = assemble(["casse"]).refused

    assert ("Z023", True) == (refused.code, "7 à 9" in refused.cause)


GOOD_BY_HAND = """
import attrs
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    sector = Sector.from_package(__name__)
    return attrs.evolve(sector, profile=attrs.evolve(sector.profile, contract=WINDOW))
"""


@pytest.mark.parametrize(
    "file,content,cause",
    [
        ("sector.toml", None, "il n'y est pas"),
        ("sector.toml", "= 1", ":1:1 : la syntaxe TOML est fautive ici."),
        ("commitments.toml", "reponse = 1", "il faut ici une table"),
        ("commitments.toml", "[reponse]\nseuil = 1", "« seuil » n'est pas connue"),
        ("agreements.toml", '["12345678"]\ntitle = "x"', "IDCC"),
        ("charter.toml", 'primary = "#ffffff"', "Il manque la clé « accent »"),
        ("rules/deux.py", "from zest.rule import rule\n", "en contient une et une seule, et non 0"),
        ("rules.toml", "[CAS101]\nname = 'x'", "Il manque la clé"),
        ("law/x.toml", "[y]\nlabel = 3", "un texte entre guillemets"),
        ("law/x.toml", "[y]\nvalue = nan", "law/x.toml : « nan » n'est pas un nombre ordinaire"),
        ("commitments.toml", f"[reponse]\nthreshold = 1{'0' * 400}", "Ce nombre est démesuré"),
        ("commitments.toml", "[reponse]\nthreshold = 1e999", "« 1e999 » n'est pas un nombre ordinaire"),
    ],
)
def test_a_bad_file_of_a_sector_is_told(file: str, content: str | None, cause: str, install: Install) -> None:
    """The file and what is wrong in it."""
    path = install("casse") / file
    path.parent.mkdir(exist_ok=True)
    if content is None:
        path.unlink()
    else:
        path.write_text(content, "utf-8")
        (path.parent / "__init__.py").touch()
    (refused,) = assemble(["casse"]).refused

    assert cause in refused.cause


@pytest.mark.parametrize("name", ["rules.toml", "sector.toml", "law", "jobs"])
@pytest.mark.parametrize("put", ["directory", "file", "dangling", "pipe"])
def test_what_is_there_and_cannot_be_read_is_no_absence(name: str, put: str, install: Install) -> None:
    """A file that is a folder, a folder that is a file, a link that leads nowhere: its rules would be lost in silence."""
    path = install("casse") / name
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    if put == "directory":
        path.mkdir()
    elif put == "file":
        path.write_text("", "utf-8")
    elif put == "dangling":
        path.symlink_to("nulle-part")
    else:
        os.mkfifo(path)
    answer = assemble(["casse"])
    fits = put == ("file" if name.endswith(".toml") else "directory") and name != "sector.toml"

    assert fits == bool(answer.loaded)
    assert all(f"casse/{name}" in one.cause.replace(os.sep, "/") for one in answer.refused)


def test_a_charter_that_cannot_be_read_is_refused(install: Install) -> None:
    """Colours without contrast never reach a document."""
    path = install("casse") / "charter.toml"
    path.write_text(path.read_text("utf-8").replace("#1d2417", "#999999"), "utf-8")
    (refused,) = assemble(["casse"]).refused

    assert "Contraste insuffisant, encre sur blanc" in refused.cause


RULE = """
from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import rule
from zest.source import verified

@rule("CODE", on=Dossier, ground=Ground.PRACTICE, severity=Severity.ERROR, requirement="Un essai.", why="Un essai.",
      remedy="Un essai.", source=verified("x", "2026-01-01"), bad={"x": 1})
def essai(dossier, case):
    BODY
"""


def add_rule(package: Path, code: str, body: str) -> None:
    """Put a rule in a plugin."""
    (package / "rules").mkdir()
    (package / "rules" / "__init__.py").touch()
    (package / "rules" / "essai.py").write_text(RULE.replace("CODE", code).replace("BODY", body), "utf-8")


@pytest.mark.parametrize(
    "prefix,code,cause",
    [("CAS", "BTP101", "hors du préfixe CAS : BTP101"), ("Z", "Z901", "le préfixe Z est celui de zest")],
)
def test_a_code_that_is_not_its_own_is_refused(prefix: str, code: str, cause: str, install: Install) -> None:
    """Codes belong to one distribution; the core's prefix to none but the core."""
    add_rule(install("casse", prefix=prefix), code, "yield 'x'")
    (refused,) = assemble(["casse"]).refused

    assert cause in refused.cause


def test_two_sectors_with_one_code_are_told_apart(install: Install) -> None:
    """The second is refused, naming both owners; the first is used."""
    for slug in ("premier", "second"):
        add_rule(install(slug, prefix="DUO"), "DUO101", "yield 'x'")
    assembly = assemble(["premier", "second"])

    assert ["premier"] == [one.origin.slug for one in assembly.loaded]
    assert (
        "par « premier » (zest-premier 1.2.3) et par « second » (zest-second 1.2.3)"
        in assembly.refused[0].cause
    )


def test_a_rule_of_a_plugin_that_leaves_is_contained(install: Install) -> None:
    """At check time as well; the finding names who publishes it."""
    add_rule(install("casse"), "CAS101", "raise SystemExit(0)")
    assembly = assemble(["casse"])
    rule = attrs.evolve(assembly.catalogue.rules["CAS101"], sector="")
    rules = {**assembly.catalogue.rules, "CAS101": rule}
    everywhere = attrs.evolve(assembly, catalogue=attrs.evolve(assembly.catalogue, rules=rules))
    report = check(dossier_of(core_sample()), as_of=AS_OF, assembly=everywhere)

    assert ["zest-casse 1.2.3"] == [f.origin for f in report.findings if f.code == "Z024"]


def test_one_name_in_two_distributions_is_used_by_neither(install: Install) -> None:
    """Nobody can tell which was meant."""
    install("casse")
    install("casse", dist="zest-autre")
    (refused,) = assemble(["casse"]).refused

    assert "« zest-autre 1.2.3 » et par « zest-casse 1.2.3 » : aucun n'est pris" in refused.cause
    assert "Désinstallez ce qui est de trop" in refused.remedy


@pytest.mark.parametrize("value", ["!", "greffon zest !!", "greffon:"])
def test_an_entry_point_that_names_no_module_is_told(value: str, install: Install, site: Path) -> None:
    """In our words, before anything is imported."""
    install("casse")
    (site / "zest_casse-1.2.3.dist-info" / "entry_points.txt").write_text(
        f"[zest.sectors.v1]\ncasse = {value}\n", "utf-8"
    )
    (refused,) = assemble(["casse"]).refused

    assert f"son point d'entrée, « {value} », ne nomme pas un module" in refused.cause


def test_another_major_contract_is_listed_and_never_imported(install: Install) -> None:
    """Importing it would raise; it is told with its group."""
    install("futur", "raise RuntimeError('importé')", group="zest.sectors.v2")

    assert "futur" not in discover()
    assert ["futur"] == [one.origin.slug for one in foreign()]
    assert "zest.sectors.v2" in next(r for r in assemble_all().refused if r.origin.slug == "futur").cause


def test_a_sector_that_nobody_installed_is_told_at_the_offer_that_names_it(
    tmp_path: Path, install: Install
) -> None:
    """With its place, and the nearest name."""
    from zest.io.dossier import load as read

    install("sain")
    (tmp_path / "zest.toml").write_text('[[offers]]\nkey = "o"\nsector = "sains"\n', "utf-8")
    report = check(read(tmp_path), as_of=AS_OF)
    (finding,) = (f for f in report.findings if f.code == "Z021")

    assert (3, 10) == (finding.place.line, finding.place.column)
    assert "vouliez-vous dire « sain »" in finding.message
    assert "pip install zest-sains" in finding.remedy
    assert 3 == exit_code(report)


def test_a_local_folder_is_a_sector(install: Install) -> None:
    """Its data are used, it is called local, and it goes before an installed one of the same name."""
    folder = install("sain")
    loaded = load_folder(folder, "sain")

    assert isinstance(loaded, Loaded)
    assert "local" == str(loaded.origin)
    assert ["local"] == [str(one.origin) for one in assemble(["sain"], [loaded]).loaded]


@pytest.mark.parametrize("content,code", [("contract = [9, 9]", "Z023"), ("= x", "Z022")])
def test_a_broken_local_folder_is_refused(content: str, code: str, tmp_path: Path) -> None:
    """As a plugin would be."""
    (tmp_path / "sector.toml").write_text(content, "utf-8")
    refused = load_folder(tmp_path, "mien")

    assert isinstance(refused, Refused)
    assert code == refused.code


def test_an_entry_point_without_distribution_has_a_name_all_the_same() -> None:
    """It happens with finders that know no metadata."""
    import importlib_metadata

    from zest.plugins.discovery import _origin

    entry = importlib_metadata.EntryPoint("orphelin", "module_qui_n_existe_pas", "zest.sectors.v1")
    origin = _origin(entry)
    refused = load(Found(origin, entry))

    assert ("?", "", "?") == (origin.distribution, origin.version, str(origin))
    assert isinstance(refused, Refused)
    assert Origin(slug="a", module="b") == Origin(slug="a", module="b")


def test_a_rule_of_a_plugin_that_never_answers_is_stopped(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At check time as at loading; the others are judged, and nothing is green."""
    add_rule(install("sain"), "SAI101", "while True: pass")
    monkeypatch.setattr(containment, "LIMIT", 0.05)
    offers = [{**core_sample()["offers"][0], "sector": "sain"}]
    report = check(dossier_of(changed(core_sample(), {"offers": offers})), as_of=AS_OF)

    assert ["SAI101"] == [f.identity[0] for f in report.findings if f.code == "Z024"]
    assert Verdict.CONFORMING not in {ground.verdict for ground in report.grounds}
    assert 3 == exit_code(report)
