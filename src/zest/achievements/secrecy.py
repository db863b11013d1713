"""What can be published of structures and quarters, small counts (*petits effectifs*) hidden."""

from collections.abc import Mapping, Sequence

import attrs

from zest.measures import hidden
from zest.report import MeasureReport


@attrs.frozen(kw_only=True)
class Cell:
    """A number of cases kept out of a number of cases; both ``None`` when hidden.

    Attributes:
        kept: cases that passed.
        cases: cases.
    """

    kept: int | None
    cases: int | None


def quarter_cells(measures: Sequence[MeasureReport], least: int) -> Mapping[tuple[str, str], Cell]:
    """Return the cell of each structure and quarter, and under an empty structure that of the quarter as a whole.

    A quarter too small as a whole is hidden, and so is every cell of it. An impossible count, of which more were kept
    than there were, is no cell.
    """
    possible = [one for one in measures if 0 <= one.kept <= one.cases]
    made: dict[tuple[str, str], Cell] = {}
    for quarter in dict.fromkeys(one.quarter for one in possible):
        held = [one for one in possible if one.quarter == quarter]
        whole = sum(one.cases for one in held)
        silent = hidden([one.cases for one in held], least)
        for rank, one in enumerate(held):
            made[one.structure, quarter] = _cell(one.kept, one.cases, told=rank not in silent)
        made["", quarter] = _cell(sum(one.kept for one in held), whole, told=not 0 < whole < least)
    return made


def _cell(kept: int, cases: int, *, told: bool) -> Cell:
    return Cell(kept=kept, cases=cases) if told else Cell(kept=None, cases=None)
