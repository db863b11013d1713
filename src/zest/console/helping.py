"""What a person reads to fill an object or a field: title, words, and the form of what is expected."""

import datetime as dt
import enum
import functools
import tomllib
import types
from collections.abc import Iterator, Mapping
from importlib.resources import files
from types import MappingProxyType
from typing import Any, get_args, get_origin

import attrs

from zest.console.labels import label
from zest.console.typography import heading
from zest.model.identifiers import Identifier
from zest.references import CITES, SHARES


@functools.cache
def _helped() -> Mapping[str, Mapping[str, str]]:
    return MappingProxyType(tomllib.loads((files("zest.console") / "help.toml").read_text("utf-8")))


def title(kind: type) -> str:
    """Return the French title of a class of the model."""
    return _helped()["titles"].get(kind.__name__, kind.__name__)


def words(kind: type) -> str:
    """Return one or two French sentences about a class of the model; empty when its title says it all."""
    return _helped()["words"].get(kind.__name__, "")


def field_title(kind: type, name: str) -> str:
    """Return the French title of a field."""
    own = f"{kind.__name__}.{name}"
    return label(own) if label(own) != own else label(name)


def field_words(kind: type, field: "attrs.Attribute[Any]") -> str:
    """Return French sentences about a field: what it holds, in which form, and what an empty one says."""
    told = _helped()["fields"]
    return " ".join(dict.fromkeys(_sentences(told.get(f"{kind.__name__}.{field.name}", ""), told, field)))


def _sentences(own: str, told: Mapping[str, str], field: "attrs.Attribute[Any]") -> Iterator[str]:
    said = own or told.get(field.name, "")
    if said:
        yield said
    inner = plain_type(field.type)[0]
    if not said and isinstance(inner, type) and words(inner):
        yield words(inner)
    if form := form_of(field.name, field.type):
        yield form
    if field.default is attrs.NOTHING:
        yield "Nécessaire."
    elif field.default is None:
        yield "Laissé vide, ce n'est pas dit."


_CITED = MappingProxyType({
    "structures": "d'une structure", "clients": "d'un client", "offers": "d'une offre", "orders": "d'une commande",
    "missions": "d'une mission",
})  # fmt: skip

_SEVERAL = MappingProxyType({"structures": "de structures"})


def form_of(name: str, kind: Any) -> str:
    """Return one French sentence on the form of a value; empty when it is any text, or an object."""
    inner, several = plain_type(kind)
    if name in CITES and inner is str:
        return f"Une ou plusieurs clés {_SEVERAL[CITES[name]]}." if several else f"Clé {_CITED[CITES[name]]}."
    if name in SHARES:
        return "Une part, de 0 à 1."
    for form, sentence in _FORMS:
        if isinstance(inner, type) and issubclass(inner, form):
            said = sentence or f"{heading(getattr(inner, 'expected', ''))}."
            return f"Une liste. Chaque fois : {said[:1].lower()}{said[1:]}" if several else said
    return "Une liste de textes." if several and inner is str else ""


_FORMS: tuple[tuple[type, str], ...] = (
    (Identifier, ""),
    (enum.Enum, "Un mot de la liste."),
    (bool, "Oui ou non."),
    (dt.datetime, "Un jour et une heure."),
    (dt.date, "Un jour."),
    (int, "Un nombre entier."),
    (float, "Un nombre."),
)


def plain_type(kind: Any) -> tuple[Any, bool]:
    """Return what a field holds once « not told » is set aside, and whether it holds several of them."""
    if isinstance(kind, types.UnionType):
        told = [one for one in get_args(kind) if one is not types.NoneType]
        return plain_type(told[0]) if len(told) == 1 else (kind, False)
    if get_origin(kind) is tuple:
        return get_args(kind)[0], True
    return kind, False
