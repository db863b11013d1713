"""Numbers that look drawn at random and depend on nothing but a seed: the same on every machine and version.

Source: SplitMix64 (Steele, Lea and Flood, « Fast splittable pseudorandom number generators », 2014). The hash
of polars would be quicker, and may change from one version to the next.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import polars as pl

_GAMMA: Final = 0x9E3779B97F4A7C15
_FIRST: Final = 0xBF58476D1CE4E5B9
_SECOND: Final = 0x94D049BB133111EB
_WORD: Final = 2**64


def draw(index: "pl.Expr", seed: int, purpose: int) -> "pl.Expr":
    """Return 64 bits for each index.

    Args:
        index: whole numbers, 0 or more.
        seed: of the whole.
        purpose: one number for each use, so that uses do not follow from each other.
    """
    start = (seed * _FIRST + (purpose + 1) * _SECOND) % _WORD
    bits = index.cast(_u64()) * _word(_GAMMA) + _word(start)
    bits = _shifted(bits, 30) * _word(_FIRST)
    bits = _shifted(bits, 27) * _word(_SECOND)
    return _shifted(bits, 31)


def part(bits: "pl.Expr", shift: int, among: int) -> "pl.Expr":
    """Return a whole number from 0 to ``among`` − 1, made of the bits above ``shift``."""
    import polars as pl

    return (bits // _word(2**shift) % _word(among)).cast(pl.Int64)


def pick(values: Sequence[Any], rank: "pl.Expr") -> "pl.Expr":
    """Return the value at each rank."""
    import polars as pl

    return pl.lit(pl.Series(values)).gather(rank)


def _u64() -> Any:
    import polars as pl

    return pl.UInt64


def _word(number: int) -> "pl.Expr":
    import polars as pl

    return pl.lit(number, dtype=pl.UInt64)


def _shifted(bits: "pl.Expr", by: int) -> "pl.Expr":
    return bits ^ (bits // _word(2**by))
