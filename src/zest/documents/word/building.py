"""A Word model built from code, so that it can be reviewed: a page, and the pieces that are put on it."""

import io
from collections.abc import Sequence
from typing import Any

from zest.documents.ooxml.packing import normalised
from zest.documents.word import frame
from zest.documents.word.faces import embed
from zest.documents.word.opening import require
from zest.documents.word.strokes import bare, edge, shade, small, whole
from zest.documents.word.styles import dress
from zest.documents.word.zones import writable
from zest.documents.words import typeset
from zest.model.charter import Charter


class Page:
    """A document under construction; ``built`` gives its bytes."""

    def __init__(  # noqa: PLR0913  # what a page is, each by its name
        self,
        charter: Charter,
        slug: str,
        title: str,
        kicker: str,
        *,
        height: float = 50.0,
        foot: str = "",
        heading: str = "",
    ) -> None:
        """Lay out an A4 page.

        Args:
            charter: the colours.
            slug: of the document; it stays in the file, so that an edited model is known again.
            title: title property, and running head from the second page on.
            kicker: small line above the title.
            height: of the band, millimetres.
            foot: what the foot of the page says.
            heading: large words in the band; the title where they are none.
        """
        require()
        import docx

        self.charter: Charter = charter
        self.document: Any = docx.Document()
        title, kicker, heading, foot = map(typeset, (title, kicker, heading, foot))
        frame.identify(self.document, slug, title)
        dress(self.document, charter)
        frame.measure(self.document.sections[0])
        frame.band(self.document, charter, height, kicker, heading or title)
        frame.running_head(self.document, charter, title)
        frame.foot(self.document, charter, foot)
        embed(self.document)

    def text(self, words: str = "", style: str = "Normal", *, into: Any = None) -> Any:
        """Add a paragraph; ``**`` around words makes them bold."""
        line = (into or self.document).add_paragraph("", style=self.document.styles[style])
        _write(line, words)
        return line

    def heading(self, words: str, level: int = 1) -> Any:
        """Add a title within the page."""
        return self.text(words, f"Heading {level}")

    def each(self, loop: str, *lines: tuple[str, str]) -> None:
        """Add paragraphs once for each item of a list: ``each("one in jobs", ("{{ one.title }}", "List Bullet"))``."""
        self._between(f"for {loop}", "endfor", lines)

    def when(self, field: str, *lines: tuple[str, str]) -> None:
        """Add paragraphs where a field says something."""
        self._between(f"if {field}", "endif", lines)

    def _between(self, opening: str, closing: str, lines: Sequence[tuple[str, str]]) -> None:
        self.text(f"{{%p {opening} %}}")
        for words, style in lines:
            self.text(words, style)
        self.text(f"{{%p {closing} %}}")

    def table(self, widths: Sequence[float]) -> Any:
        """Add a table without edges, its columns in millimetres; rows are added to it."""
        from docx.shared import Mm

        made = self.document.add_table(0, len(widths))
        made.autofit = False
        bare(made)
        for column, width in zip(made.columns, widths, strict=True):
            column.width = Mm(width)
        return made

    def row(self, table: Any, *cells: str, widths: Sequence[float], styles: Sequence[str] = ()) -> Any:
        """Add a row of texts, one style a cell; a line of a cell after its first may name its own: ``Note|words``."""
        from docx.shared import Mm

        row = table.add_row()
        whole(row)
        for cell, words, width, style in zip(
            row.cells, cells, widths, styles or ["Normal"] * len(cells), strict=True
        ):
            cell.width = Mm(width)
            first, *others = words.split("\n")
            cell.paragraphs[0].style = self.document.styles[style]
            _write(cell.paragraphs[0], first)
            for one in others:
                label, _, rest = one.rpartition("|")
                self.text(rest, label or "Normal", into=cell)
        return row

    def blanks(self, *labels: tuple[str, float], height: float = 8) -> None:
        """Add a line of zones to fill, each with its label and its share of the line."""
        from docx.enum.table import WD_ROW_HEIGHT_RULE
        from docx.shared import Mm

        names, shares = [name for name, _ in labels], [share for _, share in labels]
        widths = [frame.WIDTH * share / sum(shares) for share in shares]
        table = self.table(widths)
        self.row(table, *names, styles=["Étiquette"] * len(names), widths=widths)
        row = table.add_row()
        whole(row)
        row.height, row.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
        for cell, name, width in zip(row.cells, names, widths, strict=True):
            cell.width = Mm(width)
            self.filled(cell)
            writable(cell.paragraphs[0], name)
        self.text("", "Filet")

    def filled(self, cell: Any) -> None:
        """Give a cell the look of one that somebody fills."""
        shade(cell, self.charter.light)
        edge(cell, self.charter.accent)

    def built(self) -> bytes:
        """Return the bytes; the same ones at each build."""
        for last in self.document.paragraphs[-1:]:
            if not last.text:
                # Word wants a paragraph after a table: it must not be what takes a page more.
                small(last, 0.1)
        out = io.BytesIO()
        self.document.save(out)
        return normalised(out.getvalue())


def _write(line: Any, words: str) -> None:
    """Add words to a paragraph, set as a printer sets them, those between ``**`` in bold."""
    for rank, piece in enumerate(typeset(words).split("**")):
        if piece:
            line.add_run(piece).bold = True if rank % 2 else None
