"""A model that zest did not build, filled in a process of its own: little memory, little time.

Run as ``python -I -m zest.documents.word.cell``: on standard input the size of the model, the model, then the data as
JSON; on standard output the document.
"""

import json
import sys

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""
SECONDS = 10
"""Of processor."""


def limit() -> None:
    """Take away what a model does not need; there is no way back."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(request: bytes) -> bytes:
    """Fill the model of a request."""
    from zest.documents.word.filling import fill

    size, _, rest = request.partition(b"\n")
    model, data = rest[: int(size)], rest[int(size) :]
    return fill(model, json.loads(data), trusted=False)


def main() -> None:
    """Answer one request."""
    limit()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
