"""Words of closed lists, and yes or no, compared without case, accents and spaces."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from zest.tables.folding import fold, folded

if TYPE_CHECKING:
    import polars as pl

    Way = Callable[[pl.Expr], pl.Expr]

_YES_NO = {
    **dict.fromkeys(("oui", "o", "vrai", "true", "1", "yes", "y"), True),
    **dict.fromkeys(("non", "n", "faux", "false", "0", "no"), False),
}


def yes_no(values: Mapping[str, str]) -> "Way":
    """Return what reads a boolean; ``values`` are words of the mapping and the words that they stand for."""
    own = {fold(word, "-"): _YES_NO.get(fold(meant, "-")) for word, meant in values.items()}
    known = {**_YES_NO, **own}

    def way(texts: "pl.Expr") -> "pl.Expr":
        import polars as pl

        return folded(texts).replace_strict(known, default=None, return_dtype=pl.Boolean)

    return way


def one_of(words: Iterable[str], values: Mapping[str, str]) -> "Way":
    """Return what reads a word of a list; ``values`` are words of the mapping and those that they stand for."""
    known = {
        **{fold(word, "-"): word for word in words},
        **{fold(word, "-"): meant for word, meant in values.items()},
    }

    def way(texts: "pl.Expr") -> "pl.Expr":
        import polars as pl

        return folded(texts).replace_strict(known, default=None, return_dtype=pl.String)

    return way


def renamed(values: Mapping[str, str]) -> "Way":
    """Return what leaves free texts as they are, but for the words of the mapping."""
    if not values:
        return lambda texts: texts

    def way(texts: "pl.Expr") -> "pl.Expr":
        import polars as pl

        known = {fold(word, "-"): meant for word, meant in values.items()}
        return pl.coalesce(folded(texts).replace_strict(known, default=None, return_dtype=pl.String), texts)

    return way
