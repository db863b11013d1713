"""What a check finds: plain values that know no file format, no colour and no clock."""

import datetime as dt
import enum

import attrs


class Severity(enum.StrEnum):
    """How grave a finding is. Only an ``ERROR`` makes a ground not conforming."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


class Ground(enum.StrEnum):
    """In the name of what a rule speaks."""

    LAW = "law"
    BRAND = "brand"
    COMMITMENTS = "commitments"
    AGREEMENT = "agreement"
    PRACTICE = "practice"


class Verdict(enum.StrEnum):
    """Three-valued: what could not be checked is never counted as conforming."""

    CONFORMING = "conforming"
    NOT_CHECKED = "not-checked"
    NOT_CONFORMING = "not-conforming"

    @property
    def rank(self) -> int:
        """0 for conforming, 1 for not checked, 2 for not conforming: the worst wins."""
        return ("conforming", "not-checked", "not-conforming").index(self.value)


@attrs.frozen(kw_only=True)
class Place:
    """Where a fact stands in what the user wrote.

    Attributes:
        file: path as the user gave it, with forward slashes; empty for a dossier made in memory.
        line: 1-based; 0 when unknown.
        column: 1-based, in characters, or of the sheet; 0 when unknown.
        sheet: name of the sheet, when the file is a workbook; ``line`` and ``column`` are then those of a cell.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = attrs.field(default="", metadata={"quiet": True})

    @property
    def cell(self) -> str:
        """The cell as a spreadsheet names it, ``Structures!D7``; empty when the file is no workbook."""
        if not self.sheet:
            return ""
        letters, rest = "", self.column
        while rest:
            rest, letter = divmod(rest - 1, 26)
            letters = chr(ord("A") + letter) + letters
        named = f"{letters}{self.line or ''}"
        sheet = self.sheet if self.sheet.isalnum() else "'{}'".format(self.sheet.replace("'", "''"))
        return f"{sheet}!{named}" if named else sheet

    def __str__(self) -> str:
        if self.sheet:
            return f"{self.file}:{self.cell}"
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])


def in_sheet(place: Place) -> Place:
    """Return the place of a row of a table that is a sheet: such a table is named ``classeur.xlsx#Feuille``."""
    file, _, sheet = place.file.rpartition("#")
    if not file.lower().endswith((".xlsx", ".xlsm", ".ods")):
        return place
    return attrs.evolve(place, file=file, sheet=sheet, column=place.column or 1)


@attrs.frozen(kw_only=True)
class Finding:
    """One thing that is wrong, unknown or worth a look, in one place.

    Attributes:
        code: prefix and three digits, for ever (``Z101``).
        name: the fault, as a slug (``collective-too-small``).
        severity: as judged, after what an unverified source caps.
        ground: in whose name.
        message: one French sentence with the measured value and the bound.
        subject: from the collective down to the object, human names
            (``("Zest' CHR", "Bocage Emploi")``).
        identity: the same path made of stable keys; what the fingerprint rests on.
        place: where it stands.
        remedy: one French sentence: what to do.
        source: the text that asks for it.
        read_on: the day a person last read that text; ``None`` when nobody did.
        verified: whether the present wording of that text was read.
        capped: whether it would be an error, had the present wording of its text been read.
        unknown: whether it tells what the dossier does not say, rather than what is wrong.
        apparatus: whether zest itself could not check (a plugin, a rule).
        origin: distribution and version that the rule comes from.
        waiver: the reason of the waiver that covers it, or ``None``.
    """

    code: str
    name: str
    severity: Severity
    ground: Ground
    message: str
    subject: tuple[str, ...] = ()
    identity: tuple[str, ...] = ()
    place: Place = Place()
    remedy: str = ""
    source: str = ""
    read_on: dt.date | None = None
    verified: bool = True
    capped: bool = False
    unknown: bool = False
    apparatus: bool = False
    origin: str = "zest"
    waiver: str | None = None

    @property
    def fingerprint(self) -> str:
        """Rule and identity of the object, never the line: stable when the file is re-ordered."""
        import hashlib  # five milliseconds that a dossier without findings does not pay

        return hashlib.sha256(
            "\x1f".join((self.code, *self.identity)).encode(errors="surrogatepass")
        ).hexdigest()[:16]
