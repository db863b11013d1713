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
    if dossier.faults:
        yield Heading("Ce qui n'a pas été lu, et manque donc", aside=count(len(dossier.faults), "constat"))
        lost = [((Span(str(one.place), "code"),), text(french(one.message))) for one in dossier.faults]
        yield Grid(rows=tuple(lost), flexible=1)
