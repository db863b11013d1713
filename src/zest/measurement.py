"""What measuring tables answers: a value, the same one whatever the engine."""

import datetime as dt

import attrs

from zest.findings import Finding, Severity
from zest.report import MeasureReport, Standing


@attrs.frozen(kw_only=True)
class RowAtFault:
    """One row of a table that breaks a promise or a rule of rows.

    Attributes:
        file: the file, as its reader was given it.
        row: number as a spreadsheet shows it, the header being 1.
        key: reference of the order, mission or follow-up.
        structure: key of the structure; empty when not told.
        quarter: ``2026-T3``; empty when not told.
        words: French: what the row shows.
    """

    file: str
    row: int
    key: str = ""
    structure: str = ""
    quarter: str = ""
    words: str = ""


@attrs.frozen(kw_only=True)
class PromiseMeasured:
    """How one promise stands, from the rows.

    Attributes:
        commitment: key of the commitment; that of the measure when no commitment was asked for.
        offer: key of the offer; empty for all rows.
        indicator: slug of the measure.
        statement: the promise, as the client reads it.
        sentence: what was counted, and what made a case pass.
        unit: French plural of what one case is.
        threshold: bound of one case, with its unit, French words.
        target: share of the cases that must pass, 0–1.
        overall: over all structures and quarters.
        measures: by structure and quarter, in that order.
        untold: rows that the measure is about and that do not tell enough to be judged.
        rows: those that do not pass, the first of them.
        rows_in_all: how many do not pass.
        reason: French sentence: why nothing was measured; empty when something was.
    """

    commitment: str
    offer: str = ""
    indicator: str = ""
    statement: str = ""
    sentence: str = ""
    unit: str = ""
    threshold: str = ""
    target: float = 1.0
    overall: MeasureReport = attrs.field(factory=MeasureReport)
    measures: tuple[MeasureReport, ...] = ()
    untold: int = 0
    rows: tuple[RowAtFault, ...] = ()
    rows_in_all: int = 0
    reason: str = ""

    @property
    def share(self) -> float | None:
        """Share of the rows it is about that could be judged, 0–1; ``None`` without any."""
        about = self.overall.cases + self.untold
        return self.overall.cases / about if about else None


@attrs.frozen(kw_only=True)
class RowFaults:
    """The rows of one table that break one rule of rows.

    Attributes:
        code: of the notice that explains it.
        table: which.
        severity: of each.
        rows: the first of them.
        rows_in_all: how many there are.
    """

    code: str
    table: str
    severity: Severity
    rows: tuple[RowAtFault, ...] = ()
    rows_in_all: int = 0


@attrs.frozen(kw_only=True)
class TableMeasured:
    """What was read of one table.

    Attributes:
        name: which.
        files: as given.
        rows: rows that were measured.
        aside: rows that were read and set aside: they lack what every row must have.
        findings: what reading found.
    """

    name: str
    files: tuple[str, ...] = ()
    rows: int = 0
    aside: int = 0
    findings: tuple[Finding, ...] = ()

    @property
    def share(self) -> float | None:
        """Share of the rows that could be measured at all, 0–1; ``None`` for a table without rows."""
        return self.rows / (self.rows + self.aside) if self.rows + self.aside else None


@attrs.frozen(kw_only=True)
class Measurement:
    """Everything that measuring tables answers.

    Attributes:
        name: of the collective; empty for tables alone.
        as_of: the day of the measure.
        engine: that counted.
        tables: what was read.
        promises: how each promise stands.
        faults: rows that break a rule of rows, by rule and table.
    """

    name: str = ""
    as_of: dt.date
    engine: str
    tables: tuple[TableMeasured, ...] = ()
    promises: tuple[PromiseMeasured, ...] = ()
    faults: tuple[RowFaults, ...] = ()

    def exit_code(self) -> int:
        """Return 1 when a promise is broken or a row is wrong, 3 when nothing of a promise was measured, else 0."""
        wrong = any(f.severity is Severity.ERROR for f in self.faults) or any(
            f.severity is Severity.ERROR for table in self.tables for f in table.findings
        )
        stand = [promise.overall.standing for promise in self.promises]
        if wrong or Standing.BROKEN in stand:
            return 1
        return 3 if not stand or Standing.NOT_MEASURED in stand else 0
