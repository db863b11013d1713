"""Cells of a table that a spreadsheet will open."""

import re

from zest.tables.formulas import FORMULA


def harmless(cell: object) -> object:
    """Return a cell that no spreadsheet runs: an apostrophe stands before what begins as a formula does.

    A text is brought to one line.
    """
    if not isinstance(cell, str):
        return cell
    words = " ".join(cell.split())
    return f"'{words}" if re.match(FORMULA, words) else words
