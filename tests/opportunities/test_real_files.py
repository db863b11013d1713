"""The real national files: what is printed adds up to what is published, counted by hand on the side."""

import csv
from pathlib import Path

import pytest

from zest.opportunities.counting import needs, total
from zest.opportunities.places import area_of_words
from zest.opportunities.reading import Edition, read_editions
from zest.opportunities.survey import MASKED_MOST, SHARED, Bounds, Need

NORMANDIE_2025 = {"projects": (109_675, 766), "difficult": (57_396, 1_399), "seasonal": (29_696, 2_311)}
"""Published sum and masked cells of 3 026 rows, counted apart from zest, by ``csv`` and addition."""

CAEN_2025 = {
    # code: projects, difficult, seasonal of the one row of the basin 2817, as it reads in the file
    "S1X20": ("893", "445", "430"),
    "S1X40": ("435", "333", "159"),
    "S2X60": ("206", "147", "147"),
    "S2X61": ("764", "391", "449"),
    "T4X60": ("1220", "687", "90"),
    "B0X30": ("70", "*", "*"),
    "B2X36": ("55", "35", "*"),
    "K0X32": ("32", "*", "26"),
}


def test_a_region_adds_up_to_what_is_published(national: tuple[Edition, ...]) -> None:
    """Normandie 2025: each sum is the published one, and no mask counts for zero nor for more than it can hold."""
    last = national[-1]
    area = area_of_words("region:28")
    found = total(needs(area.of(last)))
    rows = area.of(last)

    assert (2025, 3_026, 766) == (last.year, found.cells, found.masked)
    for name, (published, masked) in NORMANDIE_2025.items():
        bounds: Bounds = getattr(found, name)
        assert published == bounds.low
        assert masked == rows[name].null_count()
        assert published < bounds.high <= published + MASKED_MOST * masked
    assert published_sum(rows) == {name: told for name, (told, _) in NORMANDIE_2025.items()}
    assert found.projects.high == 109_675 + 4 * 766


def published_sum(rows: object) -> dict[str, int]:
    """Sum the published cells of a frame without the counting under test."""
    frame = rows.select("projects", "difficult", "seasonal")  # type: ignore[attr-defined]
    return {name: sum(cell or 0 for cell in frame[name]) for name in frame.columns}


def test_a_basin_adds_up_to_what_is_published(national: tuple[Edition, ...], data: Path) -> None:
    """Caen 2025: the rows of the regional extract, summed by ``csv`` alone, are what zest counts."""
    found = needs(area_of_words("bassin:2817").of(national[-1]))
    with (data / "bmo_2025_reg28_normandie.csv").open(encoding="utf-8") as stream:
        rows = [row for row in csv.DictReader(stream) if row["BE25"] == "2817"]
    whole = total(found)

    assert {row["Code métier BMO"] for row in rows} == set(found)
    for row in rows:
        assert expected(row["met"], row["xmet"], row["smet"]) == found[row["Code métier BMO"]]
    assert (175, 14) == (whole.cells, whole.masked)
    assert (Bounds(18_386, 18_442), Bounds(9_167, 9_339)) == (whole.projects, whole.difficult)
    assert Bounds(4_088, 4_568) == whole.seasonal


def expected(met: str, xmet: str, smet: str) -> Need:
    """Read one row by hand."""
    most = 4 if met == "*" else int(met)

    def bounds(cell: str) -> Bounds:
        return Bounds(0, min(most, 4)) if cell == "*" else Bounds(int(cell), int(cell))

    projects = Bounds(0, 4) if met == "*" else Bounds(int(met), int(met))
    return Need(
        projects=projects, difficult=bounds(xmet), seasonal=bounds(smet), cells=1, masked=int(met == "*")
    )


@pytest.mark.parametrize("code", sorted(CAEN_2025))
def test_a_table_copied_by_hand(national: tuple[Edition, ...], code: str) -> None:
    """Eight jobs of Caen, as they read in the published file."""
    found = needs(area_of_words("bassin:2817").of(national[-1]))[code]

    assert expected(*CAEN_2025[code]) == found


def test_the_smallest_published_number_is_five(national: tuple[Edition, ...]) -> None:
    """What the bound of a mask rests on, in each edition and for each measure."""
    least = {
        (one.year, name): one.rows[name].min() for one in national for name in ("projects", "difficult", "seasonal")
    }  # fmt: skip

    assert {MASKED_MOST + 1} == set(least.values())


def test_the_codes_of_both_sides_of_the_break(national: tuple[Edition, ...]) -> None:
    """The bridge of 2024 is what both nomenclatures hold, and nothing else."""
    before, after, last = (set(one.rows["code"].unique()) for one in national)

    assert before & after == SHARED
    assert after == last
    assert (199, 217) == (len(before), len(after))


def test_extracts_beside_the_national_file_add_nothing(national: tuple[Edition, ...], data: Path) -> None:
    """The same row in two files is counted once."""
    again = read_editions([data / "bmo_2025_france.csv.gz", data / "bmo_2025_reg28_normandie.csv"])

    assert [national[-1].rows.height] == [one.rows.height for one in again]
    assert total(needs(national[-1].rows)) == total(needs(again[0].rows))


def test_the_sums_of_the_three_editions(national: tuple[Edition, ...]) -> None:
    """France, as the page of the sources gives it."""
    sums = {one.year: total(needs(one.rows)) for one in national}

    assert {2023: 3_013_134, 2024: 2_751_069, 2025: 2_401_105} == {
        year: one.projects.low for year, one in sums.items()
    }
    assert {2023: 9_196, 2024: 10_891, 2025: 11_452} == {year: one.masked for year, one in sums.items()}
