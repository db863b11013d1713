"""What a plugin says besides its answer: warnings, and what it writes on standard output."""

import contextlib
import contextvars
import warnings
from collections.abc import Generator
from typing import Protocol

from zest.plugins.process import PROCESS

Mark = tuple[int, int]
"""How far standard output was: through Python, and past it."""


class Meter(Protocol):
    """Keeps standard output from whoever is not asked to write there; a command line has one, a library has none."""

    def mark(self) -> Mark:
        """Return how much was written so far."""
        ...

    def since(self, mark: Mark) -> int:
        """Return how much was written since then."""
        ...

    def blame(self, who: object, mark: Mark) -> None:
        """Remember who wrote what came since then."""
        ...


METER: contextvars.ContextVar[Meter | None] = contextvars.ContextVar("zest-meter", default=None)
"""The meter of the program that runs, if it has one."""


@contextlib.contextmanager
def overheard(who: object) -> Generator[list[str], None, None]:
    """Give the list of what is said in the block, filled at its end: one French piece of sentence each.

    Warnings are kept from whoever reads standard error, whatever the filters say. One thread listens at a time.
    """
    notes: list[str] = []
    with PROCESS, warnings.catch_warnings(record=True) as warned, metered(who) as written:
        warnings.simplefilter("always")
        yield notes
    notes += dict.fromkeys(f"il avertit : {one.category.__name__}, {_words(one)}" for one in warned)
    notes += written


@contextlib.contextmanager
def metered(who: object) -> Generator[list[str], None, None]:
    """Give the list of what is written on standard output in the block, filled at its end: nothing, or one piece."""
    notes: list[str] = []
    meter = METER.get()
    mark = meter.mark() if meter else (0, 0)
    try:
        yield notes
    finally:
        if meter and (count := meter.since(mark)):
            meter.blame(who, mark)
            notes.append(f"il écrit sur la sortie standard ({count} signe{'s' if count > 1 else ''})")


def _words(warned: warnings.WarningMessage) -> str:
    return " ".join(str(warned.message).split()).rstrip(".")[:200]
