"""What was found in a file: counted exactly, told row by row up to a bound, without repeating a person."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from zest.findings import Finding, Place, Severity
from zest.notices import NOTICES

MOST: Final = 1_000
"""Findings made of each kind of fault, at most; the count stays exact beyond."""

ASIDE: Final = "la ligne est mise de côté."
"""What becomes of a row whose required cell cannot be read."""

LACKING: Final = "la valeur manque"

# A day, a moment or a number of at most eight digits: nothing that could be a name, a telephone or a person's number.
_HARMLESS: Final = re.compile(
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?:[ T]\d{1,2}[:h]\d{1,2}(?::\d{1,2})?)?|[-+]?\d{0,6}(?:[.,:h]\d{0,2})? ?[€h]?"
)


def quoted(text: str) -> str:
    """Quote a cell for a message when it cannot name anybody; say nothing of it otherwise."""
    return f"« {text} »" if text and _HARMLESS.fullmatch(text) else ""


@attrs.define
class Faults:
    """What is gathered while a file is read.

    Attributes:
        file: its name, as to be shown.
        table: name of the table.
        counts: exact number for each code.
        findings: those that were made.
    """

    file: str
    table: str
    counts: Counter[str] = attrs.field(factory=Counter)
    findings: list[Finding] = attrs.field(factory=list)
    _made: Counter[str] = attrs.field(factory=Counter)

    def room(self, code: str) -> int:
        """Return how many findings of that code may still be made."""
        return max(0, MOST - self._made[code])

    def add(
        self,
        code: str,
        message: str,
        *,
        row: int = 0,
        about: Iterable[str] = (),
        count: int = 1,
    ) -> None:
        """Add one finding that stands for ``count`` faults; it is only counted beyond the bound."""
        if self.room(code):
            self.findings.append(self._finding(code, message, row, tuple(about)))
            self._made[code] += 1
        self.counts[code] += count

    def add_cell(self, code: str, said: str, *, row: int, header: str, about: tuple[str, str]) -> None:
        """Tell one cell, whose faults are counted apart.

        Args:
            code: of the notice.
            said: French words on the cell, and on its row.
            row: its number.
            header: of the column, as the file writes it.
            about: key of the row, empty when it has none, and name of the column.
        """
        key, column = about
        message = f"Ligne {row}, colonne « {header} » : {said}"
        self.add(code, message, row=row, about=(key or f"ligne {row}", column), count=0)

    def warn(self, code: str, message: str, *, row: int, about: str, remedy: str) -> None:
        """Add a finding of a notice that is seldom worth a warning, and is worth one here."""
        made = self._finding(code, message, row, (about,))
        self.findings.append(attrs.evolve(made, severity=Severity.WARNING, remedy=remedy))
        self.counts[code] += 1

    def count(self, code: str, more: int) -> None:
        """Count faults whose findings are made apart."""
        if more:
            self.counts[code] += more

    def _finding(self, code: str, message: str, row: int, about: tuple[str, ...]) -> Finding:
        return NOTICES[code].finding(
            message,
            identity=(self.table, *(about or (self.file.rpartition("/")[2],))),
            place=Place(file=self.file, line=row),
            subject=(self.table, f"ligne {row}") if row else (self.table,),
        )

    def told(self) -> tuple[tuple[Finding, ...], Mapping[str, int]]:
        """Return the findings in the order of the file, and the exact counts."""
        in_order = sorted(self.findings, key=lambda f: f.place.line)
        return tuple(in_order), dict(sorted(self.counts.items()))
