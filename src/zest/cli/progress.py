"""How far long work has got: a bar on standard error when it is a terminal, nothing elsewhere."""

import contextlib
import sys
from collections.abc import Callable, Generator

from zest.cli.screen import is_rich


@contextlib.contextmanager
def progress(words: str, total: int) -> Generator[Callable[[int], None]]:
    """Show a bar while the block runs; what is given takes how much was done since it was last called.

    Args:
        words: French; what is going on.
        total: how much there is to do.
    """
    if not is_rich(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(words, total=total)
        yield lambda more: bar.advance(task, more)


@contextlib.contextmanager
def steps() -> Generator[Callable[[str], None]]:
    """Show what is going on, and since when, while the block runs; what is given takes the words of each step."""
    if not is_rich(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        # A bar without a total moves to and fro: no engine says how far it has got.
        task = bar.add_task("", total=None)
        yield lambda words: bar.update(task, description=words)
