"""The other side of a process that serves: asks, waits a little, and believes nothing that is too long.

One process answers for all copies of a template: starting it takes longer than filling a hundred of them.
"""

import contextlib
import subprocess
import sys
import threading
import time
import weakref
from collections.abc import Generator, Sequence

import attrs

from zest.documents.serving import receive, send

MOST_COPIES = 1_000
"""Answers of one process; a fresh one then takes over, so that nothing that a template leaves behind adds up."""
MOST_BYTES = 4 * 1024 * 1024 * 1024
"""Of all answers of one process."""


@attrs.frozen
class Ended(Exception):
    """A process did not answer.

    Attributes:
        late: whether it was still at it; or else it asked for too much, or said too much.
    """

    late: bool


class Apart:
    """A process of our own module, started when it is first asked, ended with this object."""

    def __init__(self, module: str, *first: bytes) -> None:
        """Keep what to start.

        Args:
            module: that serves.
            first: what it is told before anything is asked.
        """
        self._command = (sys.executable, "-I", "-m", module)
        self._first = first
        self._running: _Running | None = None

    def asked(self, request: bytes, *, wait: float, most: int) -> bytes:
        """Return what is answered.

        Args:
            request: what is asked.
            wait: seconds, by the clock, after which the process is ended.
            most: bytes of an answer.

        Raises:
            Ended: there is no answer; the next request is for a fresh process.
        """
        began = time.monotonic()
        running = self._running if self._running and self._running.copies else None
        first = () if running else self._first
        running = self._running = running or _Running(self._command)
        with running.alarm(wait):
            told = [running.told(one, most) for one in (*first, request)]
        late = time.monotonic() - began >= wait
        if None in told or late:
            self._running = None
            raise Ended(late)
        return told[-1] or b""


class _Running:
    """One process, and what it may still say."""

    def __init__(self, command: Sequence[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env={})  # noqa: S603  # our own module
        self.copies, self._bytes = MOST_COPIES, MOST_BYTES
        weakref.finalize(self, _ended, self._process)

    @contextlib.contextmanager
    def alarm(self, wait: float) -> Generator[None]:
        """End the process when something takes too long."""
        self.copies -= 1
        alarm = threading.Timer(wait, self._process.kill)
        alarm.start()
        try:
            yield
        finally:
            alarm.cancel()
            alarm.join()

    def told(self, request: bytes, most: int) -> bytes | None:
        """Return the answer to a request, if there is one."""
        try:
            send(self._process.stdin, request)  # type: ignore[arg-type]  # a pipe was asked for
        except OSError:
            # It has ended: nobody reads.
            return None
        told = receive(self._process.stdout, min(most, self._bytes))  # type: ignore[arg-type]  # idem
        self._bytes -= len(told or b"")
        return told


def _ended(process: "subprocess.Popen[bytes]") -> None:
    """End a process, and leave neither pipe nor corpse."""
    process.kill()
    # What is left in the pipe to it cannot be written any more.
    with contextlib.suppress(OSError):
        process.communicate()
