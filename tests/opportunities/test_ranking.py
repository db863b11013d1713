"""Jobs and sectors ranked, on the invented sample."""

from collections.abc import Mapping
from pathlib import Path

import attrs
import pytest

pytest.importorskip("polars")
pytest.importorskip("zest_hotellerie_restauration")

from zest.io.dossier import load
from zest.model.dossier import Collective, Dossier
from zest.model.identifiers import DepartmentCode, RegionCode
from zest.model.offer import OfferKind, SectorOffer
from zest.model.profile import SectorProfile
from zest.model.structure import Structure, StructureKind
from zest.model.territory import Territory
from zest.opportunities.places import Area, area_of_dossier, area_of_words
from zest.opportunities.ranking import Field, opportunities
from zest.opportunities.reading import Edition
from zest.opportunities.scoring import POINTS, ranked, score
from zest.opportunities.supplying import Level, Supply, supply
from zest.opportunities.survey import Bounds, Need, Share
from zest.opportunities.trades import Trade, national, trades
from zest.opportunities.trends import Move, point, trend
from zest.opportunities.wording import between, reasons, share
from zest.plugins.assembly import assemble_all

ROOT = Path(__file__).parents[2]
CALVADOS = area_of_words("14")
WAITER = (Trade(sector="hotellerie-restauration", job="serveur", title="Serveur"),)


@pytest.fixture(scope="module")
def sectors() -> Mapping[str, SectorProfile]:
    """The sectors at hand, the regional edition included."""
    return assemble_all().catalogue.sectors


def need(projects: tuple[int, int], difficult: tuple[int, int] = (0, 0), seasonal: tuple[int, int] = (0, 0)) -> Need:  # fmt: skip
    """Make a need."""
    return Need(
        projects=Bounds(*projects),
        difficult=Bounds(*difficult),
        seasonal=Bounds(*seasonal),
        cells=1,
        masked=0,
    )


def test_the_sample_is_ranked_with_its_reasons(
    sample: tuple[Edition, ...], sectors: Mapping[str, SectorProfile]
) -> None:
    """A collective of hotels and restaurants, on its own territory."""
    dossier = load(ROOT / "examples/caen-exemplaire")
    area = area_of_dossier(dossier)
    assert area is not None
    told = opportunities(sample, Field(area=area, sectors=sectors, dossier=dossier))
    first = told.sectors[0]

    assert (2025, "FAP-2021", (2023, 2024, 2025)) == (told.year, told.nomenclature, told.years)
    assert "hotellerie-restauration" == first.slug
    assert list(range(1, len(told.jobs) + 1)) == [one.score.rank for one in told.jobs]
    assert first.need.projects.low == sum(
        one.need.projects.low for one in told.jobs if one.code in first.codes
    )
    assert first.supply == Supply(level=Level.OFFERED, structures=15)
    assert "Le collectif le propose déjà, par 15 structures du territoire." in first.reasons
    assert [2024, 2025] == [one.year for one in first.trend.points]
    assert 2024 == first.trend.broken_at
    assert any("FAP-2009, puis FAP-2021" in note for note in told.notes)


def test_one_edition_alone_tells_no_trend(
    sample: tuple[Edition, ...], sectors: Mapping[str, SectorProfile]
) -> None:
    """And nothing of the collective without a dossier."""
    told = opportunities(sample[-1:], Field(area=CALVADOS, sectors=sectors))

    assert {(1, Move.UNTOLD, None)} == {
        (len(one.trend.points), one.trend.move, one.trend.broken_at) for one in told.jobs
    }
    assert {None} == {one.supply for one in told.jobs}
    assert not any("nomenclature" in note for note in told.notes)


