"""The generated tables as files: a folder that is whole or is not there."""

import io
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final

from zest.errors import UnwritableError
from zest.placing import beside
from zest.tables.extras import require
from zest.tables.generating.records import Records, chunks, smallest
from zest.tables.schemas import TABLES

if TYPE_CHECKING:
    import polars as pl

FORMATS: Final = ("csv", "parquet", "xlsx")
MANIFEST: Final = "manifeste.json"
SHEET_ROWS: Final = 100_000
"""Missions that a workbook is written for: beyond, it takes minutes to write and nobody opens it."""


def write_records(
    folder: Path,
    rows: int,
    seed: int,
    breaches: int = 0,
    form: str = "csv",
    done: Callable[[int], None] = lambda _: None,
) -> None:
    """Write the four tables and ``manifeste.json`` into a new folder.

    Args:
        folder: where; it must not exist, or be empty.
        rows: number of missions, planted ones included.
        seed: the same one makes the same tables.
        breaches: number of breaches planted of each kind.
        form: ``csv``, ``parquet`` or ``xlsx``.
        done: told how many missions were written since it was last told.

    Raises:
        UnwritableError: the folder holds something, the workbook would be too large, or the breaches do not fit.
        OSError: the system refuses.
        MissingExtraError: You have not installed the ``records`` extra.
    """
    require(*(("polars", "narwhals", "xlsxwriter") if form == "xlsx" else ()))
    _require_possible(folder, rows, breaches, form)
    # « . » has no name to put something beside.
    folder = Path(os.path.abspath(folder))  # noqa: PTH100  # a link stays one
    with beside(folder, parents=True) as made:
        made.mkdir()
        _fill(made, chunks(rows, seed, breaches), form, done)
        if folder.exists():
            # It stays: whoever works in it would be left in a folder that is gone.
            for file in list(made.iterdir()):
                file.rename(folder / file.name)
        else:
            made.rename(folder)


def _require_possible(folder: Path, rows: int, breaches: int, form: str) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UnwritableError(f"« {folder.as_posix()} » existe déjà ; donnez le nom d'un nouveau répertoire.")
    if rows < smallest(breaches):
        raise UnwritableError(
            f"Il faut au moins {smallest(breaches)} missions pour y semer {breaches} fois chaque manquement."
        )
    if form == "xlsx" and rows > SHEET_ROWS:
        raise UnwritableError(
            f"Un classeur ne tient pas plus de {SHEET_ROWS} missions ; prenez csv ou parquet."
        )


def _fill(folder: Path, parts: Iterator[Records], form: str, done: Callable[[int], None]) -> None:
    write = {"csv": _csv, "parquet": _parquet, "xlsx": _xlsx}[form]
    manifest = write(folder, _told(parts, done))
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (folder / MANIFEST).write_text(text + "\n", "utf-8", newline="\n")


def _told(parts: Iterator[Records], done: Callable[[int], None]) -> Iterator[Records]:
    for part in parts:
        yield part
        done(len(part.missions))


def _csv(folder: Path, parts: Iterator[Records]) -> object:
    manifest: object = None
    opened: dict[str, IO[bytes]] = {}
    try:
        for part in parts:
            for name in TABLES:
                first = name not in opened
                out = opened.setdefault(name, (folder / f"{name}.csv").open("ab"))
                csv_text(part.table(name)).write_csv(out, include_header=first)
            manifest = part.manifest
    finally:
        for out in opened.values():
            out.close()
    return manifest


def csv_text(frame: "pl.DataFrame") -> "pl.DataFrame":
    """Return a frame with its booleans as « oui » and « non », and its moments as ISO writes them."""
    import polars as pl
    import polars.selectors as cs

    return frame.with_columns(
        cs.boolean().replace_strict({True: "oui", False: "non"}, return_dtype=pl.String),
        cs.datetime().dt.strftime("%Y-%m-%dT%H:%M:%S"),
    )


def _parquet(folder: Path, parts: Iterator[Records]) -> object:
    """Write each part, then join them: memory stays that of one part."""
    import polars as pl

    manifest: object = None
    pieces = folder / "parts"
    for rank, part in enumerate(parts):
        for name in TABLES:
            piece = pieces / name / f"{rank:05}.parquet"
            piece.parent.mkdir(parents=True, exist_ok=True)
            part.table(name).write_parquet(piece, compression="lz4")
        manifest = part.manifest
    for name in TABLES:
        scan = pl.scan_parquet(sorted((pieces / name).iterdir()))
        scan.sink_parquet(folder / f"{name}.parquet", engine="streaming")
    shutil.rmtree(pieces)
    return manifest


def _xlsx(folder: Path, parts: Iterator[Records]) -> object:
    import polars as pl
    import xlsxwriter

    whole = list(parts)
    # In memory: of a disk that is full, a half-written archive complains once more when it is forgotten.
    options = {"in_memory": True, "strings_to_formulas": False}
    for name in TABLES:
        frame = pl.concat([part.table(name) for part in whole])
        made = io.BytesIO()
        with xlsxwriter.Workbook(made, options) as book:
            frame.write_excel(book, worksheet=name, dtype_formats=_dates())
        (folder / f"{name}.xlsx").write_bytes(made.getvalue())
    return whole[0].manifest


def _dates() -> "dict[Any, str]":
    import polars as pl

    return {pl.Datetime: "yyyy-mm-dd hh:mm:ss", pl.Date: "yyyy-mm-dd"}
