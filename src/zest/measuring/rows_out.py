"""All rows at fault to one file, written whole or not at all."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import narwhals as nw

from zest.indicators.indicator import Frame, Indicator
from zest.measuring.material import Rows
from zest.measuring.plan import frame_of
from zest.measuring.probe import KEY, Probe
from zest.tables.schemas import FILE, ROW

SUFFIXES = (".csv", ".parquet")
"""What rows can be written as."""


def write_rows(material: Rows, probes: Sequence[Probe], found: Mapping[Probe, Frame], path: Path) -> None:
    """Write which row breaks which promise or rule, in the order of the files."""
    # Of no fault, the header alone is written: the rows of a probe that found none.
    told = found or {probe: _none(material, probe) for probe in probes if not probe.find}
    frames = [_labelled(rows, probe) for probe, rows in told.items()]
    beside = path.with_name(f".{path.stem}.{os.getpid()}.part{path.suffix}")
    try:
        material.engine.write(nw.concat(frames).sort("fichier", "ligne", "mesure"), beside)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def _none(material: Rows, probe: Probe) -> Frame:
    return frame_of(material, probe).select(*probe.shown(material.who)).head(0)


def _labelled(frame: Frame, probe: Probe) -> Frame:
    subject = probe.subject
    name = subject.slug if isinstance(subject, Indicator) else subject.code
    return frame.select(
        mesure=nw.lit(name),
        tableau=nw.lit(probe.table),
        fichier=nw.col(FILE),
        ligne=nw.col(ROW),
        reference=nw.col(KEY[probe.table]),
        structure=nw.col("structure"),
        trimestre=nw.col("_trimestre"),
    )
