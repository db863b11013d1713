"""Cells of a table that a spreadsheet will open."""

import re

# Full-width signs too: spreadsheets of some languages take them for the plain ones.
_FORMULA = re.compile("[\\s\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20]")


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet runs: an apostrophe stands before what begins as a formula does.

    A text is brought to one line.
    """
    if not isinstance(cell, str):
        return cell
    words = " ".join(cell.split())
    return f"'{words}" if _FORMULA.match(words) else words
