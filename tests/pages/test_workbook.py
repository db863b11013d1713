"""The workbook of the figures: every text a text, the same silences as the page."""

import io
import zipfile
from pathlib import Path

import attrs
import pytest

pytest.importorskip("xlsxwriter")
pytest.importorskip("fastexcel")
pytest.importorskip("zest_hotellerie_restauration")

import fastexcel

from zest.achievements.account import Account, account
from zest.checking import check
from zest.cli.options import day
from zest.io.dossier import load
from zest.model.dossier import Dossier
from zest.opportunities.places import area_of_words
from zest.opportunities.ranking import Field, opportunities
from zest.opportunities.reading import read_editions
from zest.pages.workbook import workbook
from zest.plugins.assembly import assemble

ROOT = Path(__file__).parents[2]


def made(dossier: Dossier, on: str) -> Account:
    """Make the account of a dossier."""
    assembly = assemble(dossier.sectors)
    return account(dossier, check(dossier, as_of=day(on), assembly=assembly), assembly.catalogue, day(on))


def rows(raw: bytes, sheet: str) -> list[tuple[object, ...]]:
    """Read a sheet back."""
    return fastexcel.read_excel(raw).load_sheet(sheet).to_polars().rows()


def test_the_figures_of_the_slides_are_in_the_workbook() -> None:
    """As on the page: no rate, and why."""
    raw = workbook(made(load(ROOT / "examples/basse-normandie"), "2014-11-30"))
    told = {row[2]: (row[3], row[4]) for row in rows(raw, "Sorties")}

    assert 17_997 == rows(raw, "Heures")[0][4]
    assert {
        "emploi durable": (15, None),
        "emploi de transition": (3, None),
        "sortie positive": (1, None),
    } == {name: told[name] for name in ("emploi durable", "emploi de transition", "sortie positive")}
    assert (None, None) == told["toutes les sorties"]


def test_a_text_is_never_a_formula() -> None:
    """A structure and an engagement whose words begin as formulas do."""
    dossier = load(ROOT / "examples/caen-exemplaire")
    structure = attrs.evolve(dossier.structures[0], name='=HYPERLINK("http://x","y")')
    raw = workbook(made(attrs.evolve(dossier, structures=(structure, *dossier.structures[1:])), "2026-11-23"))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheets = b"".join(archive.read(name) for name in archive.namelist() if "worksheets/sheet" in name)

    assert b"<f>" not in sheets
    assert '=HYPERLINK("http://x","y")' == rows(raw, "Structures")[0][0]


def test_small_numbers_are_silent_in_the_workbook_too() -> None:
    """Of a promise, of exits."""
    raw = workbook(made(load(ROOT / "examples/fautif"), "2026-04-20"))

    assert ("effectif tu", "effectif tu") in {row[6:8] for row in rows(raw, "Engagements")}
    assert "effectif tu" in {row[3] for row in rows(raw, "Sorties")}


def test_the_same_account_gives_the_same_workbook() -> None:
    """To the byte, with the survey as well."""
    dossier = load(ROOT / "examples/caen-exemplaire")
    editions = read_editions([ROOT / "docs/guides/bmo/bmo-2025-inventee.csv"])
    sectors = assemble(dossier.sectors).catalogue.sectors
    survey = opportunities(editions, Field(area=area_of_words("14"), sectors=sectors, dossier=dossier))
    told = made(dossier, "2026-11-23")
    raw = workbook(told, survey)

    assert raw == workbook(told, survey)
    assert ("secteur", 1, 1, 1, "hotellerie-restauration") == rows(raw, "BMO 2025")[0][:5]
    assert len(survey.notes) == len(rows(raw, "Pour lire la BMO"))


def test_an_empty_account_has_its_sheets() -> None:
    """Headings alone."""
    raw = workbook(made(Dossier(), "2026-11-23"))

    assert ["Verdict", "Structures", "Engagements", "Heures", "Sorties", "Formations"] == fastexcel.read_excel(raw).sheet_names  # fmt: skip
