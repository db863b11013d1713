"""Which of two editions of a sector is the newer."""

import re

_NUMBERS = re.compile(r"\d{1,6}(?:\.\d{1,6})*", re.ASCII)


def rank(edition: str) -> tuple[int, ...]:
    """Return an edition as numbers to compare, without the zeros at its end; empty when it is not made of numbers."""
    if not _NUMBERS.fullmatch(edition):
        return ()
    numbers = [int(part) for part in edition.split(".")]
    while len(numbers) > 1 and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
