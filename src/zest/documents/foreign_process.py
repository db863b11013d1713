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
"""Of all answers together."""
EACH = 2.0
"""Seconds, by the clock, that a copy may take on average, beyond what one alone may take."""


@attrs.frozen
class Ended(Exception):
    """A process did not answer.

    Attributes:
        waited: seconds after which it was still at it; 0 when it asked for too much, or said too much.
    """

    waited: float = 0


class Apart:
    """A process of our own module, started when it is first asked, ended with this object."""

    def __init__(self, module: str, *first: bytes, wait: float, most: int) -> None:
        """Keep what to start, and what it may take.

        Args:
            module: that serves.
            first: what it is told before anything is asked.
            wait: seconds, by the clock, after which the process is ended.
            most: bytes of an answer.
        """
        self._command = (sys.executable, "-I", "-m", module)
        self._first = first
        self._wait, self._most = wait, most
        self._seconds, self._bytes = wait, MOST_BYTES
        self._running: _Running | None = None

    def asked(self, request: bytes) -> bytes:
        """Return what is answered.

        Raises:
            Ended: there is no answer; the next request is for a fresh process.
        """
        running = self._running if self._running and self._running.copies else None
        if running and (told := self._answer(running, request)) is not None:
            return told
        # What earlier copies left behind is not this one's fault: a fresh process has the last word.
        told = self._answer(_Running(self._command), *self._first, request)
        if told is None:
            raise Ended
        return told

    def _answer(self, running: "_Running", *requests: bytes) -> bytes | None:
        """Return the last answer, if there is one.

        Raises:
            Ended: it came too late.
        """
        began, wait = time.monotonic(), min(self._wait, self._seconds + EACH)
        with running.alarm(wait):
            told = [running.told(one, min(self._most, self._bytes)) for one in requests]
        took = time.monotonic() - began
        self._running = None if None in told or took >= wait else running
        if took >= wait:
            raise Ended(wait)
        self._seconds = min(self._wait, self._seconds + EACH - took)
        self._bytes -= sum(len(one or b"") for one in told)
        return told[-1] if None not in told else None


class _Running:
    """One process, and how many more copies it is asked for."""

    def __init__(self, command: Sequence[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, env={})  # noqa: S603  # our own module
        self.copies = MOST_COPIES
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
        return receive(self._process.stdout, most)  # type: ignore[arg-type]  # idem


def _ended(process: "subprocess.Popen[bytes]") -> None:
    """End a process, and leave neither pipe nor corpse."""
    process.kill()
    # What is left in the pipe to it cannot be written any more.
    with contextlib.suppress(OSError):
        process.communicate()
