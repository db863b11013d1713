"""What is wrong in a TOML text, in French, with what the writer most likely meant."""

import re
from typing import Final

from zest.io.hints import clipped, translate
from zest.io.places import FaultError
from zest.io.toml_hints import HINTS
from zest.io.toml_lexer import last_token
from zest.io.toml_places import last_pair

_TWICE: Final = re.compile(r"Cannot (declare|overwrite|mutate|redefine)|Duplicate inline")
_CUT: Final = re.compile(r"Unterminated string|Expected [\"']+$")


def explain(cause: str, text: str, offset: int) -> FaultError:
    """Say in French what ``tomllib`` refused, where the writer will look for it.

    Args:
        cause: as ``tomllib`` says it, without the place.
        text: the whole text.
        offset: where ``tomllib`` stopped.
    """
    if _TWICE.match(cause):
        return _twice(text, offset)
    if offset == len(text) and _CUT.match(cause):
        offset = last_token(text)
    message = translate(HINTS, cause, text, offset)
    return FaultError(message or f"La syntaxe TOML est fautive ici ({clipped(cause)}).", offset)


def _twice(text: str, offset: int) -> FaultError:
    pair = last_pair(text[:offset])
    name = clipped(text[pair.start : pair.end].strip())
    if 0 <= pair.node.key < pair.start:
        first = text.count("\n", 0, pair.node.key) + 1
        message = f"« {name} » est déjà défini à la ligne {first} ; gardez une seule des deux définitions."
    else:
        message = (
            f"« {name} » contredit ce qui est défini plus haut sous le même nom ; renommez-le ou ôtez-le."
        )
    return FaultError(message, pair.start)
