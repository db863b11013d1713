"""French typography: spaces, numbers, days, plurals."""

import datetime as dt
import re

NBSP = "\u00a0"
THIN = "\u202f"

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def french(words: str) -> str:
    """Keep double punctuation, guillemets and « n° » with the word they belong to."""
    for sign in ":;?!»":
        words = words.replace(f" {sign}", f"{NBSP}{sign}")
    return words.replace("« ", f"«{NBSP}").replace("n° ", f"n°{NBSP}")


def count(number: int, word: str, plural: str = "") -> str:
    """Say a number of things: nothing is plural below two."""
    return f"{number:,} {word if number < 2 else plural or f'{word}s'}".replace(",", THIN)


def day(date: dt.date) -> str:
    """Say a day: « 1er juin 2014 »."""
    number = "1er" if date.day == 1 else str(date.day)
    return f"{number}{NBSP}{_MONTHS[date.month - 1]} {date.year}"


def percent(part: float, asked: float | None = None) -> str:
    """Say a share as the nearest whole percentage, halves up.

    Decimals come where the whole number would say 0 %, 100 % or what was ``asked`` of a share that is not that.
    """
    exact = part * 100
    bounds = (0.0, 100.0) if asked is None else (0.0, 100.0, asked * 100)
    near = (f"{exact + _SLIP:.{decimals}f}" for decimals in range(10))
    told = next(one for one in near if all(_side(float(one), b) == _side(exact, b) for b in bounds))
    return f"{told}{NBSP}%".replace(".", ",")


_SLIP = 1e-9
"""What a share in binary may lack of what was meant, as a percentage."""


def _side(exact: float, bound: float) -> int:
    """Return on which side of a bound a percentage is; 0 on it."""
    return (exact > bound + _SLIP) - (exact < bound - _SLIP)


def exactly(part: float) -> str:
    """Say a share as it was decided: an objective is never rounded."""
    return f"{part * 100:.6g}{NBSP}%".replace(".", ",")


def singular(words: str) -> str:
    """Say of one what is said of many: « premières missions sur un poste à risques », « première mission sur … »."""
    many, *linked = _LINK.split(words, maxsplit=1)
    one = [word if word in ("cas", "fois") else word.removesuffix("s") for word in many.split(" ")]
    return " ".join(one) + "".join(linked)


_LINK = re.compile(r"(?= (?:d'|(?:de|du|des|à|au|en|sur|pour|dans|chez|par|avec|sans) ))")
"""Where names that have a plural end: before what links them to the others."""


def number(value: float | str | None) -> str:
    """Say a figure with a French comma; a text stays as it is."""
    if isinstance(value, str) or value is None:
        return value or "aucune"
    return f"{value:,.10g}".replace(",", THIN).replace(".", ",")


def listed(words: list[str]) -> str:
    """Join words: « a, b et c »."""
    return " et ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def heading(words: str) -> str:
    """Begin with a capital."""
    return words[:1].upper() + words[1:]
