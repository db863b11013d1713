"""Two editions of a sector compared at the command line, and whom the second would change."""

import contextlib
import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import zest
from zest.io.writing import to_toml
from zest.testing.samples import changed, core_sample, dossier_of

Run = Callable[..., tuple[int, str, str]]
SECTOR = Path(zest.__path__[0]) / "samples" / "sector"
EDITION = Path(zest.__path__[0]) / "samples" / "edition"
DAY = ("--as-of", "2026-04-20")


@pytest.fixture
def told(run: Run) -> Run:
    """Return what runs a command; no-break spaces are written as spaces."""

    def command(*words: str) -> tuple[int, str, str]:
        code, text, errors = run(*words)
        return code, text.replace("\u00a0", " "), errors.replace("\u00a0", " ")

    return command


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """The invented sector in its next edition: half the time to answer."""
    folder = tmp_path / "nouveau"
    shutil.copytree(SECTOR, folder)
    for file, old, new in (
        ("sector.toml", "2026.1", "2027.1"),
        ("commitments.toml", "threshold = 48", "threshold = 24"),
    ):
        (folder / file).write_text((folder / file).read_text("utf-8").replace(old, new), "utf-8")
    return folder


def collective(folder: Path, **changes: object) -> Path:
    """Write the sound sample with changes as a dossier."""
    folder.mkdir(parents=True)
    (folder / "zest.toml").write_text(to_toml(dossier_of(changed(core_sample(), changes))), "utf-8")
    return folder


def test_two_editions_are_compared_item_by_item(told: Run, newer: Path) -> None:
    """Which way, field by field; nothing is printed elsewhere."""
    code, text, errors = told("diff", str(SECTOR), str(newer))

    assert (0, "") == (code, errors)
    assert text.startswith(
        "echantillon 2026.1 (local) → echantillon 2027.1 (local)\n2 changements : 1 resserré et 1 "
    )
    assert "▲ reponse  resserré : Chaque demande est traitée dans les 48 heures." in text
    assert "Seuil d'un cas : 48 → 24" in text
    assert "Édition : 2026.1 → 2027.1" in text
    assert "Rien ne les distingue." in told("diff", str(newer), str(newer))[1]


def test_the_same_for_a_program(told: Run, newer: Path) -> None:
    """A versioned envelope; without --on nobody was judged."""
    payload = json.loads(told("diff", str(SECTOR), str(newer), "--format", "json")[1])
    (promise, _) = payload["changes"]

    assert "zest-diff/1" == payload["schema"]
    assert ("2026.1", "2027.1", None) == (
        payload["before"]["edition"],
        payload["after"]["edition"],
        payload["turns"],
    )
    assert ("commitment", "reponse", "changed", "tighter") == tuple(
        promise[name] for name in ("kind", "key", "happening", "sense")
    )
    assert [{"name": "threshold", "before": 48, "after": 24}] == promise["fields"]


def test_whom_it_would_change(told: Run, newer: Path, tmp_path: Path) -> None:
    """What was counted under the old bound tells nothing of the new one: nobody is green by accident."""
    collective(tmp_path / "tous" / "a", **{"collective.name": "Collectif A"})
    own = {"offers.0.commitments.0": {"key": "reponse", "threshold": 12}}
    collective(tmp_path / "tous" / "b", **{"collective.name": "Collectif B"}, **own)
    collective(tmp_path / "tous" / "c", offers=[], missions=[], orders=[])
    code, text, _ = told("diff", str(SECTOR), str(newer), "--on", str(tmp_path / "tous"), *DAY)

    assert 0 == code
    assert "Qui cela changerait (1 sur 2 dossiers)" in text
    assert "Collectif A" in text
    assert "✓ conforme → ? non vérifié" in text
    assert "+ Z121" in text
    assert "Collectif B" not in text
    assert "Et 1 dossier sans aucun changement et 1 dossier d'un autre secteur." in text
    assert "Ce qui fut mesuré de reponse l'a été autrement" in text
    assert "Jugés au 20 avril 2026." in text


