"""What a process that fills the templates of others is: it answers one request after another, within its limits.

Requests and answers are the same on both sides: four bytes that tell a length, then so many bytes.
"""

import math
import struct
import sys
from collections.abc import Callable
from typing import BinaryIO

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""
SECONDS_OF_ALL = 600
"""Of processor, for all that one process answers."""
WRITTEN = 32 * 1024 * 1024
"""Bytes of a file, should it find one to write."""
_LENGTH = struct.Struct(">I")


def send(out: BinaryIO, content: bytes) -> None:
    """Write one request or one answer."""
    out.write(_LENGTH.pack(len(content)))
    out.write(content)
    out.flush()


def receive(given: BinaryIO, most: int) -> bytes | None:
    """Return the next request or answer; ``None`` when there is none, none that is whole, or it is too long."""
    head = given.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (size,) = _LENGTH.unpack(head)
    if size > most:
        return None
    content = given.read(size)
    return content if len(content) == size else None


def serve(answer: Callable[[bytes], bytes], seconds: int, most: int) -> None:
    """Answer on the standard streams, until there is nothing more to answer.

    Args:
        answer: from a request to what is told of it.
        seconds: of processor that one answer may take.
        most: bytes of a request.
    """
    _limit()
    while (request := receive(sys.stdin.buffer, most)) is not None:
        _allow(seconds)
        send(sys.stdout.buffer, answer(request))


def _limit() -> None:
    """Take away what a template does not need; there is no way back."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (WRITTEN, WRITTEN))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_OF_ALL, SECONDS_OF_ALL))


def _allow(seconds: int) -> None:
    """Give so many seconds from now on; whoever takes more is ended by the system."""
    import resource

    told = resource.getrusage(resource.RUSAGE_SELF)
    until = math.ceil(told.ru_utime + told.ru_stime) + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (min(until, SECONDS_OF_ALL), SECONDS_OF_ALL))
