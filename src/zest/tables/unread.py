"""Rows of which a cell was given and could not be read: what they do not tell must not be held against them."""

from typing import TYPE_CHECKING

import attrs

from zest.tables.schemas import ROW, UNREAD

if TYPE_CHECKING:
    import polars as pl


@attrs.frozen
class Unread:
    """What is gathered while a file is read: of each column, the rows of the cells that became null.

    Attributes:
        found: a frame of rows for each batch and column at fault.
    """

    found: "list[pl.DataFrame]" = attrs.field(factory=list)

    def add(self, column: str, rows: "pl.Series") -> None:
        """Keep rows in mind."""
        import polars as pl

        self.found.append(rows.rename(ROW).to_frame().with_columns(pl.lit(column).alias(UNREAD)))

    def beside(self, frame: "pl.LazyFrame") -> "pl.LazyFrame":
        """Return the frame with the column ``UNREAD``; as it is when every cell was read."""
        import polars as pl

        if not self.found:
            return frame
        names = pl.format(" {} ", pl.col(UNREAD).str.join(" "))
        told = pl.concat(self.found).lazy().group_by(ROW).agg(names.alias(UNREAD))
        return frame.join(told, on=ROW, how="left", maintain_order="left")