def test_an_edition_is_compared_with_its_sector(told: Run, tmp_path: Path) -> None:
    """Neither is installed: each finds the other; a dossier of the sector is judged as if it named the edition."""
    folder = collective(tmp_path / "un", **{"offers.0.commitments.0": {"key": "reponse", "threshold": 12}})
    code, text, _ = told("diff", str(SECTOR), str(EDITION), "--on", str(folder), *DAY)
    payload = json.loads(
        told("diff", str(SECTOR), str(EDITION), "--on", str(folder), *DAY, "--format", "json")[1]
    )
    (turn,) = payload["turns"]

    assert 0 == code
    assert "▼ reponse  desserré" in text
    assert "+ Z127" in text
    assert ["Z127"] == [one["code"] for one in turn["appeared"]]
    assert ("conforming", "conforming", [], False) == (
        turn["before"],
        turn["after"],
        turn["grounds"],
        turn["turns"],
    )
    back = told("diff", str(EDITION), str(SECTOR), "--on", str(folder / "zest.toml"), *DAY)[1]
    assert "− Z127" in back


def test_a_folder_that_may_not_be_looked_into_is_told(
    told: Run, shared: Path, forbidding: Callable[[Path], contextlib.AbstractContextManager[None]]
) -> None:
    """Nobody knows whether it holds a dossier: the others are judged, and the exit code is 3."""
    collective(shared / "tous" / "a")
    (shared / "tous" / "b").mkdir()
    words = ("diff", str(SECTOR), str(EDITION), "--on", str(shared / "tous"), *DAY)
    assert 0 == told(*words)[0]
    with forbidding(shared / "tous" / "b"):
        code, text, _ = told(*words)

    assert 3 == code
    assert "Non lu : " in text
    assert "tous/b" in text


def test_a_verdict_that_holds_is_told_with_what_moves(told: Run, newer: Path, tmp_path: Path) -> None:
    """One fault more or less in a dossier that is at fault anyway; an unreadable one is told, and the exit code is 3."""
    bad = {"structures.0.coorace_member": False, "offers.0.agreements": ["9997"]}
    collective(tmp_path / "tous" / "a", **bad)
    collective(tmp_path / "tous" / "b")
    (tmp_path / "tous" / "b" / "zest.toml").write_text("= 1", "utf-8")
    (tmp_path / "tous" / "c").mkdir()
    (tmp_path / "tous" / "c" / "zest.toml").touch()
    code, text, _ = told("diff", str(SECTOR), str(newer), "--on", str(tmp_path / "tous"), *DAY)

    assert 3 == code
    assert "✗ non conforme, sans changement" in text
    assert 2 == text.count("✗ Non lu : ")


@pytest.mark.parametrize(
    "words,code,said",
    [
        (
            ("diff", str(SECTOR), "nulle-part"),
            2,
            "n'est ni un secteur installé, ni un répertoire, ni une archive",
        ),
        (("diff", str(SECTOR), str(Path(__file__))), 2, "n'est pas une archive de greffon"),
        (("diff", str(SECTOR), str(Path(__file__).parent)), 2, "ne contient pas de fichier « sector.toml »"),
        (("diff", str(SECTOR), str(SECTOR), "--on", str(SECTOR)), 2, "ne contient aucun dossier"),
        (("diff", str(SECTOR), str(SECTOR), "--on", "nulle-part"), 2, "n'existe pas"),
        (("diff", str(SECTOR)), 2, "il manque APRÈS"),
        (("diff", str(EDITION), str(EDITION)), 3, "prolonge « echantillon », dont elle ne peut se passer"),
    ],
)
def test_what_cannot_be_compared_is_one_line(words: tuple[str, ...], code: int, said: str, told: Run) -> None:
    """With what is wrong."""
    returned, _, errors = told(*words)

    assert (code, True) == (returned, said in errors), errors


