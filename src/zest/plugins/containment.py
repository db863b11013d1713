"""What a plugin does may fail; it may not end, hang or deface the program that called it."""

import contextlib
import signal
import threading
import time
from collections.abc import Callable, Generator
from types import FrameType

from zest.errors import ZestError
from zest.raised import said, where

LIMIT = 10.0
"""Seconds that a plugin has at each step, on Unix in the main thread; elsewhere no limit can be set."""

Ringer = Callable[[int, FrameType | None], None]


class Overtime(BaseException):
    """A plugin took too long. Not an ``Exception``, so that its own ``except`` cannot swallow it."""


class _Watch:
    """The call that runs under :func:`watching`, if one does.

    Attributes:
        thread: the one that is watched; 0 for none.
        begun: when its call began; 0 for none.
    """

    thread = 0
    begun = 0.0


@contextlib.contextmanager
def limited(seconds: float | None = None) -> Generator[None, None, None]:
    """Raise :class:`Overtime` in the block after ``seconds`` (``LIMIT``), where the system allows it.

    Inside another limit the outer one rules. Under :func:`watching` the block is stopped a little later.
    """
    if _Watch.thread == threading.get_ident():
        outer, _Watch.begun = _Watch.begun, _Watch.begun or time.monotonic()
        try:
            yield
        finally:
            _Watch.begun = outer
    elif _can_limit():
        with _alarm(LIMIT if seconds is None else seconds, 0, _ring):
            yield
    else:
        yield


@contextlib.contextmanager
def watching() -> Generator[None, None, None]:
    """Set one alarm for all the limited calls of the block: thousands of short ones then cost next to nothing."""
    if not _can_limit():
        yield
        return
    _Watch.thread = threading.get_ident()
    try:
        with _alarm(LIMIT / 4, LIMIT / 4, _look):
            yield
    finally:
        _Watch.thread = 0


def _can_limit() -> bool:
    main = threading.current_thread() is threading.main_thread()
    return main and hasattr(signal, "setitimer") and not signal.getitimer(signal.ITIMER_REAL)[0]


@contextlib.contextmanager
def _alarm(seconds: float, again: float, ring: Ringer) -> Generator[None, None, None]:
    previous = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, again)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, previous)


def _ring(_number: int, _frame: FrameType | None) -> None:
    raise Overtime


def _look(_number: int, _frame: FrameType | None) -> None:
    if _Watch.begun and time.monotonic() - _Watch.begun >= LIMIT:
        # Once for each call: what the plugin does of it is stopped no more than its handling of it.
        _Watch.begun = 0.0
        raise Overtime


def limit_words() -> str:
    """Say the time that a plugin has, in French."""
    return f"{LIMIT:g} secondes".replace(".", ",")


def describe(error: BaseException, package: str = "") -> str:
    """Say in French what a plugin raised, on one line, and where in its package."""
    if isinstance(error, Overtime):
        return f"il n'a pas répondu en {limit_words()}"
    if isinstance(error, SystemExit):
        return "il a voulu arrêter le programme (SystemExit)"
    words = _words(error).rstrip(".")
    if words and isinstance(error, ZestError):
        # Our own words say enough; the name of a class tells nobody anything.
        return words
    return f"{said(error, words[:300])}{where(error, package)}"


def ended(words: str) -> str:
    """Close a sentence that a question may have closed already."""
    return words if words.endswith("?") else f"{words}."


def _words(error: BaseException) -> str:
    """Return what an error says of itself, on one line; it may fail at that too."""
    try:
        return " ".join(str(error).split())
    except Exception:  # noqa: BLE001  # its class is a plugin's
        return ""
