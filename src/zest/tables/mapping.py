"""How the columns of a software's export are called: data of a sector, of a dossier, or of a caller.

Nothing is guessed beyond case, accents and spaces: another name, another unit, another word is written down.
"""

import types
from collections.abc import Mapping
from typing import Final, Self

import attrs

UNITS: Final[Mapping[str, tuple[str, ...]]] = types.MappingProxyType(
    {"heure": ("heures", "h:mm", "minutes"), "euro": ("euros", "centimes")}
)
"""Units that a mapping may state, for each unit of the schemas."""


@attrs.frozen(kw_only=True)
class Reading:
    """How a file is written, where it cannot be seen from the file itself.

    Attributes:
        encoding: name of the encoding, such as ``cp850``; found when empty.
        separator: of the cells of a text file; found when empty.
        quotes: whether straight quotes surround cells; some exports use them as plain signs.
        sheet: name of the sheet of a workbook; the first one when empty.
        header_row: row of the header, from 1; found when 0.
        decimal: ``","`` or ``"."`` when numbers have only that decimal sign and the other one is a thousands
            separator; when empty, both are decimal signs unless the number holds both.
        dates: forms of days and moments, as ``%d/%m/%y``; those of zest when empty.
        missing: texts that stand for « not told », besides blanks.
    """

    encoding: str = ""
    separator: str = ""
    quotes: bool = True
    sheet: str = ""
    header_row: int = 0
    decimal: str = ""
    dates: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class ColumnMapping:
    """Where one column comes from.

    Attributes:
        headers: names that it has in files, besides its own.
        unit: one of `UNITS`; empty for that of the schema.
        values: words of the file and the words of the schema that they stand for.
        dates: forms of its days or moments, when they are not those of the whole file.
    """

    headers: tuple[str, ...] = ()
    unit: str = ""
    values: Mapping[str, str] = attrs.field(factory=dict)
    dates: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class TableMapping:
    """How the files of one table are read.

    Attributes:
        columns: by name in the schema; those that are left out have that name in files too.
        reading: how the files are written.
    """

    columns: Mapping[str, ColumnMapping] = attrs.field(factory=dict)
    reading: Reading = attrs.field(factory=Reading)

    def of(self, column: str) -> ColumnMapping:
        """Return what is known of one column."""
        return self.columns.get(column, ColumnMapping())

    def over(self, base: Self) -> Self:
        """Return this mapping, with what it leaves out taken from ``base``."""
        default = Reading()
        told = {
            name: value
            for name, value in attrs.asdict(self.reading).items()
            if value != getattr(default, name)
        }
        return attrs.evolve(
            self,
            columns={**base.columns, **self.columns},
            reading=attrs.evolve(base.reading, **told),
        )
