"""A model that zest did not build, filled in a process of its own: little memory, little time.

Run as ``python -I -m zest.documents.word.cell``: first the model, then the data of each copy as JSON; each answer is a
document, or why there is none.
"""

import json
import re

from zest.documents.ooxml.guard import MOST_FILE
from zest.documents.serving import serve

SECONDS = 10
"""Of processor, for one copy."""
MADE = b"+"
REFUSED = b"-"
"""First byte of an answer; of a refusal, the rest is JSON: the field or rank that has no value, or what went wrong."""
_MOST_WORDS = 200
_QUOTED = re.compile("'([^']*)'")
_RANK = re.compile(r"has no element (-?\d+)")
"""What Jinja says of a field: « 'a' is undefined », « 'dict object' has no attribute 'a' »."""


class Answers:
    """What is answered: nothing to the model, then one document a copy."""

    def __init__(self) -> None:
        """Wait for the model."""
        self._model: bytes = b""

    def __call__(self, request: bytes) -> bytes:
        """Keep the model, or fill it."""
        if self._model:
            return answer(self._model, request)
        self._model = request
        return b""


def answer(model: bytes, request: bytes) -> bytes:
    """Return the document of one copy after its first byte, or why there is none."""
    from zest.documents.word.filling import fill

    try:
        return MADE + fill(model, json.loads(request), trusted=False)
    # Whatever a model of somebody else's does wrong is told, in the words of the library that met it.
    except Exception as error:  # noqa: BLE001
        return REFUSED + json.dumps(_told(error)).encode()


def _told(error: Exception) -> dict[str, str]:
    from jinja2 import UndefinedError

    words = str(error) if isinstance(error, UndefinedError) else ""
    if rank := _RANK.search(words):
        return {"rank": rank[1]}
    if fields := _QUOTED.findall(words):
        return {"field": fields[-1]}
    return {"words": f"{type(error).__name__} : {error}"[:_MOST_WORDS]}


if __name__ == "__main__":
    serve(Answers(), SECONDS, MOST_FILE)