def wheel(file: Path, points: str, *, size: int = 0) -> Path:
    """Write a wheel that publishes the invented sector."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in SECTOR.rglob("*.toml"):
            archive.write(one, f"zest_essai/{one.relative_to(SECTOR).as_posix()}")
        archive.writestr("zest_essai/__init__.py", PLUGIN)
        archive.writestr("zest_essai-3.1.dist-info/entry_points.txt", points)
        if size:
            archive.writestr("zest_essai/gros.txt", "0" * size)
    return file


PLUGIN = (
    "from zest.hookspecs import hookimpl\nfrom zest.sector import Sector\n"
    "@hookimpl\ndef zest_sector():\n    return Sector.from_package(__name__)\n"
)
POINTS = "[zest.sectors.v1]\nechantillon = zest_essai\n"


def test_a_wheel_is_compared_without_being_installed(
    told: Run, newer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is named as its file is; nothing of it stays."""
    import sys

    # Other tests name their sector so.
    monkeypatch.delitem(sys.modules, "zest_essai", raising=False)
    made = wheel(tmp_path / "zest_essai-3.1-py3-none-any.whl", POINTS)
    code, text, _ = told("diff", str(made), str(newer))

    assert 0 == code
    assert text.startswith("echantillon 2026.1 (zest-essai 3.1) → echantillon 2027.1 (local)")
    assert "zest_essai" not in sys.modules


@pytest.mark.parametrize(
    "points,size,said",
    [
        ("", 0, "publie 0 secteurs"),
        (f"{POINTS}autre = zest_essai\n", 0, "publie 2 secteurs"),
        ("rien", 0, "n'est pas une archive de greffon"),
        (POINTS, 65 * 1024 * 1024, "est trop grand"),
    ],
)
def test_a_wheel_that_is_no_sector_is_wrong_use(
    points: str, size: int, said: str, told: Run, tmp_path: Path
) -> None:
    """Exit 2, with what is wrong with it; a bomb is not unpacked."""
    code, _, errors = told("diff", str(SECTOR), str(wheel(tmp_path / "x-1.whl", points, size=size)))

    assert (2, True) == (code, said in errors), errors


def test_an_offer_judged_by_the_edition_it_was_given(
    told: Run, newer: Path, tmp_path: Path, site: Path
) -> None:
    """The newer one is installed: what has changed is told, for information while the conventions last."""
    package = site / "greffon_zest_echantillon"
    shutil.copytree(newer, package)
    (package / "__init__.py").write_text(PLUGIN, "utf-8")
    info = site / "zest_echantillon-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-echantillon\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(
        "[zest.sectors.v1]\nechantillon = greffon_zest_echantillon\n", "utf-8"
    )
    folder = collective(tmp_path / "un", **{"offers.0.edition": "2026.1"})
    by_new = told("check", str(folder), *DAY)
    by_old = told("check", str(folder), "--sector", str(SECTOR), *DAY)
    ended = {f"structures.{n}.brand_convention.valid_to": "2026-03-31" for n in (0, 1)}
    late = collective(tmp_path / "deux", **{"offers.0.edition": "2026.1"} | ended)
    after = told("check", str(late), "--sector", str(SECTOR), *DAY)

    assert (3, True) == (by_new[0], "Z128" in by_new[1])
    assert (0, True) == (
        by_old[0],
        "i Z027  information : L'offre « essai » est jugée par l'édition 2026.1" in by_old[1],
    )
    assert "l'édition installée est 2027.1. Ont changé : reponse." in by_old[1]
    assert "! Z027  avertissement" in after[1]
    assert "Ses conventions de marque ont pris fin le 31/03/2026." in after[1]


@pytest.fixture
def installed(site: Path) -> Callable[[Path], None]:
    """Return what lays out a sector of a folder as a plugin."""

    def lay(folder: Path) -> None:
        package = site / "greffon_zest_echantillon"
        shutil.copytree(folder, package)
        (package / "__init__.py").write_text(PLUGIN, "utf-8")
        info = site / "zest_echantillon-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(
            "Metadata-Version: 2.1\nName: zest-echantillon\nVersion: 1.0\n", "utf-8"
        )
        (info / "entry_points.txt").write_text(
            "[zest.sectors.v1]\nechantillon = greffon_zest_echantillon\n", "utf-8"
        )

    return lay


def test_an_installed_sector_is_compared_by_its_name(
    told: Run, newer: Path, installed: Callable[[Path], None]
) -> None:
    """With the distribution and the version that publish it."""
    installed(SECTOR)
    code, text, _ = told("diff", "echantillon", str(newer))

    assert 0 == code
    assert text.startswith("echantillon 2026.1 (zest-echantillon 1.0) → echantillon 2027.1 (local)")


