"""Standard output for the answer alone: what anything else writes there is counted, and told on standard error.

Plugins run in this process: one that prints would spoil the JSON that a script reads. Python's own stream and the
descriptor under it, which programs started by a plugin inherit, are both taken away while a command runs.
"""

import contextlib
import io
import os
import sys
from collections.abc import Generator
from typing import TextIO

from zest.cli.saying import say
from zest.plugins.noise import METER, Mark

KEPT = 200
"""Signs of what was written that are told to whoever reads standard error."""
ROOM = 1 << 20
"""Bytes that may be written past Python; then the system refuses, before memory is full."""


class Sink(io.TextIOBase):
    """Takes what is printed, counts its signs and keeps the beginning."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.count: int = 0
        self.head: str = ""

    def write(self, text: str) -> int:
        """Count, and keep as long as there is room."""
        self.count += len(text)
        self.head += text[: max(0, ROOM - len(self.head))]
        return len(text)

    def fileno(self) -> int:
        """Return the descriptor that a child of this process writes to."""
        return 1

    @property
    def buffer(self) -> io.BufferedIOBase:
        """Return where bytes are written, for those who do not write text."""
        return _Bytes(self)

    encoding: str = "utf-8"
    errors: str | None = "strict"


class _Bytes(io.BufferedIOBase):
    def __init__(self, sink: Sink) -> None:
        self.sink = sink

    def write(self, data: object) -> int:
        held = bytes(data)  # type: ignore[call-overload]  # whatever has bytes
        self.sink.write(held.decode("utf-8", "replace"))
        return len(held)


class Diversion:
    """What stands in the place of standard output: the meter of :mod:`zest.plugins.noise`.

    Attributes:
        answer: where the answer goes; ``None`` when standard output is closed.
        sink: what Python prints.
        descriptor: what is written past Python; ``None`` where the system cannot tell.
    """

    def __init__(self, answer: TextIO | None, descriptor: int | None) -> None:
        """Remember where the answer goes."""
        self.answer = answer
        self.descriptor = descriptor
        self.sink: Sink = Sink()
        self._blamed: dict[str, str] = {}

    def mark(self) -> Mark:
        """Return how much was written so far."""
        return self.sink.count, self._offset()

    def since(self, mark: Mark) -> int:
        """Return how much was written since then: signs through Python, bytes past it."""
        return sum(self.mark()) - sum(mark)

    def blame(self, who: object, mark: Mark) -> None:
        """Remember who wrote what came since then."""
        printed = self.sink.head[mark[0] : mark[0] + KEPT]
        past = os.pread(self.descriptor, KEPT, mark[1]) if self.descriptor is not None else b""
        words = " ".join(f"{printed} {past.rstrip(bytes(1)).decode(errors='replace')}".split())
        self._blamed.setdefault(str(who), words[:KEPT])

    def tell(self) -> None:
        """Say on standard error who wrote what."""
        for who, words in self._blamed.items():
            said = f"« {words} »" if words else "rien qui se lise"
            say(f"le greffon {who} écrit sur la sortie standard ; la réponse ne le contient pas : {said}.")

    def _offset(self) -> int:
        return 0 if self.descriptor is None else os.lseek(self.descriptor, 0, os.SEEK_CUR)


@contextlib.contextmanager
def diverted(*, for_good: bool) -> Generator[Diversion, None, None]:
    """Keep standard output for the answer during the block, then say who else wanted it.

    Args:
        for_good: whether the process ends after the block: what a plugin writes at the very end is then kept away too.
    """
    with _descriptor(sys.stdout, for_good=for_good) as (answer, descriptor):
        made = Diversion(answer, descriptor)
        token, before = METER.set(made), sys.stdout
        sys.stdout = made.sink
        try:
            yield made
        finally:
            METER.reset(token)
            if not for_good:
                sys.stdout = before
            made.tell()


@contextlib.contextmanager
def _descriptor(
    stream: TextIO | None, *, for_good: bool
) -> Generator[tuple[TextIO | None, int | None], None, None]:
    """Put a file in the place of descriptor 1, and give the answer another way to where that led.

    Only when standard output is that of the process: a test or a caller that has put its own there keeps it, and
    when it is closed its descriptor may be that of any file.
    """
    if stream is None or not _is_own(stream):
        yield stream, None
        return
    stream.flush()
    kept, taken = os.dup(1), _room()
    os.dup2(taken if taken is not None else os.open(os.devnull, os.O_WRONLY), 1)
    answer = open(kept, "w", encoding=stream.encoding, errors=stream.errors)  # noqa: PTH123, SIM115  # a descriptor
    try:
        yield answer, taken
    finally:
        if not for_good:
            os.dup2(kept, 1)
        with contextlib.suppress(OSError, ValueError):
            answer.close()


def _is_own(stream: TextIO) -> bool:
    try:
        return stream is sys.__stdout__ and stream.fileno() == 1
    except (OSError, ValueError):
        return False


def _room() -> int | None:
    """Return a file in memory that cannot grow past its room; ``None`` where there is no such thing."""
    if sys.platform != "linux":
        return None
    import fcntl

    made = os.memfd_create("zest", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
    os.ftruncate(made, ROOM)
    fcntl.fcntl(made, fcntl.F_ADD_SEALS, fcntl.F_SEAL_GROW)
    return made
