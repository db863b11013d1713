"""What a conversion carried over, and what it could not."""

from collections.abc import Iterator

from zest.console.blocks import Block, Grid, Heading, Span, text
from zest.console.helping import plain_type, title
from zest.console.typography import count, french
from zest.model.dossier import Dossier


def conversion_blocks(source: str, target: str, dossier: Dossier) -> Iterator[Block]:
    """Yield how many objects of each kind were written, then what the source held that could not be read."""
    import attrs

    yield Heading(f"{source} → {target}")
    rows = [
        (text(title(plain_type(field.type)[0])), text(count(len(value), "ligne")))
        for field in attrs.fields(Dossier)
        if not field.metadata.get("omit")
        and isinstance(value := getattr(dossier, field.name), tuple)
        and value
    ]
    yield Grid(rows=tuple(rows))
    if not target.endswith((".xlsx", "/zest.toml")):
        yield from _left_beside(dossier)
    if dossier.faults:
        yield Heading("Ce qui n'a pas été lu, et manque donc", aside=count(len(dossier.faults), "constat"))
        lost = [((Span(str(one.place), "code"),), text(french(one.message))) for one in dossier.faults]
        yield Grid(rows=tuple(lost), flexible=1)


def _left_beside(dossier: Dossier) -> Iterator[Block]:
    """Tell what a target that is one file has no place for: record tables, as they are measured."""
    if dossier.tables:
        yield Heading("Ce qui reste à côté", aside=count(len(dossier.tables), "tableau", "tableaux"))
        rows = [
            (text(table.file, "code"), text(french(beside(table.name, table.kept))))
            for table in dossier.tables
        ]
        yield Grid(rows=tuple(rows), flexible=1)


def beside(name: str, kept: int) -> str:
    """Say what is lost of a record table: its rows are objects of the target, without what no object has."""
    from zest.tables.schemas import schema_of

    lost = [column.title.lower() for column in schema_of(name).columns if not column.path]
    words = f"{count(kept, 'ligne')} ; les engagements ne se mesurent que sur le tableau lui-même"
    return f"{words}, et lui seul tient : {', '.join(lost)}." if lost else f"{words}."
