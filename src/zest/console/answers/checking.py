"""What ``zest check`` and ``zest measure`` answer."""

import datetime as dt
from typing import ClassVar, Literal

import attrs

from zest.console.answers.answer import Answer
from zest.findings import Finding, Verdict
from zest.measurement import PromiseMeasured, RowFaults, TableMeasured
from zest.report import CommitmentReport, GroundReport, Skipped, StructureReport


@attrs.frozen(kw_only=True)
class ReportAnswer(Answer):
    """The answer of ``zest check``."""

    schema: ClassVar[str] = "report"

    name: str
    as_of: dt.date
    verdict: Verdict
    exit_code: Literal[0, 1, 2, 3]
    grounds: tuple[GroundReport, ...]
    columns: tuple[str, ...]
    structures: tuple[StructureReport, ...]
    commitments: tuple[CommitmentReport, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    sectors: tuple[str, ...]


@attrs.frozen(kw_only=True)
class MeasurementAnswer(Answer):
    """The answer of ``zest measure``."""

    schema: ClassVar[str] = "measurement"

    name: str
    as_of: dt.date
    engine: Literal["polars", "duckdb", "spark"]
    exit_code: Literal[0, 1, 3]
    tables: tuple[TableMeasured, ...]
    promises: tuple[PromiseMeasured, ...]
    faults: tuple[RowFaults, ...]
