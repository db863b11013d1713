"""What ``zest diff`` answers."""

import datetime as dt
from typing import ClassVar

import attrs

from zest.comparing import ItemChange
from zest.console.answers.answer import Answer
from zest.impact import Turn


@attrs.frozen(kw_only=True)
class SideTold:
    """One side of a comparison."""

    word: str
    slug: str
    edition: str
    origin: str


@attrs.frozen(kw_only=True)
class DiffAnswer(Answer):
    """The answer of ``zest diff``."""

    schema: ClassVar[str] = "diff"

    before: SideTold
    after: SideTold
    changes: tuple[ItemChange, ...]
    as_of: dt.date | None
    turns: tuple[Turn, ...] | None
    aside: int
    unread: tuple[str, ...]
