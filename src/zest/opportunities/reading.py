"""Editions of the BMO, read as published: every column name since 2019, masks kept as masks."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from zest.errors import UnreadableFileError
from zest.opportunities.columns import FRENCH, known_columns, missing
from zest.opportunities.opening import open_table

if TYPE_CHECKING:
    import polars as pl

KEY = ("code", "department", "basin")
"""What tells a row from the others. A basin may lie over two départements, so the basin alone does not."""

_COUNTS = ("projects", "difficult", "seasonal")


@attrs.frozen(kw_only=True, eq=False)
class Edition:
    """One edition of the survey.

    Attributes:
        year: 2019–2099.
        rows: columns ``code``, ``label``, ``department``, ``region``, ``basin``, ``basin_label`` (texts) and
            ``projects``, ``difficult``, ``seasonal`` (numbers, null where masked); one row for each job, département
            and basin.
        files: names of the files it was read from.
    """

    year: int
    rows: "pl.DataFrame"
    files: tuple[str, ...]


def read_editions(paths: Iterable[Path]) -> tuple[Edition, ...]:
    """Read files of the survey; those of one edition are put together.

    Args:
        paths: files.

    Returns:
        Editions, oldest first.

    Raises:
        UnreadableFileError: a file cannot be read, is no edition, or contradicts another.
        MissingExtraError: the ``records`` extra is not installed.
    """
    held: dict[int, list[Edition]] = {}
    for path in paths:
        for one in _split(read_table(path), path):
            held.setdefault(one.year, []).append(one)
    if not held:
        raise UnreadableFileError(
            "Les fichiers donnés n'ont que des en-têtes : aucune ligne de l'enquête BMO."
        )
    return tuple(_together(held[year]) for year in sorted(held))


def read_table(path: Path) -> "pl.DataFrame":
    """Read one file; see :class:`Edition` for its columns, beside ``year``.

    Raises:
        UnreadableFileError: see :func:`read_editions`; the message names the row.
    """
    cells = open_table(path)
    header = [cell or "" for cell in cells.row(0)]
    ranks, year = known_columns(header)
    if gone := missing(ranks, year):
        names = ", ".join(f"« {FRENCH[name]} »" for name in gone)
        raise UnreadableFileError(
            f"Le fichier « {path.as_posix()} » n'est pas une édition de l'enquête BMO : il lui manque {names}."
        )
    return _typed(cells.slice(1), ranks, year, path)


def _typed(cells: "pl.DataFrame", ranks: Mapping[str, int], year: int | None, path: Path) -> "pl.DataFrame":
    import polars as pl

    # Some labels end with a no-break space, which polars strips as any other.
    texts = {name: pl.nth(rank).str.strip_chars().alias(name) for name, rank in ranks.items()}
    empty = {
        name: pl.lit(None, pl.String).alias(name) for name in ("region", "basin_label") if name not in ranks
    }
    told = texts.pop("year", pl.lit(str(year)).alias("year"))
    frame = cells.select(told, *texts.values(), *empty.values()).with_row_index("_row", offset=2)
    frame = frame.filter(pl.any_horizontal(pl.exclude("_row", "year").is_not_null()))
    for name in _COUNTS:
        _require(frame, pl.col(name).str.contains(r"^(\*|\d{1,9}(\.0+)?)$"), name, path)
    _require(frame, pl.col("year").str.contains(r"^20\d\d(\.0+)?$"), "year", path)
    for name in KEY:
        _require(frame, pl.col(name).str.len_chars() > 0, name, path)
    return _checked(frame.with_columns(*_numbers(), *_codes()), path)


def _numbers() -> "list[pl.Expr]":
    import polars as pl

    whole = [pl.col(name).str.extract(r"^(\d+)").cast(pl.Int64) for name in _COUNTS]
    return [*whole, pl.col("year").str.slice(0, 4).cast(pl.Int32)]


def _codes() -> "list[pl.Expr]":
    """Give their zeros back to codes that a spreadsheet took for numbers."""
    import polars as pl

    return [
        pl.col("basin").str.replace(r"\.0+$", ""),
        pl.col("department").str.replace(r"\.0+$", "").str.zfill(2),
        pl.col("region").str.replace(r"\.0+$", "").str.zfill(2),
    ]


def _checked(frame: "pl.DataFrame", path: Path) -> "pl.DataFrame":
    """Refuse more difficult or seasonal projects than projects: no edition has any."""
    import polars as pl

    for name in ("difficult", "seasonal"):
        _require(frame, pl.col(name).is_null() | (pl.col(name) <= pl.col("projects")), name, path)
    return frame.drop("_row")


def _require(frame: "pl.DataFrame", right: "pl.Expr", name: str, path: Path) -> None:
    wrong = frame.filter(~right.fill_null(value=False)).head(1)
    if wrong.height:
        row, cell = wrong["_row"][0], wrong[name][0]
        raise UnreadableFileError(
            f"{path.as_posix()}:{row} : « {'' if cell is None else cell} » n'est pas admis dans la colonne "
            f"« {FRENCH[name]} » de l'enquête BMO ; reprenez le fichier publié."
        )


def _split(frame: "pl.DataFrame", path: Path) -> Iterable[Edition]:
    """Yield the editions of one file: there is one, unless somebody put several together."""
    for (year,), rows in frame.group_by("year", maintain_order=True):
        yield Edition(year=int(str(year)), rows=rows.drop("year"), files=(path.name,))


def _together(held: list[Edition]) -> Edition:
    """Put the files of one edition together: the same row may stand in several, a different one may not."""
    import polars as pl

    columns = (*KEY, "label", "region", "basin_label", *_COUNTS)
    files = tuple(dict.fromkeys(name for one in held for name in one.files))
    rows = pl.concat([one.rows.select(columns) for one in held])
    if len(held) > 1:
        rows = rows.unique(maintain_order=True)
    twice = rows.filter(pl.struct(KEY).is_duplicated()).head(1)
    if twice.height:
        code, department, basin = twice.select(KEY).row(0)
        raise UnreadableFileError(
            f"Enquête BMO {held[0].year} ({', '.join(files)}) : le métier {code} du bassin {basin} "
            f"(département {department}) a deux lignes différentes ; ne donnez qu'un fichier par édition."
        )
    return Edition(year=held[0].year, rows=rows, files=files)
