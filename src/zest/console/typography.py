"""French typography: spaces, numbers, days, plurals."""

import datetime as dt

NBSP = "\u00a0"
THIN = "\u202f"

_MONTHS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip


def french(words: str) -> str:
    """Keep double punctuation and guillemets with the word they belong to."""
    for sign in ":;?!»":
        words = words.replace(f" {sign}", f"{NBSP}{sign}")
    return words.replace("« ", f"«{NBSP}")


def count(number: int, word: str, plural: str = "") -> str:
    """Say a number of things: nothing is plural below two."""
    return f"{number:,} {word if number < 2 else plural or f'{word}s'}".replace(",", THIN)


def day(date: dt.date) -> str:
    """Say a day: « 1er juin 2014 »."""
    number = "1er" if date.day == 1 else str(date.day)
    return f"{number}{NBSP}{_MONTHS[date.month - 1]} {date.year}"


def percent(part: float) -> str:
    """Say a share as a whole percentage, never rounded up to what it does not reach."""
    return f"{int(part * 100 + 1e-9)}{NBSP}%"


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
