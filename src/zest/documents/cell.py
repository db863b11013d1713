"""A template of somebody else's, rendered in a process of its own: little memory, little time, nothing to read.

Run as ``python -I -m zest.documents.cell``: the request on standard input, one line of JSON then the pages on standard
output. Typst cannot be interrupted and a failed allocation ends its process, so that it is never ours.
"""

import json
import re
import struct
import sys
from pathlib import Path
from typing import BinaryIO

MEMORY = 1024 * 1024 * 1024
"""Bytes of address space."""
SECONDS = 5
"""Of processor."""
OUTPUT = 32 * 1024 * 1024
"""Bytes that it may write."""


def limit() -> None:
    """Take away what a template does not need; there is no way back."""
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def answer(request: dict[str, str], out: BinaryIO) -> None:
    """Compile what is asked, and write one line that tells the outcome, then each page after its length."""
    import datetime as dt

    from zest.documents.document import Format
    from zest.documents.errors import Overflow, Unprintable
    from zest.documents.typesetting import compiled

    given = json.loads(request["inputs"])
    day = dt.date.fromisoformat(request["day"])
    try:
        made = compiled(Path(request["source"]), given, Format(request["format"]), day)
    except Overflow as fault:
        told = {"overflow": [fault.zone, fault.field, fault.measured, fault.limit]}
    except Unprintable as fault:
        told = {"unprintable": [fault.sign]}
    except RuntimeError as fault:
        message, diagnostic = fault.args
        line = re.search(r"main\.typ:(\d+)", diagnostic)
        told = {
            "fault": [
                int(line[1]) if line else 0,
                message.replace(str(Path(request["source"]).parent), "")[:400],
            ]
        }
    else:
        pages = [made] if isinstance(made, bytes) else made
        out.write(b'{"pages": %d}\n' % len(pages))
        out.writelines(struct.pack(">I", len(page)) + page for page in pages)
        return
    out.write(json.dumps(told).encode() + b"\n")


def main() -> None:
    """Answer one request."""
    request = json.loads(sys.stdin.buffer.read())
    limit()
    answer(request, sys.stdout.buffer)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
