"""What a plugin does may fail; it may not end, hang or deface the program that called it."""

import contextlib
import signal
import threading
from collections.abc import Generator
from types import FrameType

LIMIT = 10.0
"""Seconds that a plugin has at each step, on Unix in the main thread; elsewhere no limit can be set."""


class Overtime(BaseException):
    """A plugin took too long. Not an ``Exception``, so that its own ``except`` cannot swallow it."""


CONTAINED = (Exception, SystemExit, Overtime)
"""What is caught around a plugin. A keyboard interrupt passes: it is the user's."""


@contextlib.contextmanager
def limited(seconds: float = LIMIT) -> Generator[None, None, None]:
    """Raise :class:`Overtime` in the block after ``seconds``, where the system allows it."""
    if not _can_limit():
        yield
        return
    previous = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _can_limit() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer") and not signal.getitimer(signal.ITIMER_REAL)[0]


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise Overtime


def describe(error: BaseException) -> str:
    """Say in French what a plugin raised, on one line."""
    if isinstance(error, Overtime):
        return f"il n'a pas répondu en {LIMIT:g} secondes"
    if isinstance(error, SystemExit):
        return "il a voulu arrêter le programme (SystemExit)"
    words = " ".join(str(error).split())
    return f"{type(error).__name__} : {words[:300]}" if words else type(error).__name__
