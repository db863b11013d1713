"""What a misspelt word was probably meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def suggest(word: str, known: Iterable[str]) -> str:
    """End a sentence with the nearest known word, or with the known words when none is near."""
    words = [str(k) for k in known]
    # A file of a thousand lost references to a thousand keys must not take a minute of comparisons.
    near = get_close_matches(word, words[:200], n=1) or [w for w in words if w.lower() == word.lower()]
    if near:
        return f" ; vouliez-vous dire « {near[0]} » ?"
    listed = ", ".join(f"« {w} »" for w in words[:12])
    return f" (admis : {listed}{', …' if len(words) > 12 else ''})." if words else "."
