"""All rows at fault to one file, written whole or not at all."""

from collections.abc import Mapping
from pathlib import Path

import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Frame
from zest.measuring.material import Rows
from zest.measuring.probe import Probe, of_promise
from zest.placing import beside
from zest.row_rules.key_twice import KEY
from zest.tables.formulas import FORMULA
from zest.tables.schemas import FILE, ROW

SUFFIXES = (".csv", ".parquet")
"""What rows can be written as."""
TEXTS = ("mesure", "engagement", "offre", "tableau", "fichier", "reference", "structure", "trimestre")


ORDER = ("fichier", "ligne", "mesure", "engagement", "offre")
"""Columns that tell in which order rows are written."""


def write_rows(material: Rows, found: Mapping[Probe, Frame], many: int, path: Path) -> None:
    """Write which row breaks which promise or rule; of no fault, the header alone.

    Args:
        material: rows on an engine.
        found: for each probe, its rows at fault.
        many: how many these are. They are in the order of the files, or, where they are too many for an engine, one
            promise after the other.
        path: where to.
    """
    frames = [
        _labelled(of_promise(rows, probe, offer), probe, promise, offer)
        for probe, rows in found.items()
        for promise, offer in probe.promises
    ]
    told = material.engine.ordered(nw.concat(frames or [_nothing(material)]), ORDER, many)
    if path.suffix == ".csv":
        told = told.with_columns(**{name: _harmless(name) for name in TEXTS})
    path = path.resolve()
    with beside(path) as made:
        material.engine.write(told, made)
        made.replace(path)


def _nothing(material: Rows) -> Frame:
    row = {name: [""] for name in TEXTS}
    made = material.engine.small({**row, "ligne": [0]}).filter(nw.col("ligne") > 0)
    return made.select(*TEXTS[:5], "ligne", *TEXTS[5:])


def _labelled(frame: Frame, probe: Probe, promise: str, offer: str) -> Frame:
    subject = probe.subject
    name = subject.slug if isinstance(subject, Indicator) else subject.code
    return frame.select(
        mesure=nw.lit(name),
        engagement=nw.lit(promise),
        offre=nw.lit(offer),
        tableau=nw.lit(probe.table),
        fichier=nw.col(FILE),
        ligne=nw.col(ROW),
        reference=nw.col(KEY[probe.table]),
        structure=nw.col("structure"),
        trimestre=_quarter(),
    )


def _quarter() -> Expr:
    """Return a quarter as it is written everywhere: ``2026-T3``."""
    year, rank = ((nw.col("_trimestre") // 10).cast(nw.String), (nw.col("_trimestre") % 10).cast(nw.String))
    return nw.concat_str(year, nw.lit("-T"), rank)


def _harmless(name: str) -> Expr:
    """Put an apostrophe before what a spreadsheet would run."""
    runs = nw.col(name).str.contains(FORMULA)
    return nw.when(runs).then(nw.concat_str(nw.lit("'"), nw.col(name))).otherwise(nw.col(name))
