"""The sentences that refuse a value."""

import datetime as dt
import types
from collections.abc import Mapping


class Misfit(ValueError):
    """A value that is not of the form its field wants; the message is a French sentence."""


_KINDS: Mapping[type, str] = types.MappingProxyType({
    bool: "un oui ou non (true ou false)",
    int: "un nombre entier",
    float: "un nombre",
    str: "un texte entre guillemets",
    dt.datetime: "une date et une heure",
    dt.date: "une date",
    list: "une liste",
    dict: "une table",
})  # fmt: skip


def describe(value: object) -> str:
    """Say in French what a plain value is."""
    if value is None:
        return "une valeur vide (null)"
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "autre chose")


class WrongType(Misfit):
    """A value of another type than its field."""

    def __init__(self, wanted: type, value: object) -> None:
        """Compose the sentence from what was wanted and what was found."""
        super().__init__(f"Il faut ici {_KINDS[wanted]}, et non {describe(value)}.")