def test_a_territory_without_a_row_is_empty_and_said_so(
    sample: tuple[Edition, ...], sectors: Mapping[str, SectorProfile]
) -> None:
    """Not a rank of zeros."""
    told = opportunities(sample, Field(area=area_of_words("01,bassin:77"), sectors=sectors))

    assert (0, ()) == (told.whole.cells, told.jobs)
    assert (
        "L'édition 2025 n'a aucune ligne pour 01, bassin:77 : ces codes n'y comptent pour rien." in told.notes
    )
    assert any("Les bassins changent" in note for note in told.notes)


def test_every_job_can_be_ranked(sample: tuple[Edition, ...]) -> None:
    """Those that no sector has are left out unless they are asked for."""
    none = opportunities(sample, Field(area=CALVADOS, sectors={}))
    every = opportunities(sample, Field(area=CALVADOS, sectors={}, every_job=True))

    assert ((), ()) == (none.jobs, none.sectors)
    assert every.whole.cells >= len(every.jobs) > 10
    assert {()} == {one.trades for one in every.jobs}


def test_a_code_kept_on_both_sides_is_followed_over_the_break(sample: tuple[Edition, ...]) -> None:
    """One of the seven: its code stands in FAP-2009 and in FAP-2021."""
    import polars as pl

    shared = [
        Edition(year=one.year, files=one.files, rows=one.rows.with_columns(code=pl.lit("G0B40"))) for one in sample
    ]  # fmt: skip
    told = opportunities(shared, Field(area=Area(name="France"), sectors={}, every_job=True))

    assert [2023, 2024, 2025] == [one.year for one in told.jobs[0].trend.points]
    assert None is told.jobs[0].trend.broken_at


@pytest.mark.parametrize(
    "words, area",
    [
        ("14, 50", Area(name="départements 14, 50", departments=("14", "50"))),
        ("2a", Area(name="département 2A", departments=("2A",))),
        ("region:28", Area(name="Normandie", regions=("28",))),
        ("region:25", Area(name="départements 14, 50, 61", departments=("14", "50", "61"))),
        ("bassin:0101,14", Area(name="département 14 et bassin 101", departments=("14",), basins=("101",))),
    ],
)
def test_a_territory_is_read_as_people_type_it(words: str, area: Area) -> None:
    """Départements, regions of both times, basins."""
    assert area == area_of_words(words)


@pytest.mark.parametrize("words", ["", "140", "region:21", "region:99", "bassin:x", "Calvados"])
def test_a_territory_that_is_none_is_refused(words: str) -> None:
    """In a French sentence, which the command shows."""
    with pytest.raises(ValueError, match=r"territoire|département|région") as refused:
        area_of_words(words)
    assert words.removeprefix("region:") in str(refused.value)


def test_a_basin_is_named_by_its_edition(sample: tuple[Edition, ...]) -> None:
    """One that the edition does not know keeps its code."""
    area = area_of_words("14,bassin:9902,bassin:1")

    assert "département 14 et bassin BASSIN INVENTE DE L EST (9902) et bassin 1" == area.named(sample[-1])
    assert 40 < area.of(sample[-1]).height < Area(name="France").of(sample[-1]).height


def collective(**told: object) -> Dossier:
    """Make a collective on a territory."""
    territory = Territory(name="Chez nous", **told)  # type: ignore[arg-type]
    return Dossier(collective=Collective(name="C", territory=territory))


def test_the_territory_of_a_collective(sample: tuple[Edition, ...]) -> None:
    """Its départements, its region of today or of yesterday, the seats of its structures, or nothing."""
    del sample
    seats = Dossier(
        structures=(
            Structure(key="a", name="A", department=DepartmentCode("61")),
            Structure(key="b", name="B", department=DepartmentCode("14")),
            Structure(key="c", name="C"),
        )
    )

    assert Area(name="Chez nous", departments=("14",)) == area_of_dossier(
        collective(departments=(DepartmentCode("14"),))
    )
    assert Area(name="Chez nous", regions=("28",)) == area_of_dossier(collective(region=RegionCode("28")))
    assert Area(name="Chez nous", departments=("14", "50", "61")) == area_of_dossier(
        collective(region=RegionCode("25"))
    )
    assert None is area_of_dossier(collective(region=RegionCode("21")))
    assert None is area_of_dossier(collective())
    assert Area(name="départements 14, 61", departments=("14", "61")) == area_of_dossier(seats)


