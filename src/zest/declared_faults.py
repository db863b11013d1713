"""What keeps a rule written as TOML from ever answering, told when it is read: in a check it would only crash."""

import re
import string
import types
from collections.abc import Iterator
from typing import Any, Union, get_args, get_origin

import attrs

from zest.structuring import suggest

WORDS = ("value", "bound")
"""What the message of a rule may quote."""


def message_fault(message: str) -> str:
    """Say what is wrong with the message of a rule; nothing when it can be filled."""
    try:
        quoted = [name for _, name, _, _ in string.Formatter().parse(message) if name is not None]
    except ValueError:
        return "message a une accolade que rien n'ouvre ou ne ferme ; doublez-la pour l'écrire."
    strange = [name for name in quoted if name not in WORDS]
    return f"message ne peut pas citer « {{{strange[0]}}} »{suggest(strange[0], WORDS)}" if strange else ""


def pattern_fault(pattern: str) -> str:
    """Say that a regular expression is none."""
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError):
        return f"matches n'est pas une expression régulière : « {pattern} »."
    return ""


def field_fault(field: str, kind: type) -> str:
    """Say which step of a field leads nowhere, from the class of what the rule looks at."""
    if not field:
        return "il manque field, ce qui est comparé."
    kinds: list[Any] = [kind]
    for step in field.split("."):
        known = {one.name: one.type for each in kinds if attrs.has(each) for one in attrs.fields(each)}
        if step not in known:
            return f"field ne mène à rien, « {step} » n'étant pas un champ{suggest(step, known)}"
        kinds = list(_classes(known[step]))
    return ""


def _classes(kind: Any) -> Iterator[Any]:
    """Yield what a field may hold, were it nothing at times."""
    if get_origin(kind) in (Union, types.UnionType):
        yield from get_args(kind)
    else:
        yield kind
