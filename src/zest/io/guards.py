"""What no dossier needs and no later step should meet, refused whatever the format."""

import math
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from zest.io.places import FaultError, KeyPath

MAX_DEPTH: Final = 50
"""Containers that may stand one inside the other, the root counted."""

MAX_NODES: Final = 100_000
"""Values, lists and tables that one document may hold."""

MAX_INTEGER: Final = 2**53
"""Beyond it a spreadsheet or a JavaScript reader would silently round the number."""

TOO_DEEP: Final = (
    f"Les listes et les tables sont imbriquées sur plus de {MAX_DEPTH} niveaux ; aplatissez-les."
)
TOO_MANY: Final = (
    f"Le document contient plus de {MAX_NODES} valeurs ; "
    "découpez-le, ou donnez les missions dans un tableau à part."
)
TOO_LARGE: Final = (
    "Ce nombre entier est trop grand pour être gardé exactement ; "
    "mettez-le entre guillemets si c'est un numéro."
)
NOT_FINITE: Final = (
    "Ce nombre est infini, indéfini ou démesuré ; "
    "écrivez un nombre ordinaire, ou mettez-le entre guillemets si c'est un numéro."
)

# Terminals obey them, XML documents refuse them, and no one can see them. Lone surrogates come from
# escapes, U+0080–U+009F from a Windows-1252 file that was converted as if it were Latin-1.
_FORBIDDEN: Final = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]",
)


def check_text(text: str) -> None:
    """Refuse control characters and lone carriage returns.

    Raises:
        FaultError: The text holds one of them.
    """
    if (alone := text.find("\r")) >= 0:
        raise FaultError(
            "La ligne se termine par un retour chariot seul ; "
            "ré-enregistrez le fichier avec des fins de ligne Unix (LF) ou Windows (CRLF).",
            alone,
        )
    if found := _FORBIDDEN.search(text):
        raise FaultError(_character_message(found[0]), found.start())


class Trouble(NamedTuple):
    """What cannot be accepted in the data of a text.

    Attributes:
        path: where.
        message: one French sentence.
        key: whether the key itself is at fault, rather than the value.
    """

    path: KeyPath
    message: str
    key: bool


def first_trouble(data: dict[str, Any]) -> Trouble | None:
    """Give the first key or value that cannot be accepted, if any.

    Depth, number of values, size of numbers and control characters are looked at, with no recursion.
    """
    trail: list[str | int] = []
    opened = [_items(data)]
    count = 0
    while opened:
        for part, value in opened[-1]:
            trail[len(opened) - 1 :] = [part]
            count += 1
            if message := _key_trouble(part):
                return Trouble(tuple(trail), message, key=True)
            if message := _trouble(value, len(opened), count):
                return Trouble(tuple(trail), message, key=False)
            if isinstance(value, dict | list):
                opened.append(_items(value))
                break
        else:
            opened.pop()
    return None


def first_too_deep(brackets: Iterable[tuple[str, int]]) -> int:
    """Offset of the first opening bracket beyond `MAX_DEPTH`; 0 when there is none.

    Args:
        brackets: each bracket of the text with its offset, those within strings left out.
    """
    depth = 0
    for bracket, offset in brackets:
        depth += 1 if bracket in "[{" else -1
        if depth > MAX_DEPTH:
            return offset
    return 0


def _items(container: dict[str, Any] | list[Any]) -> Iterator[tuple[str | int, Any]]:
    return iter(container.items() if isinstance(container, dict) else enumerate(container))


def _key_trouble(part: str | int) -> str:
    return _string_trouble(part) if isinstance(part, str) else ""


def _trouble(value: Any, depth: int, count: int) -> str:
    if count > MAX_NODES:
        return TOO_MANY
    if depth >= MAX_DEPTH and isinstance(value, dict | list):
        return TOO_DEEP
    return _scalar_trouble(value)


def _scalar_trouble(value: Any) -> str:
    match value:
        case str():
            return _string_trouble(value)
        case int() if abs(value) > MAX_INTEGER:
            return TOO_LARGE
        case float() if not math.isfinite(value):
            return NOT_FINITE
        case _:
            return ""


def _string_trouble(text: str) -> str:
    if text.isprintable():
        return ""
    found = _FORBIDDEN.search(text)
    return _character_message(found[0]) if found else ""


def _character_message(char: str) -> str:
    return f"Un caractère invisible ou interdit (U+{ord(char):04X}) se trouve ici ; effacez-le."