def member(
    key: str, department: str | None = "14", kind: StructureKind | None = StructureKind.AI
) -> Structure:
    """Make a structure."""
    where = DepartmentCode(department) if department else None
    return Structure(key=key, name=key, department=where, kind=kind)


def test_what_a_collective_can_supply(sectors: Mapping[str, SectorProfile]) -> None:
    """The nearest offer counts; a structure elsewhere does not; one that tells no seat is counted and said."""
    offer = SectorOffer(key="o", sector="hotellerie-restauration", jobs=("serveur",))
    people = (member("a"), member("b", "75"), member("c", None))
    own = Dossier(structures=people, offers=(offer,))
    other = attrs.evolve(own, offers=(attrs.evolve(offer, jobs=("plongeur",)),))
    regional = attrs.evolve(
        own, offers=(attrs.evolve(offer, sector="hotellerie-restauration-midi-pyrenees"),)
    )  # fmt: skip
    goods = attrs.evolve(own, offers=(attrs.evolve(offer, kind=OfferKind.GOODS),))
    factory = Dossier(structures=(member("d", kind=StructureKind.EI), member("e", "75")))

    def of(dossier: Dossier, covered: tuple[Trade, ...] = WAITER, area: Area = CALVADOS) -> Supply:
        return supply(covered, dossier, area, sectors)

    assert Supply(level=Level.OFFERED, structures=2, unplaced=1) == of(own)
    assert Supply(level=Level.SECTOR, structures=2, unplaced=1) == of(other)
    assert Supply(level=Level.OFFERED, structures=2, unplaced=1) == of(regional)
    assert Supply(level=Level.LENDERS, structures=2, unplaced=1) == of(goods)
    assert Supply(level=Level.NOTHING) == of(factory)
    assert Supply(level=Level.OFFERED, structures=3) == of(own, area=area_of_words("bassin:2817"))
    assert of(own, (attrs.evolve(WAITER[0], qualified=True),)).qualified
    assert Level.LENDERS is of(own, ()).level


def test_a_regional_edition_repeats_no_job(sectors: Mapping[str, SectorProfile]) -> None:
    """A code covers the job of the national sector, once."""
    known = trades(sectors, 2025)

    assert {"hotellerie-restauration", "nettoyage", "btp"} == {
        one.sector for told in known.values() for one in told
    }
    assert "hotellerie-restauration" == national("hotellerie-restauration-midi-pyrenees", sectors)
    assert "inconnu" == national("inconnu", sectors)
    assert "S2Z61" in trades(sectors, 2023)
    assert "S2Z61" not in known
    assert [True] == [one.qualified for one in known["S1X40"]]


def test_points_are_the_sum_of_four_criteria() -> None:
    """A hundred at most, and none of supply without a collective."""
    best = score(need((50, 50), (50, 50)), 50, Supply(level=Level.OFFERED, structures=1))
    alone = score(need((50, 50), (50, 50)), 50, None)
    skilled = score(need((50, 50), (50, 50)), 50, Supply(level=Level.OFFERED, structures=1, qualified=True))

    assert (100, 100) == (best.low, best.high)
    assert 100 - POINTS["supply"] == alone.middle
    assert 100 - POINTS["supply"] / 2 == skilled.middle
    assert (0, 40) == (score(need((0, 4), (0, 4), (0, 4)), 0, None).low, score(need((0, 4), (0, 4), (0, 4)), 0, None).high)  # fmt: skip


def test_masked_cells_leave_ranks_open() -> None:
    """Two jobs whose bounds overlap may change places; a third may not."""
    told = ranked([
        score(need((100, 100), (50, 90)), 100, None),
        score(need((100, 100), (60, 70)), 100, None),
        score(need((5, 5)), 100, None),
    ])  # fmt: skip

    assert [(1, 1, 2), (2, 1, 2), (3, 3, 3)] == [(one.rank, one.best, one.worst) for one in told]


