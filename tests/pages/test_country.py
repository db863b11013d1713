"""All collectives together: totals, map, late ones, dossiers that cannot be read."""

import datetime as dt
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

pytest.importorskip("htpy")
pytest.importorskip("xlsxwriter")
pytest.importorskip("fastexcel")
pytest.importorskip("zest_hotellerie_restauration")

import fastexcel

from zest.achievements.account import Account, account
from zest.achievements.country import Broken, Country, country, exits_of
from zest.checking import check
from zest.io.dossier import load
from zest.model.dossier import Collective, Dossier
from zest.model.identifiers import RegionCode
from zest.model.territory import REGIONS, Territory
from zest.pages.country import country_page, regions
from zest.pages.tiles import places_of, tiles
from zest.plugins.assembly import assemble

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 23)
NAMES = ("basse-normandie", "bretagne-btp", "caen-exemplaire", "fautif", "histoire-ai", "midi-pyrenees")


def made(dossier: Dossier) -> Account:
    """Make the account of a dossier."""
    assembly = assemble(dossier.sectors)
    return account(dossier, check(dossier, as_of=DAY, assembly=assembly), assembly.catalogue, DAY)


@pytest.fixture(scope="module")
def accounts() -> dict[str, Account]:
    """Those of the examples."""
    return {name: made(load(ROOT / "examples" / name)) for name in NAMES}


@pytest.fixture(scope="module")
def everyone(accounts: dict[str, Account]) -> Country:
    """All of them, and one that could not be read."""
    return country(accounts.values(), [Broken(path="<b>casse</b>", cause="Il manque un nom.")], DAY)


def words(page: str) -> str:
    """Return the words of a page."""
    bare = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return re.sub(r"[\s\u202f\xa0]+", " ", re.sub(r"<[^>]+>", " ", bare))


def test_totals_are_those_of_the_dossiers(everyone: Country) -> None:
    """Hours declared, exits whose classes are sure, no rate while one of them tells no denominator."""
    counts = everyone.exits.counts

    assert 17_997 + 21_480 + 9_200 == everyone.hours
    assert (15 + 17, 3 + 8, 1 + 6, None) == (counts.durable, counts.transition, counts.positive, counts.exits)
    assert "Totaux déclarés (2 sur 6)" == everyone.exits.title
    assert "Pas de taux : un collectif sur 6 déclare toutes ses sorties." == everyone.exits.no_rate
    assert everyone.full_time is not None
    assert 9_200 == everyone.full_time.hours


def test_a_rate_is_drawn_when_everyone_tells_a_denominator(accounts: dict[str, Account]) -> None:
    """Two of the same, then none."""
    whole = accounts["caen-exemplaire"]
    twice = country([whole, whole], [], DAY)
    other = country([whole, whole, accounts["midi-pyrenees"]], [], DAY)

    assert (88, "") == (twice.exits.counts.exits, twice.exits.no_rate)
    assert "2 collectifs sur 3" in other.exits.no_rate
    assert "aucun collectif" in country([], [], DAY).exits.no_rate
    assert None is country([], [], DAY).full_time
    assert None is exits_of(accounts["fautif"])


def test_who_is_late_comes_the_oldest_first(everyone: Country) -> None:
    """By the day, then the name."""
    days = [one.act.due for one in everyone.late if one.act.due]

    assert sorted(days) == days
    assert ("Zest' BTP et second œuvre en Bretagne", dt.date(2014, 12, 31)) == (
        everyone.late[0].collective,
        days[0],
    )


def test_the_page_tells_it_all(everyone: Country) -> None:
    """Names of files are text as well."""
    page = country_page(everyone)
    told = words(page)

    assert page == country_page(everyone)
    assert "48 677 heures de mise à disposition déclarées" in told
    assert "&lt;b&gt;casse&lt;/b&gt; Il manque un nom." in told
    assert "Normandie 4 36 48 677" in told
    assert "Bretagne 1 5 non dites" in told
    assert "31 décembre 2014, en retard" in told
    assert "5,72 ETP" in told
    assert "<script" not in page


