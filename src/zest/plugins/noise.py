"""What a plugin says besides its answer: warnings, and what it writes on standard output."""

import contextlib
import contextvars
import warnings
from collections.abc import Generator
from typing import Protocol


class Meter(Protocol):
    """Knows how much was written on standard output; a command line has one, a library has none."""

    def written(self) -> int:
        """Return the number of bytes written so far."""
        ...

    def blame(self, who: object, since: int) -> None:
        """Remember who wrote what came after ``since``."""
        ...


METER: contextvars.ContextVar[Meter | None] = contextvars.ContextVar("zest-meter", default=None)
"""The meter of the program that runs, if it has one."""


@contextlib.contextmanager
def overheard(who: object) -> Generator[list[str], None, None]:
    """Give the list of what is said in the block, filled at its end: one French piece of sentence each.

    Warnings are kept from whoever reads standard error, whatever the filters say.
    """
    notes: list[str] = []
    with warnings.catch_warnings(record=True) as warned, metered(who) as written:
        warnings.simplefilter("always")
        yield notes
    notes += dict.fromkeys(f"il avertit : {one.category.__name__}, {_words(one)}" for one in warned)
    notes += written


@contextlib.contextmanager
def metered(who: object) -> Generator[list[str], None, None]:
    """Give the list of what is written on standard output in the block, filled at its end: nothing, or one piece."""
    notes: list[str] = []
    meter = METER.get()
    before = meter.written() if meter else 0
    try:
        yield notes
    finally:
        if meter and (count := meter.written() - before):
            meter.blame(who, before)
            notes.append(f"il écrit sur la sortie standard ({count} octet{'s' if count > 1 else ''})")


def _words(warned: warnings.WarningMessage) -> str:
    return " ".join(str(warned.message).split()).rstrip(".")[:200]
