"""The page of a collective: what it says, that it is safe, that it is whole."""

import datetime as dt
import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import attrs
import pytest

pytest.importorskip("htpy")
pytest.importorskip("zest_hotellerie_restauration")

from zest.achievements.account import Account, account
from zest.checking import check
from zest.io.dossier import load
from zest.model.dossier import Dossier
from zest.model.journey import Journey, Step, StepName
from zest.opportunities.places import area_of_words
from zest.pages.charter import COMMON
from zest.pages.collective import collective_page
from zest.pages.sheet import policy
from zest.plugins.assembly import assemble

ROOT = Path(__file__).parents[2]
HOSTILE = "<script>alert(1)</script>"
VOID = {"meta", "link", "br", "hr", "img", "input"}


def made(dossier: Dossier, day: str = "2026-11-23") -> Account:
    """Make the account of a dossier."""
    assembly, on = assemble(dossier.sectors), dt.date.fromisoformat(day)
    return account(dossier, check(dossier, as_of=on, assembly=assembly), assembly.catalogue, on)


@pytest.fixture(scope="module")
def caen() -> Dossier:
    """The sound example."""
    return load(ROOT / "examples/caen-exemplaire")


@pytest.fixture(scope="module")
def page(caen: Dossier) -> str:
    """Its page."""
    return collective_page(made(caen))


class Outline(HTMLParser):
    """Checks that elements are closed in order; keeps tags, identifiers and attributes."""

    def __init__(self) -> None:
        """Begin with nothing open."""
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Open."""
        self.tags.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the last that was opened."""
        assert tag == self.open.pop()


def outline(page: str) -> Outline:
    """Parse a page."""
    read = Outline()
    read.feed(page)
    return read


def text(page: str) -> str:
    """Return the words of a page, its spaces made plain."""
    bare = re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)
    return re.sub(r"[\s\u202f\xa0]+", " ", re.sub(r"<[^>]+>", " ", bare))


def test_the_figures_of_the_slides_are_on_the_page() -> None:
    """As printed in 2014, and no rate."""
    told = text(collective_page(made(load(ROOT / "examples/basse-normandie"), "2014-11-30")))

    assert "17 997 heures de mise à disposition" in told
    assert "fonction publique 15 pas de taux" in told
    assert "contrat aidé 3 pas de taux" in told
    assert "autre structure d&#39;insertion 1 pas de taux" in told
    assert "Pas de taux : le dossier ne dit pas combien de personnes sont sorties en tout." in told
    assert "60 personnes, 3 groupes" in told


def test_a_name_of_a_structure_is_text_whatever_it_is(caen: Dossier) -> None:
    """No element, no attribute, no entity comes from a dossier."""
    structure = attrs.evolve(caen.structures[0], name=HOSTILE)
    told = collective_page(made(attrs.evolve(caen, structures=(structure, *caen.structures[1:]))))

    assert "<script" not in told
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    assert "script" not in {tag for tag, _ in outline(told).tags}


def test_the_page_is_one_file_and_its_policy_allows_its_style_alone(page: str) -> None:
    """No script, no address, no style attribute, no handler; the hash is that of the style."""
    read = outline(page)
    [style] = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    said = next(told["content"] for tag, told in read.tags if tag == "meta" and "http-equiv" in told)

    assert said == policy(style)
    assert "&" not in style
    assert not re.search(r"https?://|@import|url\((?!#|\"data:font/ttf;)", page)
    assert not [name for _, told in read.tags for name in told if name.startswith("on") or name == "style"]
    assert {"#contenu"} == {told["href"] for tag, told in read.tags if tag == "a"}


def test_the_page_is_well_formed_and_can_be_walked_by_ear(page: str) -> None:
    """Every element closed, identifiers once, landmarks, captions, scopes, names of pictures."""
    read = outline(page)
    keys = [told["id"] for _, told in read.tags if "id" in told]
    count: Callable[[str], int] = [tag for tag, _ in read.tags].count

    assert [] == read.open
    assert len(keys) == len(set(keys))
    assert ("html", {"lang": "fr"}) in read.tags
    assert (1, 1, 1, 1) == (count("h1"), count("header"), count("main"), count("footer"))
    assert count("table") == count("caption") > 5
    assert {"col", "row"} == {told.get("scope") for tag, told in read.tags if tag == "th"}
    assert all(told.get("aria-label") or told.get("aria-hidden") for tag, told in read.tags if tag == "svg")
    assert {told["aria-labelledby"] for tag, told in read.tags if tag == "section"} <= set(keys)


def test_the_same_account_gives_the_same_page(caen: Dossier, page: str) -> None:
    """To the byte: nothing of the clock, nothing of the machine."""
    assert page == collective_page(made(caen))


