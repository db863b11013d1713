"""What is read so far of the ASP's exports, and what is wrong in it."""

import datetime as dt
import re
from collections.abc import Mapping

import attrs

from zest.exchange.flux_iae import Export, Row
from zest.exchange.losses import Ledger
from zest.findings import Finding, Place
from zest.model.identifiers import clip
from zest.model.outcome import OutcomeClass
from zest.notices import NOTICES


@attrs.define
class Reading:
    """What is read so far, and what is wrong in it."""

    exports: Mapping[str, Export]
    motives: Mapping[str, OutcomeClass]
    ledger: Ledger = attrs.field(factory=Ledger)
    findings: list[Finding] = attrs.field(factory=list)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table; none when its export is not there."""
        return self.exports[table].rows if table in self.exports else ()

    def day(self, text: str, table: str) -> dt.date | None:
        """Read a day of the ASP; its hour, if any, is left."""
        if not text:
            return None
        found = re.match(r"(\d\d)/(\d\d)/(\d{4})(?:\s|$)", text, re.ASCII)
        try:
            if found:
                return dt.date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            pass
        self.find(f"{clip(text)} n'est pas un jour du calendrier.", table)
        return None

    def number(self, text: str, table: str) -> float | None:
        """Read a number of the ASP, with a point or a comma."""
        plain = text.replace(",", ".").replace(" ", "")
        if re.fullmatch(r"\d+(\.\d+)?", plain, re.ASCII):
            return float(plain)
        if text:
            self.find(f"{clip(text)} n'est pas un nombre.", table)
        return None

    def find(self, words: str, table: str, line: int = 0) -> None:
        """Remember one fault of an export."""
        place = Place(file=self.exports[table].file, line=line)
        self.findings.append(
            NOTICES["Z004"].finding(words, identity=(table, words), place=place, subject=(table,))
        )


def key_of(number: str) -> str:
    """Return the key of a structure that the ASP numbers."""
    return f"asp-{number}"
