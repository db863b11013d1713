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


@contextlib.contextmanager
def limited(seconds: float | None = None) -> Generator[None, None, None]:
    """Raise :class:`Overtime` in the block after ``seconds`` (``LIMIT``), where the system allows it."""
    if not _can_limit():
        yield
        return
    previous = signal.signal(signal.SIGALRM, _ring)
    signal.setitimer(signal.ITIMER_REAL, LIMIT if seconds is None else seconds)
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


def limit_words() -> str:
    """Say the time that a plugin has, in French."""
    return f"{LIMIT:g} secondes".replace(".", ",")


def describe(error: BaseException) -> str:
    """Say in French what a plugin raised, on one line."""
    if isinstance(error, Overtime):
        return f"il n'a pas répondu en {limit_words()}"
    if isinstance(error, SystemExit):
        return "il a voulu arrêter le programme (SystemExit)"
    words = _words(error)
    return f"{type(error).__name__} : {words[:300]}" if words else type(error).__name__


def _words(error: BaseException) -> str:
    """Return what an error says of itself, on one line; it may fail at that too."""
    try:
        return " ".join(str(error).split())
    except Exception:  # noqa: BLE001  # its class is a plugin's
        return ""
