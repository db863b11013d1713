"""Which column of a file is which of ours: the same name, once case, accents and spaces are left out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import attrs

from zest.errors import UnreadableFileError
from zest.tables.faults import Faults
from zest.tables.folding import fold
from zest.tables.mapping import TableMapping
from zest.tables.schemas import FILE, ROW, TableSchema

MOST: Final = 100
"""Unknown headers that are compared with our own, at most."""

DEEPEST: Final = 20
"""Rows in which the header is looked for: exports begin with a title, a date, an empty row."""


def known_headers(schema: TableSchema, mapping: TableMapping) -> Mapping[str, str]:
    """Return the column that each folded header stands for; a mapping wins over our own names."""
    own = {column.name: column.name for column in schema.columns}
    mapped = {fold(h): c.name for c in schema.columns for h in mapping.of(c.name).headers}
    return {**own, **mapped}


def header_rank(rows: Sequence[Sequence[str]], known: Iterable[str], asked: int = 0) -> int:
    """Return the rank of the header among the first rows.

    Args:
        rows: texts of the first rows.
        known: folded headers.
        asked: row number that the mapping states; 0 when it states none.

    Returns:
        The rank of the row with most known headers; of the first one that is not blank when none has any.
    """
    if asked:
        return asked - 1
    names = set(known)
    scores = [len(names.intersection(map(fold, row))) for row in rows[:DEEPEST]]
    if not any(scores):
        return next((rank for rank, row in enumerate(rows) if any(cell.strip() for cell in row)), 0)
    return scores.index(max(scores))


def require_row(row: int, asked: int, what: str) -> None:
    """Refuse a table that ends before its header.

    Args:
        row: where the header was looked for.
        asked: row number that the mapping states; 0 when it states none.
        what: French words for the table.

    Raises:
        UnreadableFileError: it ends before that row.
    """
    if asked > row:
        raise UnreadableFileError(
            f"{what} n'a pas de ligne {asked}, où « columns.toml » dit que l'en-tête se trouve (header_row)."
        )


@attrs.frozen(kw_only=True)
class Matched:
    """The columns of a file.

    Attributes:
        ranks: for each of our columns that is there, its rank in the file.
        missing: required columns that are not there.
    """

    ranks: Mapping[str, int]
    missing: tuple[str, ...] = ()


def match(
    headers: Sequence[str], schema: TableSchema, mapping: TableMapping, faults: Faults, row: int
) -> Matched:
    """Tell which column is which; what is unknown, given twice or missing is a finding.

    Args:
        headers: as written.
        schema: of the table.
        mapping: of the file.
        faults: where to tell.
        row: of the header.
    """
    known = known_headers(schema, mapping)
    ranks: dict[str, int] = {}
    unknown: list[str] = []
    for rank, header in enumerate(headers):
        name = known.get(fold(header))
        if name is None:
            unknown += [header] if header.strip() and header not in (FILE, ROW) else []
        elif name in ranks:
            faults.warn(
                "Z051",
                f"La colonne « {name} » est donnée deux fois (« {headers[ranks[name]]} » et « {header} ») ; "
                "la première est lue ; gardez la bonne des deux.",
                row=row,
                about=name,
                remedy="Gardez la bonne des deux, ou donnez à l'autre un nom à elle.",
            )
        else:
            ranks[name] = rank
    # Without any known name that row may be a record, whose cells nobody repeats.
    unknown = unknown if ranks else []
    absent = [column.name for column in schema.columns if column.name not in ranks]
    near = dict(_near(unknown, absent))
    _tell_unknown([header for header in unknown if header not in near], faults, row)
    for header, name in near.items():
        _tell_near(header, name, faults, row)
    lacking = tuple(c.name for c in schema.columns if c.required and c.name not in ranks)
    for name in lacking:
        _tell_missing(name, unknown, faults, row)
    return Matched(ranks=ranks, missing=lacking)


def _tell_unknown(unknown: Sequence[str], faults: Faults, row: int) -> None:
    if not unknown:
        return
    shown = ", ".join(f"« {' '.join(header.split())[:40]} »" for header in unknown[:12])
    more = f" et {len(unknown) - 12} autres" if len(unknown) > 12 else ""
    plural = "s" if len(unknown) > 1 else ""
    faults.add(
        "Z051",
        f"{len(unknown)} colonne{plural} que le tableau « {faults.table} » n'a pas : {shown}{more}.",
        row=row,
        about=("columns",),
        count=len(unknown),
    )


def _near(unknown: Sequence[str], absent: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each header that is nearly the name of an optional column which the file lacks."""
    from difflib import get_close_matches

    for header in unknown[:MOST]:
        for name in get_close_matches(fold(header), absent, n=1, cutoff=0.8):
            yield header, name


def _tell_near(header: str, name: str, faults: Faults, row: int) -> None:
    faults.warn(
        "Z051",
        f"Le tableau « {faults.table} » n'a pas de colonne « {header} » ; est-ce « {name} » ?",
        row=row,
        about=name,
        remedy=f"Renommez-la « {name} », ou dites dans « columns.toml » que c'est elle.",
    )


def _tell_missing(name: str, unknown: Sequence[str], faults: Faults, row: int) -> None:
    from difflib import get_close_matches

    by_fold = {fold(header): header for header in unknown}
    near = [by_fold[word] for word in get_close_matches(name, by_fold, n=1, cutoff=0.5)]
    hint = f" ; est-ce « {near[0]} » ?" if near else "."
    faults.add("Z052", f"La colonne obligatoire « {name} » manque{hint}", row=row, about=(name,))