def test_a_page_without_anybody_late_or_broken(accounts: dict[str, Account]) -> None:
    """Says so, and has no empty card."""
    page = words(country_page(country([accounts["caen-exemplaire"]], [], DAY)))
    none = words(country_page(country([], [], DAY)))

    assert "Aucun collectif n&#39;a d&#39;échéance passée." in page
    assert "Dossiers qui n" not in page
    assert "fictifs" in page
    assert "0 collectif" in none
    assert "fictifs" not in none


def test_a_collective_is_placed_by_its_departements_its_region_or_not_at_all(
    accounts: dict[str, Account],
) -> None:
    """One of several regions is told apart, so that its hours count once."""
    whole = accounts["caen-exemplaire"]
    wide = attrs.evolve(whole, departments=("14", "35"))
    region = made(Dossier(collective=Collective(name="R", territory=Territory(name="Bretagne", region=RegionCode("53")))))  # fmt: skip
    nowhere = made(Dossier())
    beyond = attrs.evolve(whole, departments=("987",))

    assert ["53", "28", "plusieurs régions", "territoire non dit"] == list(
        regions(country([nowhere, wide, whole, region, beyond], [], DAY))
    )
    assert {"22", "29", "35", "56"} == set(places_of(region))
    assert () == places_of(nowhere)


def test_every_departement_has_its_square() -> None:
    """A hundred and one of them, no two in one place, each in a region that exists."""
    places = [(tile.column, tile.row) for tile in tiles().values()]

    assert 101 == len(places) == len(set(places))
    assert set(REGIONS) == {tile.region for tile in tiles().values()}
    assert {"14", "50", "61", "76", "27"} == {code for code, tile in tiles().items() if tile.region == "28"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two sound dossiers at two depths, one inside another, one broken, one that cannot be loaded."""
    shutil.copytree(ROOT / "examples/caen-exemplaire", tmp_path / "regions/caen")
    shutil.copytree(ROOT / "examples/basse-normandie", tmp_path / "regions/caen/brouillon")
    shutil.copytree(ROOT / "examples/midi-pyrenees", tmp_path / "midi")
    for name, text in (("casse", "[[["), ("vide", "")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "zest.toml").write_text(text, "utf-8")
    return tmp_path


Run = Callable[..., tuple[int, str, str]]


def test_every_dossier_of_a_folder_is_read_and_the_broken_ones_are_listed(run: Run, folder: Path) -> None:
    """They stop nothing; the code says that the answer lacks them."""
    day = ("--as-of", "2026-11-23")
    code, out, err = run("report", "--all", str(folder), *day, "--format", "json")
    told = json.loads(out)
    page = run("report", "--all", str(folder), *day)
    book = run("report", "--all", str(folder), *day, "-o", str(folder / "tous.xlsx"))

    assert (3, "") == (code, err)
    assert "zest-country/1" == told["schema"]
    assert ["Zest' Hôtellerie-restauration, pays de Caen", "Zest' Midi-Pyrénées"] == [one["name"] for one in told["collectives"]]  # fmt: skip
    assert ["casse", "vide"] == [one["path"] for one in told["broken"]]
    assert (3, 3) == (page[0], book[0])
    assert "Dossiers qui n&#39;ont pas été lus" in page[1]
    assert ["Collectifs", "Retards", "Sorties", "Non lus"] == fastexcel.read_excel(
        folder / "tous.xlsx"
    ).sheet_names
    assert 2 == fastexcel.read_excel(folder / "tous.xlsx").load_sheet("Non lus").to_polars().height


def test_a_folder_of_sound_dossiers_ends_well(run: Run, folder: Path) -> None:
    """Code 0."""
    assert 0 == run("report", "--all", str(folder / "regions"), "--as-of", "2026-11-23")[0]


@pytest.mark.parametrize(
    "arguments, told",
    [
        (("--all", "{}/rien"), "n'est pas un répertoire"),
        (("--all", "{}/creux"), "ne contient aucun dossier"),
        (("--all", "{}", "{}/midi"), "« --all » va seul"),
        (("--all", "{}", "--bmo", "x.csv"), "« --all » va seul"),
    ],
)
def test_wrong_use_is_one_sentence(run: Run, folder: Path, arguments: tuple[str, ...], told: str) -> None:
    """And code 2."""
    (folder / "creux").mkdir()
    code, out, err = run("report", *(word.format(folder) for word in arguments))

    assert (2, "", 1) == (code, out, err.count("\n"))
    assert told in err.replace("\xa0", " ")
