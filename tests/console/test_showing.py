"""Objects as trees: French labels, origins, and nothing cut at any width."""

import enum
import importlib
import io
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from rich.console import Console

import zest
import zest.model
from zest.cli import main
from zest.console.blocks import Grid, text
from zest.console.labels import label, labels, said
from zest.console.pretty import THEME, shapes
from zest.model.identifiers import RegionCode

Show = Callable[..., str]
HERE = Path(zest.__path__[0])
SAMPLE, SECTOR = str(HERE / "samples" / "core.toml"), str(HERE / "samples" / "sector")


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Show:
    """Return what runs ``zest show`` and gives back its text, spaces made plain."""
    monkeypatch.delenv("FORCE_COLOR", raising=False)

    def run(*words: str) -> str:
        assert 0 == main(["show", *words])
        return capsys.readouterr().out.replace("\u00a0", " ")

    return run


def model() -> Iterator[type]:
    """Yield every class that a dossier or a sector is made of."""
    names = [found.name for found in pkgutil.iter_modules(zest.model.__path__, "zest.model.")]
    for name in [*names, "zest.source"]:
        module = importlib.import_module(name)
        yield from (c for c in vars(module).values() if isinstance(c, type) and c.__module__ == name)


def test_every_key_has_a_french_label() -> None:
    """A new field of the model asks for its line in ``console/labels.toml``."""
    keys = {f.name for c in model() if attrs.has(c) for f in attrs.fields(c) if not f.metadata.get("omit")}

    assert set() == keys - set(labels())


def test_every_word_of_a_list_has_its_french() -> None:
    """From the list itself or from ``console/labels.toml``; acronyms are French already."""
    words = [w for c in model() if issubclass(c, enum.StrEnum) and not hasattr(c, "label") for w in c]

    assert [] == [
        w for w in words if not w.replace("-", "").isupper() and f"{type(w).__name__}.{w}" not in labels()
    ]


def test_a_key_that_nobody_named_is_shown_as_it_is() -> None:
    """Rather than hidden."""
    assert "Inconnue" == label("inconnue")


@pytest.mark.parametrize(
    "code,expected", [("28", "28 (Normandie)"), ("25", "25 (Basse-Normandie)"), ("22", "22")]
)
def test_a_region_is_named(code: str, expected: str) -> None:
    """Historic ones too; a code without a name stays alone."""
    assert expected == said(RegionCode(code))


def test_a_whole_dossier_counts_its_collections(show: Show) -> None:
    """By keys where they have some, by ranks elsewhere."""
    told = show(SAMPLE)

    assert "Structures" in told
    assert ": ai, etti" in told
    assert ", de 0 à " in told
    assert "1 : 0" in told


def test_a_collection_lists_its_objects(show: Show) -> None:
    """A short name with facts, a long one in full beside its key, which is told once."""
    structures, promises = show(SAMPLE, "structures"), show(SECTOR, "commitments")

    assert "Bocage Emploi" in structures
    assert "AI (association intermédiaire)" in structures
    assert any(len(line) > 60 for line in promises.splitlines())
    assert 1 == promises.count("reponse")


@pytest.mark.parametrize(
    "path", ["offers.0.commitments.0", "offers[0].commitments[0]", "offers/essai/commitments/0"]
)
def test_paths_may_be_written_in_three_ways(path: str, show: Show) -> None:
    """All lead to the same object."""
    assert show(SAMPLE, "offers.0.commitments.0").splitlines()[1:] == show(SAMPLE, path).splitlines()[1:]


def test_a_promise_says_what_it_takes_from_its_sector(
    show: Show, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A value is of the file, of the sector's edition, or zest's default; a sector has but its edition."""
    package = tmp_path / "zest_montre.py"
    package.write_text(
        "from pathlib import Path\nfrom zest.hookspecs import hookimpl\nfrom zest.sector import Sector\n"
        f"@hookimpl\ndef zest_sector():\n    return Sector.from_folder(Path({SECTOR!r}))\n",
        "utf-8",
    )
    info = tmp_path / "zest_montre-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-montre\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v1]\nechantillon = zest_montre\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "d.toml").write_text(
        '[[offers]]\nkey = "o"\nsector = "echantillon"\n[[offers.commitments]]\nkey = "reponse"\n'
        '[[offers]]\nkey = "p"\njobs = ["un-metier-au-nom-bien-long", "un-autre-metier-au-nom-long"]\n',
        "utf-8",
    )
    told = show(str(tmp_path / "d.toml"), "offers.o", "--origin")
    by_key = {line.split("  ")[0]: line for line in map(str.strip, told.splitlines())}

    assert "d.toml:5:1" in by_key["Clé"]
    assert by_key["Promesse"].endswith("secteur echantillon 2026.1, commitments.toml")
    assert by_key["Nature"].endswith("par défaut")
    assert "secteur echantillon 2026.1" in show(SECTOR, "charter", "--origin")
    assert "un-autre-metier-au-nom-long" in show(str(tmp_path / "d.toml"), "offers.p", "--origin")


@pytest.mark.parametrize("columns", [30, 60, 100, 200])
@pytest.mark.parametrize(
    "words", [(SAMPLE, "structures.ai"), (SAMPLE, "structures", "--origin"), (SECTOR, "charter")]
)
def test_no_word_is_lost_on_a_narrow_terminal(
    words: tuple[str, ...], columns: int, show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every value of the plain form is on the screen, at any width."""
    plain = show(*words)
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("COLUMNS", str(columns))
    shown = "".join(
        show(*words, "--no-color")
        .replace("\x1b[1m", "")
        .replace("\x1b[2m", "")
        .replace("\x1b[0m", "")
        .split()
    )

    assert all(word in shown for word in plain.split())


def test_a_folder_of_a_sector_that_is_broken_is_not_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit 3: it is there, and it could not be used."""
    (tmp_path / "sector.toml").write_text("contract = [1, 1]\n", "utf-8")

    assert 3 == main(["show", str(tmp_path)])
    assert "ne se charge pas" in capsys.readouterr().err


def test_a_grid_too_wide_is_stacked_under_its_headings() -> None:
    """Each cell after the name of its column."""
    block = Grid(rows=((text("a" * 12), text("b" * 12), text("")),), head=("Un", "Deux", "Trois"))
    stream = io.StringIO()
    console = Console(file=stream, theme=THEME, width=20, no_color=True)
    for shape in shapes(block, 20):
        console.print(shape)
    told: Any = stream.getvalue().split()

    assert ["Un", "a" * 12, "Deux", "b" * 12] == told
