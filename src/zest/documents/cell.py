"""A template of somebody else's, rendered in a process of its own: little memory, little time, nothing to read.

Run as ``python -I -m zest.documents.cell``: each request is JSON, each answer one line of JSON, then the pages.
Typst cannot be interrupted and a failed allocation ends its process, so that it is never ours.
"""

import json
import re
import struct
from pathlib import Path

from zest.documents.serving import serve

SECONDS = 5
"""Of processor, for one copy."""
OUTPUT = 32 * 1024 * 1024
"""Bytes of an answer, and of a request."""


def answer(request: bytes) -> bytes:
    """Compile what is asked, and return one line that tells the outcome, then each page after its length."""
    import datetime as dt

    from zest.documents.document import Format
    from zest.documents.errors import Overflow, Unprintable
    from zest.documents.typesetting import compiled

    asked = json.loads(request)
    source, given = Path(asked["source"]), json.loads(asked["inputs"])
    try:
        made = compiled(source, given, Format(asked["format"]), dt.date.fromisoformat(asked["day"]))
    except Overflow as fault:
        told = {"overflow": [fault.zone, fault.field, fault.measured, fault.limit]}
    except Unprintable as fault:
        told = {"unprintable": [fault.sign]}
    except RuntimeError as fault:
        message, diagnostic = fault.args
        line = re.search(r"main\.typ:(\d+)", diagnostic)
        told = {"fault": [int(line[1]) if line else 0, message.replace(str(source.parent), "")[:400]]}
    else:
        pages = [made] if isinstance(made, bytes) else made
        head = b'{"pages": %d}\n' % len(pages)
        return head + b"".join(struct.pack(">I", len(page)) + page for page in pages)
    return json.dumps(told).encode() + b"\n"


if __name__ == "__main__":
    serve(answer, SECONDS, OUTPUT)
