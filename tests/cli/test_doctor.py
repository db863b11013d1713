"""The state of an installation: what is there, what is not, and what to do about it."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

import zest
from zest import installed
from zest.contract import Contract
from zest.installed import Part, parts_of
from zest.plugins import loading

Run = Callable[..., tuple[int, str, str]]

SECTOR = Path(zest.__path__[0]) / "samples" / "sector"
HOOK = """
from zest.hookspecs import hookimpl
from zest.sector import Sector

@hookimpl
def zest_sector():
    return Sector.from_package(__name__)
"""


@pytest.fixture
def told(run: Run) -> Run:
    """Return what runs a command; no-break spaces are written as spaces."""

    def command(*words: str) -> tuple[int, str, str]:
        code, text, errors = run(*words)
        return code, text.replace("\u00a0", " "), errors.replace("\u00a0", " ")

    return command


def lay(site: Path, name: str, *, record: str = "", points: str = "") -> None:
    """Lay out what an installer writes of one distribution."""
    info = site / f"{name.replace('-', '_')}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
    (info / "RECORD").write_text(record, "utf-8")
    (info / "entry_points.txt").write_text(points, "utf-8")


def test_a_sound_installation_is_healthy(told: Run) -> None:
    """Versions, dependencies, extras, contract, tables, plugins with the folder of each."""
    code, text, errors = told("doctor")
    payload = json.loads(told("doctor", "--format", "json")[1])

    assert (0, "") == (code, errors)
    assert text.startswith("✓ rien n'empêche zest de répondre")
    assert all(
        word in text for word in ("Installation", "Dépendances", "Extras", "Greffons", "attrs", "contrat  ")
    )
    assert all(one["slug"] in text and one["folder"] in text for one in payload["sectors"])
    assert ("zest-doctor/1", True, []) == (payload["schema"], payload["healthy"], payload["troubles"])
    assert {"oldest": 1, "newest": 1, "ending": {}} == payload["contract"]
    assert all(part["sound"] for part in payload["dependencies"])


def test_an_installation_without_a_plugin_is_healthy_too(told: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """The core is whole by itself; tables that are not there are said to be absent."""
    monkeypatch.setattr("zest.plugins.discovery._entries", lambda: ())
    monkeypatch.setenv("ZEST_DATA", "/nulle-part")
    code, text, _ = told("doctor")

    assert 0 == code
    assert "Greffons (0 prêt)" in text
    assert "Extras (" in text
    assert "tables   absentes" in text


def test_an_installation_that_offers_no_extra_has_no_heading_for_them(
    told: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A distribution may have been made without any."""
    monkeypatch.setattr("importlib_metadata.requires", lambda _: ["attrs>=1"])

    assert "Extras" not in told("doctor")[1]


def test_what_is_wrong_comes_last_with_cause_and_remedy(
    told: Run, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A package of our name, a dependency too old, an extra that lacks something, a plugin in pieces."""
    lay(site, "zest", record="zest/__init__.py,,\n")
    lay(site, "zest-casse", points="[zest.sectors.v1]\ncasse = greffon_absent\n")
    lines = ["attrs>=99", "zest-rien>=1", "zest-autre; extra == 'plus'"]
    monkeypatch.setattr("importlib_metadata.requires", lambda _: lines)
    code, text, _ = told("doctor")
    failures = text[text.index("En panne (4 pannes)") :]

    assert 3 == code
    assert text.startswith("✗ 4 pannes")
    assert "La distribution zest 1.0 contient elle aussi un paquet « zest »." in failures
    assert "zest demande >=99." in failures
    assert "La dépendance zest-rien n'est pas installée ; zest demande >=1." in failures
    assert "le module Python « greffon_absent » n'est pas installé" in failures
    assert 4 == failures.count("→  ")
    assert "–  plus : il manque zest-autre" in text
    payload = json.loads(told("doctor", "--format", "json")[1])
    assert ["attrs", "zest-rien", "zest"] == [one["what"] for one in payload["troubles"]]
    assert ["zest-casse"] == [one["distribution"] for one in payload["refused"]]


def test_a_file_that_no_check_has_read_yet_is_read(told: Run, site: Path) -> None:
    """A sector loads without its jobs: what is wrong in one would be told by the first check that asks for it."""
    lay(site, "zest-casse", points="[zest.sectors.v1]\ncasse = greffon_casse\n")
    shutil.copytree(SECTOR, site / "greffon_casse")
    (site / "greffon_casse" / "__init__.py").write_text(HOOK, "utf-8")
    identity = site / "greffon_casse" / "sector.toml"
    identity.write_text(identity.read_text("utf-8").replace('"echantillon"', '"casse"'), "utf-8")
    (site / "greffon_casse" / "tasks.toml").write_text("= 1", "utf-8")
    code, text, _ = told("doctor")

    assert 3 == code
    assert "Un fichier du greffon « casse » (zest-casse 1.0) est en faute" in text
    assert "Mettez zest-casse à jour, ou prévenez qui le publie" in text


def test_remarks_stand_beside_their_plugin(told: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A contract on its way out is announced there, and in the line of what zest speaks."""
    pytest.importorskip("zest_btp")
    ending = Contract(oldest=1, newest=2, ending={1: "0.3"})
    monkeypatch.setattr(loading, "CONTRACT", ending)
    monkeypatch.setattr("zest.diagnosis.CONTRACT", ending)
    code, text, _ = told("doctor")

    assert 0 == code
    assert "parle les contrats 1–2 ; 1 disparaît avec zest 0.3" in text
    assert "!  il ne parle que le contrat 1, que zest 0.3 ne parlera plus" in text
    assert "Remarques" in told("sectors")[1]


@pytest.mark.parametrize(
    "version,asked,sound",
    [
        ("1.2", ">=1.2", True),
        ("1.2.0", ">=1.2", True),
        ("1.10", ">=1.9,<2", True),
        ("2.0", ">=1.9,<2", False),
        ("1.2rc1", ">=1.2", True),
        ("", "", False),
        ("abc", ">=1", False),
        ("3", "!=2", True),
    ],
)
def test_a_part_is_sound_when_its_version_will_do(version: str, asked: str, sound: bool) -> None:
    """Numbers are compared one by one."""
    assert sound is Part(name="x", asked=asked, extra="", version=version).sound


def test_a_distribution_that_is_not_there_asks_for_nothing() -> None:
    """A core run from its sources."""
    assert [] == list(parts_of("zest-qui-n-existe-pas"))
    assert "" == installed.installed("zest-qui-n-existe-pas")


def test_what_cannot_be_read_of_a_requirement_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """A line of another form is no part that can be looked at."""
    lines = ["???", "pytest[x] (>=1) ; python_version > '3' and extra == \"t\""]
    monkeypatch.setattr("importlib_metadata.requires", lambda _: lines)
    (part,) = parts_of("x")

    assert ("pytest", "t", True) == (part.name, part.extra, bool(part.version))


@pytest.mark.skipif(sys.platform != "linux", reason="un pseudo-terminal demande Unix")
@pytest.mark.parametrize("columns", [80, 116])
def test_a_terminal_is_as_wide_as_it_is(columns: int) -> None:
    """Even when it is the only one of the three streams."""
    import fcntl
    import os
    import pty
    import struct
    import termios

    leader, follower = pty.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    env = {**os.environ, "TERM": "xterm"}
    env.pop("COLUMNS", None)
    command = [sys.executable, "-m", "zest", "explain", "Z106"]
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=follower, stderr=subprocess.PIPE, env=env, check=False
    )
    shown = os.read(leader, 1 << 16).decode()
    rules = [line for line in shown.splitlines() if "Chiffres" in line and "─" in line]
    os.close(leader)
    os.close(follower)

    assert b"" == done.stderr
    assert [columns] == [len(plain(line)) for line in rules]


