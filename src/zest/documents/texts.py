"""Sentences of the kit that are no trade's own."""

import functools
from pathlib import Path
from typing import Any

from zest.datafiles import read_table
from zest.documents.document import Data, Subject
from zest.documents.facts.figures import employers


@functools.cache
def texts() -> dict[str, Any]:
    """Return every sentence, by document."""
    return read_table(Path(__file__).with_suffix(".toml"))


def filled(value: Any, subject: Subject, blocks: Data) -> Any:
    """Return sentences with what they name put in: plain replacement, so that no value is ever a pattern."""
    if isinstance(value, str):
        for name, words in _names(subject, blocks).items():
            value = value.replace(f"{{{name}}}", words)
        return value
    if isinstance(value, list):
        return [filled(one, subject, blocks) for one in value]
    return (
        {key: filled(one, subject, blocks) for key, one in value.items()}
        if isinstance(value, dict)
        else value
    )


def _names(subject: Subject, blocks: Data) -> dict[str, str]:
    structure = blocks.get("structure", {})
    return {
        "collective": blocks["collective"]["name"],
        "employers": " ".join(employers(subject)),
        "territory": blocks["offer"]["territory"] or "votre territoire",
        "trade": subject.profile.label,
        "structure": structure.get("name", ""),
        "why": subject.words.why,
        "opening": subject.words.opening,
        "phone": structure.get("phone") or blocks["collective"]["phone"],
    }