@pytest.mark.parametrize(
    "first, last, move",
    [((5, 9), (10, 12), Move.UP), ((10, 12), (5, 9), Move.DOWN), ((5, 9), (9, 12), Move.UNTOLD)],
)
def test_a_trend_is_told_only_where_bounds_do_not_overlap(
    first: tuple[int, int], last: tuple[int, int], move: Move
) -> None:
    """A rise that masked cells may undo is none."""
    told = trend((point(2024, need(first)), point(2025, need(last))))

    assert move is told.move
    assert 1 == sum("2024" in words for words in reasons(need(last), 100, None, told, "métier"))


@pytest.mark.parametrize(
    "wanted, words",
    [
        (need((0, 8), (0, 8), (0, 8)), "Aucun nombre n'est publié : de 0 à 8 projets."),
        (
            need((0, 8), (0, 8), (0, 8)),
            "Trop de cellules sont masquées pour dire s'il est difficile de recruter.",
        ),
        (
            need((0, 8), (0, 8), (0, 8)),
            "Trop de cellules sont masquées pour dire si c'est un besoin de saison.",
        ),
        (need((100, 100), (70, 70)), "Plus de deux projets sur trois sont jugés difficiles."),
        (need((100, 100), (60, 60)), "Plus d'un projet sur deux est jugé difficile."),
        (need((100, 100), (52, 52)), "Environ un projet sur deux est jugé difficile."),
        (need((100, 100), (10, 12)), "Moins d'un projet sur deux est jugé difficile."),
        (need((100, 100)), "Le besoin est surtout de l'année."),
        (need((100, 100), (0, 0), (60, 60)), "Le besoin est surtout de saison."),
        (need((100, 100), (0, 0), (48, 52)), "Le besoin se partage entre saison et année."),
        (need((200, 200)), "C'est le métier le plus demandé."),
        (need((100, 100)), "Il demande 50\xa0% de ce que demande le premier métier."),
    ],
)
def test_reasons_are_sentences(wanted: Need, words: str) -> None:
    """Each criterion has its own."""
    assert words in set(reasons(wanted, 200, None, trend(()), "métier"))


@pytest.mark.parametrize(
    "told, words",
    [
        (Supply(level=Level.OFFERED, structures=1), "Le collectif le propose déjà, par une structure du territoire."),
        (Supply(level=Level.SECTOR, structures=1), "sans ce métier : une structure du territoire la porte."),
        (Supply(level=Level.LENDERS, structures=2, unplaced=1), "2 structures du territoire peuvent mettre du personnel à disposition (dont 1 dont le dossier ne dit pas le département)."),
        (Supply(level=Level.NOTHING, qualified=True), "qui puisse y répondre ; il demande une qualification."),
    ],
)  # fmt: skip
def test_what_can_be_supplied_is_told(told: Supply, words: str) -> None:
    """In the singular and in the plural."""
    assert any(one.endswith(words) for one in reasons(need((10, 10)), 10, told, trend(()), "métier"))


def test_numbers_are_told_with_their_bounds() -> None:
    """Grouped by thousands; shares rounded outwards."""
    assert "1\u202f234 à 1\u202f250" == between(Bounds(1_234, 1_250))
    assert "12" == between(Bounds(12, 12))
    assert "50\xa0%" == share(Share(0.5, 0.5))
    assert "50\xa0%" == share(Share(0.5, 0.502))
    assert "49\xa0à 52\xa0%" == share(Share(0.495, 0.512))


def test_a_need_of_a_day_is_repeatable(
    sample: tuple[Edition, ...], sectors: Mapping[str, SectorProfile]
) -> None:
    """Twice the same question, twice the same answer."""
    field = Field(area=CALVADOS, sectors=sectors)

    assert opportunities(sample, field) == opportunities(sample, field)
