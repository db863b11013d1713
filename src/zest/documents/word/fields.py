"""Which fields a model may name: those that its document's facts have, and those that it must show."""

import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from zest.datafiles import read_table

REQUIRED: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "papier-a-lettres": ("structure.name",),
    "lettre-prospection": ("structure.name", "mail.paragraphs"),
    "prise-de-commande": ("structure.name", "texts.compulsory"),
    "contrat-travail-temporaire": ("structure.name", "contract.clauses"),
    "contrat-association-intermediaire": ("structure.name", "contract.clauses"),
    "contrat-mission": ("structure.name", "contract.clauses"),
    "convention-pret": ("structure.name", "contract.clauses"),
    "convention-de-marque": ("structure.name", "commitments"),
    "attestation-formation": ("structure.name", "trainings"),
    "fiche-de-poste": ("job.title", "job.tasks"),
    "retour-experience": ("experience.title", "structure.name"),
})  # fmt: skip
"""Fields without which a document is not what it says: a contract has its mentions, an order form its questions."""

Shape = Any
"""A table of shapes, a list of one shape, or ``""`` for a value."""


@functools.cache
def shape_of(slug: str) -> dict[str, Shape]:
    """Return the fields of a document, nested as its facts are."""
    told = read_table(Path(__file__).with_suffix(".toml"))
    made: dict[str, Shape] = {}
    for path in (*told["common"], *told.get(slug, ())):
        _put(made, path.split("."))
    return made


def _put(into: dict[str, Shape], steps: list[str]) -> None:
    name, many = steps[0].removesuffix("[]"), steps[0].endswith("[]")
    if len(steps) == 1:
        into.setdefault(name, [""] if many else "")
        return
    inner = into.setdefault(name, [{}] if many else {})
    _put(inner[0] if many else inner, steps[1:])


def paths(value: Any, before: str = "") -> Iterator[str]:
    """Yield the path of each value of some data, ``jobs[].title``; an empty list tells nothing of what it holds."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from paths(one, f"{before}.{key}" if before else key)
    elif isinstance(value, list):
        for one in value:
            yield from paths(one, f"{before}[]")
    else:
        yield before
