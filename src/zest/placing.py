"""What is written whole or not at all: made beside its place, and gone if anything stops it."""

import contextlib
import errno
import os
import re
import shutil
import weakref
from collections.abc import Generator, Iterator
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_NUMBER = re.compile(r"\(os error (\d+)\)")
"""How Rust ends what a system says: polars does not always make an ``OSError`` of it."""


class _Holder:
    """Lives as long as the work does."""


@contextlib.contextmanager
def beside(path: Path, *, parents: bool = False) -> Generator[Path, None, None]:
    """Give a place to fill, of the same name as a path, from which to move what is whole to that path.

    It is in a folder of its own, beside the path, so that a thread that was not told to stop cannot make the file
    again once it is removed.

    Args:
        path: of a file or a folder.
        parents: whether the folders above it are made.

    Raises:
        OSError: the system refuses. What a library says of a full disk in its own words is one, about the path.
    """
    if parents:
        path.parent.mkdir(parents=True, exist_ok=True)
    folder = path.with_name(f".{path.name[:32]}.{os.urandom(4).hex()}.part")
    # Python may hear twice of one interruption, as from polars; the second time stops the cleaning itself.
    holder = _Holder()
    weakref.finalize(holder, shutil.rmtree, folder, ignore_errors=True)
    try:
        folder.mkdir()
        yield folder / path.name
    except Exception as error:
        if number := full_disk(error):
            raise OSError(number, os.strerror(number), str(path)) from error
        raise
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def full_disk(error: BaseException) -> int:
    """Return the number of the system for « no room left » when that is what an exception comes from, else 0."""
    return next((number for number in system_numbers(error) if number in _FULL), 0)


def system_numbers(error: BaseException) -> Iterator[int]:
    """Yield the numbers by which the system refused something, of an exception and of those that it comes from."""
    for one in _chain(error):
        yield from _numbers(one)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _numbers(error: BaseException) -> Iterator[int]:
    if isinstance(error, OSError) and error.errno:
        yield error.errno
    words = str(error)
    yield from map(int, _NUMBER.findall(words))
    # DuckDB and Java have but the words.
    yield from (number for number in _FULL if os.strerror(number) in words)
