"""Words of closed lists, and yes or no, compared without case, accents and spaces."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from zest.tables.folding import fold, folded
from zest.tables.mishaps import without_mishaps

if TYPE_CHECKING:
    import polars as pl

    Way = Callable[[pl.Expr], pl.Expr]

_YES_NO = MappingProxyType({
    **dict.fromkeys(("oui", "o", "vrai", "true", "1", "yes", "y"), True),
    **dict.fromkeys(("non", "n", "faux", "false", "0", "no"), False),
})  # fmt: skip


def yes_no(values: Mapping[str, str]) -> "tuple[Way, Way]":
    """Return what reads a boolean; ``values`` are words of the mapping and the words that they stand for."""
    own = {word: _YES_NO[fold(meant, "-")] for word, meant in values.items()}
    return _read({**_YES_NO, **own})


def one_of(words: Iterable[str], values: Mapping[str, str]) -> "tuple[Way, Way]":
    """Return what reads a word of a list; ``values`` are words of the mapping and those that they stand for."""
    return _read({**{word: word for word in words}, **values})


def _read(known: Mapping[str, str | bool]) -> "tuple[Way, Way]":
    """Read words as they are written, then words that differ by their case, accents or spaces."""

    def exact(texts: "pl.Expr") -> "pl.Expr":
        return texts.replace_strict(known, default=None)

    def alike(texts: "pl.Expr") -> "pl.Expr":
        return folded(texts).replace_strict(
            {fold(word, "-"): meant for word, meant in known.items()}, default=None
        )

    return exact, alike


def renamed(values: Mapping[str, str]) -> "Way":
    """Return what leaves free texts as they are, but for the words of the mapping and what is no value."""
    if not values:
        return without_mishaps

    def way(texts: "pl.Expr") -> "pl.Expr":
        import polars as pl

        known = {fold(word, "-"): meant for word, meant in values.items()}
        renamed_ = folded(texts).replace_strict(known, default=None, return_dtype=pl.String)
        return pl.coalesce(renamed_, without_mishaps(texts))

    return way
