"""Planted dirt gives exactly its findings, at its rows, and the good rows stay as they were."""

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import attrs
import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from zest.tables.reading import read_table

HEADER = [
    "id_mission",
    "structure",
    "client",
    "salarie",
    "debut",
    "fin",
    "heures",
    "type_client",
    "tarif_horaire",
]
ROWS = 12
Row = list[str]


def sound(number: int) -> Row:
    """Return a row without fault."""
    return [
        f"M{number}", "bocage", f"hôtel {number}", f"s-{number}", f"{number + 1:02}/06/2026", "30/06/2026", "7,5",
        "entreprise", "21,50",
    ]  # fmt: skip


def cell(rank: int, text: str) -> Callable[[Row], Row]:
    """Return what replaces one cell."""
    return lambda row: [*row[:rank], text, *row[rank + 1 :]]


@attrs.frozen
class Dirt:
    """What is done to one row, the code that it gives, and whether the row is kept."""

    change: Callable[[Row], Row]
    code: str = ""
    kept: bool = True


DIRT = {
    "no such day": Dirt(cell(5, "31/02/2024"), "Z053"),
    "no such first day": Dirt(cell(4, "31/02/2024"), "Z053", kept=False),
    "a word for hours": Dirt(cell(6, "sept heures"), "Z053"),
    "no client": Dirt(cell(2, "  "), "Z054", kept=False),
    "a word out of the list": Dirt(cell(7, "hôtel"), "Z055"),
    "negative hours": Dirt(cell(6, "-7,5"), "Z055"),
    "one cell too many": Dirt(lambda row: [*row, "surplus"], "Z050", kept=False),
    "empty cells too many": Dirt(lambda row: [*row, "", ""]),
    "last cells left out": Dirt(lambda row: row[:7]),
    "clock hours": Dirt(cell(6, "7h30")),
    "a currency": Dirt(cell(8, "1\u202f021,50 €")),
    "spaces around": Dirt(lambda row: [f" {text}\u00a0" for text in row]),
    "a separator in quotes": Dirt(cell(2, '"hôtel; spa"')),
    "a quote within": Dirt(cell(2, 'hôtel 5"'), "Z007"),
    "another encoding": Dirt(cell(2, "h\udcf4tel")),
}
"""Each dirt of one row; the lone surrogate stands for a byte of Windows-1252."""

INSERTED = {
    "blank": (["", "", "", "", "", "", "", "", ""], "vide"),
    "nothing at all": ([""], "vide"),
    "header again": (HEADER, "en-tête répété"),
    "total": (["Total général", "", "", "", "", "", "90,0", "", ""], "total"),
    "subtotal": (["", "", "Sous-total", "", "", "", "45", "", ""], "total"),
    "sum without a word": (["", "", "", "", "", "", "90,0", "", "258"], "total"),
}
"""Rows that are none, with the reason that is told."""


@given(
    dirt=st.dictionaries(st.integers(0, ROWS - 1), st.sampled_from(sorted(DIRT))),
    inserted=st.dictionaries(st.integers(0, ROWS), st.sampled_from(sorted(INSERTED))),
)
def test_planted_dirt_gives_exactly_its_findings(dirt: dict[int, str], inserted: dict[int, str]) -> None:
    """Whatever is planted where; a row is numbered as a spreadsheet numbers it."""
    lines, codes, reasons, kept = [HEADER], Counter[tuple[str, int]](), Counter[str](), []
    for number in range(ROWS + 1):
        if number in inserted:
            row, reason = INSERTED[inserted[number]]
            lines.append(row)
            reasons[reason] += 1
        if number < ROWS:
            planted = DIRT[dirt[number]] if number in dirt else Dirt(list)
            lines.append(planted.change(sound(number)))
            codes.update([(planted.code, len(lines))] if planted.code else [])
            kept.extend([len(lines)] if planted.kept else [])
    foreign = [rank for rank, row in enumerate(lines, 1) if any("\udcf4" in text for text in row)]
    # Without an accent of UTF-8 anywhere the file is of one encoding.
    mixed = any(sign > "\x7f" and sign != "\udcf4" for row in lines for text in row for sign in text)
    codes.update(("Z007", row) for row in foreign if mixed)
    text = "\r\n".join(";".join(row) for row in lines) + "\r\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "missions.csv"
        path.write_bytes(text.encode("utf-8", "surrogateescape"))

        table = read_table(path)
        frame = table.frame.collect()

    told = Counter((f.code, f.place.line) for f in table.findings if f.code != "Z056")
    assert codes == told
    assert reasons == Counter(table.ignored)
    assert (ROWS, len(kept), kept) == (table.read, table.kept, frame["_ligne"].to_list())
    good = frame.filter(pl.col("_ligne").is_in([row for row in kept if (row not in {r for _, r in codes})]))
    assert set(good["debut"].dt.year()) <= {2026}
    assert set(good["heures"]) <= {7.5}


@given(st.lists(st.sampled_from(range(ROWS)), min_size=1, max_size=30))
def test_a_row_exported_again_is_kept_once(again: list[int]) -> None:
    """The first one stays; each of the others is found at its row."""
    lines = [HEADER, *map(sound, range(ROWS)), *map(sound, again)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "missions.csv"
        path.write_text("\n".join(";".join(row) for row in lines), "utf-8")

        table = read_table(path)
        frame = table.frame.collect()

    assert {"Z057": len(again)} == dict(table.counts)
    assert list(range(ROWS + 2, ROWS + 2 + len(again))) == [f.place.line for f in table.findings]
    assert [f"M{n}" for n in range(ROWS)] == frame["id_mission"].to_list()
