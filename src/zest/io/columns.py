"""``columns.toml`` as somebody wrote it: what breaks its syntax is told in French, with its line."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from zest.errors import DataFileError
from zest.io.document import parse_document
from zest.io.places import SyntaxFault
from zest.io.text import read_text

if TYPE_CHECKING:
    from zest.tables.mapping import TableMapping


def read_columns(file: Path) -> "Mapping[str, TableMapping]":
    """Read how the columns of tables are called.

    Raises:
        UnreadableFileError: it is absent, empty, a folder, or no text in UTF-8.
        DataFileError: it does not hold what it must; the message tells where.
    """
    from zest.tables.mapping_files import mapping_of

    told = parse_document(read_text(file), file.as_posix(), "toml")
    if isinstance(told, SyntaxFault):
        raise DataFileError(f"{told.place} : {told.message}")
    return mapping_of(told.data, file.as_posix())
