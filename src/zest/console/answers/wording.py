"""French words on answers for programs: the title of a class, a sentence on a key, what a word of a list means."""

import functools
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from types import MappingProxyType

from zest.console.helping import field_title, title

Words = Mapping[str, Mapping[str, str]]


@functools.cache
def _told() -> Words:
    text = (files("zest.console.answers") / "answers.toml").read_text("utf-8")
    return MappingProxyType(tomllib.loads(text))


def title_of(kind: type) -> str:
    """Return the French title of a class of an answer."""
    return _told()["titles"].get(kind.__name__) or title(kind)


def about_key(kind: type, name: str) -> str:
    """Return one French sentence on a key of an answer; of a class of the model, what a dossier says of it."""
    own = f"{kind.__name__}.{name}"
    known = _told()["keys"]
    common = "" if kind.__module__.startswith("zest.model.") else known.get(name, "")
    return known.get(own) or common or f"{field_title(kind, name)}."


def word_of(own: str) -> str:
    """Return what a word of a list means, named as « Class.word »; empty where nobody said."""
    return _told()["words"].get(own, "")