def test_what_came_and_went_is_told(told: Run, newer: Path) -> None:
    """A promise more, a task less; with nothing of which it can be said that it asks more, that is said."""
    with (newer / "commitments.toml").open("a", encoding="utf-8") as file:
        file.write('[repas]\nfamily = "quality"\nstatement = "Un repas est servi."\n')
    (newer / "tasks.toml").write_text(
        (newer / "tasks.toml").read_text("utf-8").replace("[creuser]", "[percer]"), "utf-8"
    )
    text = told("diff", str(SECTOR), str(newer))[1]
    (newer / "commitments.toml").write_text((SECTOR / "commitments.toml").read_text("utf-8"), "utf-8")

    assert "+ repas    ajouté : Un repas est servi." in text
    assert "− creuser  retiré : " in text
    assert "3 changements, sans que l'on demande plus ou moins." in told("diff", str(SECTOR), str(newer))[1]


def test_a_dossier_of_another_sector_is_not_judged(told: Run, newer: Path, tmp_path: Path) -> None:
    """Nothing is told of it but that it is there."""
    folder = collective(tmp_path / "un", offers=[], missions=[], orders=[])
    text = told("diff", str(newer), str(newer), "--on", str(folder), *DAY)[1]

    assert "Et 1 dossier d'un autre secteur." in text
    assert "à recompter" not in text


@pytest.mark.parametrize(
    "changes,said", [(0, "Rien de ce qui juge"), (1, "reponse."), (4, "et un autre."), (5, "et 2 autres.")]
)
def test_what_has_changed_since_is_counted(
    changes: int, said: str, told: Run, tmp_path: Path, installed: Callable[[Path], None]
) -> None:
    """Three are named; a job sheet is nothing that judges."""
    folder = tmp_path / "suivant"
    shutil.copytree(SECTOR, folder)
    text = (folder / "commitments.toml").read_text("utf-8")
    if changes:
        text = text.replace("threshold = 48", "threshold = 24")
    text += "".join(f'[p{n}]\nfamily = "quality"\nstatement = "P."\n' for n in range(changes - 1))
    (folder / "commitments.toml").write_text(text, "utf-8")
    (folder / "sector.toml").write_text(
        (folder / "sector.toml").read_text("utf-8").replace("2026.1", "2026.2"), "utf-8"
    )
    installed(folder)
    dossier = collective(tmp_path / "un", **{"offers.0.edition": "2026.1"})
    code, shown, _ = told("check", str(dossier), "--sector", str(SECTOR), *DAY)

    assert (0, True) == (code, said in shown), shown


def test_an_edition_that_cannot_be_compared_is_told_all_the_same(
    told: Run, tmp_path: Path, newer: Path, installed: Callable[[Path], None]
) -> None:
    """A file that is read late and is broken is another's finding; the same edition has nothing to tell."""
    (newer / "tasks.toml").write_text("= 1", "utf-8")
    installed(newer)
    dossier = collective(tmp_path / "un", **{"offers.0.edition": "2026.1"})
    shown = told("check", str(dossier), "--sector", str(SECTOR), *DAY)[1]
    other = collective(tmp_path / "deux", **{"offers.0.edition": "2027.1"})

    assert "i Z027  information" in shown
    assert "Z027" not in told("check", str(other), "--sector", str(newer), *DAY)[1]


def test_a_value_that_holds_others_is_said_in_french(told: Run, newer: Path) -> None:
    """A figure that gets a second value: number, day and text of it."""
    (newer / "law").mkdir()
    old = newer.parent / "ancien"
    shutil.copytree(newer, old)
    value = '{{ value = {}, since = {}, source = {{ reference = "Essai", status = "recalled" }} }}'
    figure = '[x]\nlabel = "X"\nunit = ""\nvalues = [{}]\n'
    first = value.format(1, "2010-01-01")
    (old / "law" / "l.toml").write_text(figure.format(first), "utf-8")
    both = f"{first}, {value.format(2, '2026-01-01')}"
    (newer / "law" / "l.toml").write_text(figure.format(both), "utf-8")
    text = told("diff", str(old), str(newer))[1]

    assert "+ valeur 2, depuis 1er janvier 2026, source texte Essai, lecture recalled (de mémoire" in text