def plain(line: str) -> str:
    """Return a line without its colours."""
    import re

    return re.sub(r"\x1b\[[0-9;]*m", "", line).rstrip("\r")


@pytest.mark.skipif(
    not find_spec("zest_hotellerie_restauration_midi_pyrenees"), reason="l'édition n'est pas installée"
)
def test_an_edition_is_shown_with_the_origin_of_each_value(told: Run) -> None:
    """What it tells, and what it leaves to its sector, file by file."""
    slug = "hotellerie-restauration-midi-pyrenees"
    shown = told("show", slug, "commitments.reponse-48h", "--origin")[1].splitlines()
    by_key = {line.split()[0]: line for line in shown[1:]}

    assert "édition de" not in by_key["Promesse"]
    assert by_key["Promesse"].endswith(
        f"édition {slug} 2014.1, edition.toml : remplacé le 16 juin 2014 par COORACE Midi-Pyrénées"
    )
    assert by_key["Preuve"].endswith("secteur hotellerie-restauration 2026.1, commitments.toml")
    assert (
        "secteur hotellerie-restauration 2026.1, jobs/serveur.toml"
        in told("show", slug, "jobs.serveur", "--origin")[1]
    )
    assert "secteur hotellerie-restauration 2026.1, jobs" in told("show", slug, "jobs", "--origin")[1]
    assert f"secteur {slug} 2014.1, sector.toml" in told("show", slug, "--origin")[1]
    assert "La diapositive" not in told("show", slug, "changes.0", "--origin")[1]
    assert "(remplacé)" in told("show", slug, "changes.0", "--origin")[1]
    assert "prolonge hotellerie-restauration" in told("sectors")[1]
    assert "HCR305" in told("rules", "--sector", slug)[1]


@pytest.mark.skipif(
    not find_spec("zest_hotellerie_restauration_midi_pyrenees"), reason="l'édition n'est pas installée"
)
def test_an_offer_built_on_an_edition_tells_what_it_takes_from_it(told: Run, tmp_path: Path) -> None:
    """A field of the edition, another of its sector, another of its own."""
    (tmp_path / "zest.toml").write_text(
        '[[offers]]\nkey = "o"\nsector = "hotellerie-restauration-midi-pyrenees"\n'
        '[[offers.commitments]]\nkey = "reponse-48h"\nclock = "clock-hours"\n',
        "utf-8",
    )
    shown = told("show", str(tmp_path), "offers.0.commitments.0", "--origin")[1].splitlines()
    by_key = {line.split()[0]: line for line in shown[1:]}

    assert "edition.toml : remplacé" in by_key["Promesse"]
    assert by_key["Preuve"].endswith("secteur hotellerie-restauration 2026.1, commitments.toml")
    assert "zest.toml:6:1" in by_key["Décompte"]
