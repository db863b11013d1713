"""The report as a PDF: the words of the page, accessible, the same to the byte."""

import datetime as dt
import io
from pathlib import Path

import attrs
import pytest

pytest.importorskip("typst")
pytest.importorskip("htpy")
pytest.importorskip("zest_hotellerie_restauration")

from zest.achievements.account import Account, account
from zest.achievements.country import country
from zest.checking import check
from zest.cli import main
from zest.io.dossier import load
from zest.model.dossier import Collective, Dossier
from zest.opportunities.places import area_of_words
from zest.pages.charter import COMMON
from zest.pages.collective import collective_page
from zest.pages.country import country_page
from zest.pages.paper import content, pdf
from zest.pages.tree import tree
from zest.plugins.assembly import assemble

ROOT = Path(__file__).parents[2]
DAY = dt.date(2026, 11, 23)
HOSTILE = '#read("/etc/passwd") <script>alert(1)</script> *gras* $x$'


def made(dossier: Dossier, day: dt.date = DAY) -> Account:
    """Make the account of a dossier."""
    assembly = assemble(dossier.sectors)
    return account(dossier, check(dossier, as_of=day, assembly=assembly), assembly.catalogue, day)


@pytest.fixture(scope="module")
def caen() -> Dossier:
    """The sound example."""
    return load(ROOT / "examples/caen-exemplaire")


def test_paper_says_what_the_page_says(caen: Dossier) -> None:
    """Title, figures, each part with its tables, marks with their word."""
    told = content(tree(collective_page(made(caen))), COMMON)
    parts = {part["title"]: part["pieces"] for part in told["parts"]}
    first = parts["Le verdict"][0]

    assert ("Où en est le collectif\xa0?", ["15", "structures"]) == (told["title"], told["figures"][0])
    assert {"Le verdict", "Le chemin", "Les structures", "Les engagements de service"} <= set(parts)
    assert ["Domaine", "Verdict", "À corriger", "Questions posées"] == first["heads"]
    assert ["Droit", {"mark": "good", "word": "conforme"}] == first["rows"][0][:2]
    assert [3] == parts["Les heures de mise à disposition"][2]["numbers"]
    assert "Les six étapes de la méthode" == parts["Le chemin"][0]["name"]
    assert "callout" == parts["Le chemin"][-1]["kind"]
    assert ["Données fictives."] == [one["words"] for one in parts["D'où viennent ces chiffres"]][:1]


@pytest.mark.parametrize("length", [1, 9, 20])
def test_the_number_of_a_page_stands_alone_however_long_the_name(length: int, caen: Dossier) -> None:
    """At the right of the first line of the foot, whole."""
    pikepdf = pytest.importorskip("pikepdf")
    long = attrs.evolve(caen, collective=Collective(name="Un long nom " * length))
    with pikepdf.open(io.BytesIO(pdf(collective_page(made(long)), COMMON, DAY))) as told:
        moves = [
            one.operands for one in pikepdf.parse_content_stream(told.pages[0]) if str(one.operator) == "cm"
        ]
    foot = [(float(x), float(y)) for *_, x, y in moves if float(y) < 45]

    assert foot[-1][0] > 500 > max((x for x, _ in foot[:-1]), default=0)
    assert foot[-1][1] == max(y for _, y in foot)


def test_bars_and_their_key_are_on_paper_too(caen: Dossier) -> None:
    """Three fillings that are told apart without colour."""
    pytest.importorskip("polars")
    from zest.opportunities.ranking import Field, opportunities
    from zest.opportunities.reading import read_editions

    editions = read_editions([ROOT / "docs/guides/bmo/bmo-2025-inventee.csv"])
    sectors = assemble(("hotellerie-restauration", "btp")).catalogue.sectors
    survey = opportunities(editions, Field(area=area_of_words("14"), sectors=sectors, dossier=caen))
    page = collective_page(made(caen), survey)
    [needs] = [one for one in content(tree(page), COMMON)["parts"] if one["title"].startswith("Les besoins")]
    key, chart = needs["pieces"][1], needs["pieces"][2]

    assert ["hatched", "plain", "dotted"] == [fill for fill, _ in key["told"]]
    assert ["hatched", "plain", "dotted"] == [fill for _, fill in chart["rows"][0][1]["bar"]]
    assert ["name", "small"] == sorted(chart["rows"][0][0])
    assert 100 == pytest.approx(sum(share for share, _ in chart["rows"][0][1]["bar"]), abs=0.1)
    assert pdf(page, COMMON, DAY).startswith(b"%PDF")


def test_the_same_page_gives_the_same_pdf_and_nothing_of_a_dossier_is_evaluated(caen: Dossier) -> None:
    """A name is data: neither Typst nor HTML reads it."""
    structure = attrs.evolve(caen.structures[0], name=HOSTILE)
    page = collective_page(made(attrs.evolve(caen, structures=(structure, *caen.structures[1:]))))
    parts = {part["title"]: part["pieces"] for part in content(tree(page), COMMON)["parts"]}

    assert f"{HOSTILE} AI" == parts["Les structures"][0]["rows"][0][0]
    assert pdf(page, COMMON, DAY) == pdf(page, COMMON, DAY)


def test_every_example_can_be_put_on_paper() -> None:
    """Accessible as PDF/UA-1 asks: Typst refuses what is not. The country as well, and nothing at all."""
    accounts = [made(load(folder)) for folder in sorted((ROOT / "examples").iterdir()) if folder.is_dir()]
    pages = [collective_page(one) for one in (*accounts, made(Dossier()))]
    whole = country_page(country(accounts, [], DAY))
    told = content(tree(whole), COMMON)

    assert all(pdf(page, COMMON, DAY).startswith(b"%PDF") for page in (*pages, whole))
    assert not any("carreau" in str(part) for part in told["parts"])


def test_the_command_writes_it(tmp_path: Path) -> None:
    """Of one collective, of all."""
    one, all_of_them = tmp_path / "un.pdf", tmp_path / "tous.pdf"
    day = ("--as-of", "2026-11-23")

    assert 0 == main(["report", str(ROOT / "examples/caen-exemplaire"), *day, "-o", str(one)])
    assert 0 == main(["report", "--all", str(ROOT / "examples"), *day, "-o", str(all_of_them)])
    assert (b"%PDF", b"%PDF") == (one.read_bytes()[:4], all_of_them.read_bytes()[:4])
