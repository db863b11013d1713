"""One line on standard error: what is not the answer."""

import contextlib
import sys

from zest.console.blocks import clean
from zest.console.typography import french


def say(words: str) -> None:
    """Write one French line, if standard error is open; with none, ``print`` would take standard output."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            print(french(clean(f"zest : {' '.join(words.split())}")), file=sys.stderr, flush=True)