def test_colours_are_those_of_the_sector_else_the_brands(caen: Dossier, page: str) -> None:
    """With two sectors, neither has the page; each keeps its name beside its colour."""
    other = attrs.evolve(caen.offers[0], key="btp", sector="btp")
    both = collective_page(made(attrs.evolve(caen, offers=(*caen.offers, other))))

    assert "--primary: #8e2a1a;" in page
    assert f"--primary: {COMMON.primary};" in both
    assert "Hôtellerie-restauration et Bâtiment et travaux publics" in both
    assert () == COMMON.failures()


def test_the_promises_of_several_offers_are_told_apart(caen: Dossier) -> None:
    """Two offers may promise the same; of one alone, nothing needs to be said."""
    [offer] = caen.offers
    two = attrs.evolve(caen, offers=(offer, attrs.evolve(offer, key="banquets")))
    told = text(collective_page(made(two)))

    assert "Offre « chr »" in told
    assert "Offre « banquets »" in told
    assert "(offre « chr »), par structure" in told
    assert "Offre «" not in text(collective_page(made(caen)))


def test_a_region_s_structures_are_not_all_named_in_one_cell(caen: Dossier) -> None:
    """No page of paper is as high: the first are, and how many others; the table of structures has them all."""
    one = attrs.evolve(caen.structures[0], siret=None)
    many = tuple(attrs.evolve(one, key=f"s{n}", name=f"Structure n{n}") for n in range(60))
    told = text(collective_page(made(attrs.evolve(caen, structures=many, trainings=None))))

    assert "Structure n19 et 40 autres" in told
    assert "Structure n59 AI" in told


def test_what_nobody_told_is_said(caen: Dossier) -> None:
    """No empty card."""
    told = text(collective_page(made(Dossier())))
    silent = attrs.evolve(caen, results=(attrs.evolve(caen.results[0], start=None, end=None),), outcomes=())

    assert "Le dossier ne dit encore aucun engagement de service." in told
    assert "Le dossier ne dit aucune heure." in told
    assert "Le dossier ne dit aucune sortie." in told
    assert "Le dossier ne dit aucune formation." in told
    assert "0 structure " in told
    assert "période non dite" in text(collective_page(made(silent)))


def test_open_periods_and_plans_are_said(caen: Dossier) -> None:
    """Since when, until when, by whom, by when."""
    [result] = caen.results
    opened = (
        attrs.evolve(result, end=None, structure="bocage-emploi"),
        attrs.evolve(result, start=None, structure="zz"),
    )
    step = Step(name=StepName.EMPLOYEE_TRAINING, done=False, due_on=dt.date(2027, 1, 1), owner="Le COORACE")
    told = text(
        collective_page(made(attrs.evolve(caen, results=opened, journey=Journey(steps=(step,)))))
    )  # fmt: skip

    assert "depuis le 1er janvier 2026" in told
    assert "jusqu&#39;au 30 septembre 2026" in told
    assert "· Bocage Emploi" in told
    assert "pour le 1er janvier 2027, Le COORACE" in told


def test_positive_exits_that_seem_to_hold_the_others_are_told() -> None:
    """The example full of faults has such a total, small cells, and promises not measured."""
    told = text(collective_page(made(load(ROOT / "examples/fautif"), "2026-04-20")))

    assert "semblent comprendre les deux premières classes" in told
    assert "effectif tu" in told
    assert "nombre non dit" in told


def test_the_survey_is_a_chart_that_reads_without_colour(caen: Dossier) -> None:
    """Bars in parts of three fillings, each with its words; what is masked is dotted."""
    pytest.importorskip("polars")
    from zest.opportunities.ranking import Field, opportunities
    from zest.opportunities.reading import read_editions

    editions = read_editions([ROOT / "docs/guides/bmo/bmo-2025-inventee.csv"])
    sectors = assemble(("hotellerie-restauration", "btp")).catalogue.sectors
    survey = opportunities(editions, Field(area=area_of_words("14"), sectors=sectors, dossier=caen))
    empty = opportunities(editions, Field(area=area_of_words("2A"), sectors=sectors))
    told = collective_page(made(caen), survey)

    assert 'fill="url(#hachures)"' in told
    assert 'fill="url(#points)"' in told
    assert re.search(r'aria-label="[\d\xa0]+( à [\d\xa0]+)? projets, dont', told)
    assert "Le collectif le propose déjà, par" in text(told)
    assert "Source : France Travail" in text(told)
    assert "Aucune ligne de l&#39;enquête" in text(collective_page(made(caen), empty))


def test_marks_can_be_read_on_their_colours() -> None:
    """WCAG 2 level AA: 4.5 for the sign of a mark, on each background of the style."""
    from zest.model.charter import Colour, contrast

    rules = (ROOT / "src/zest/pages/page.css").read_text("utf-8")
    pairs = re.findall(r"\.\w+ i \{ background: (#\w{6}); color: (#\w{3,6}); \}", rules)
    told = [
        contrast(Colour(back), Colour(ink if len(ink) == 7 else f"#{ink[1:] * 2}")) for back, ink in pairs
    ]

    assert 5 == len(told)
    assert min(told) >= 4.5
