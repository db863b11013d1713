"""The quick walk over free texts finds what the slow one finds."""

from hypothesis import given

from zest.model.dossier import Dossier
from zest.model.identifiers import Identifier
from zest.readings.free_texts import _KEYS, free_texts
from zest.references import fields
from zest.testing.samples import core_sample, dossier_of
from zest.testing.strategies import dossiers


def slowly(dossier: Dossier) -> set[tuple[object, ...]]:
    """Return path, attribute and text of each plain text, from the walk over every field."""
    told: set[tuple[object, ...]] = set()
    for path, name, value in fields(dossier):
        if name not in _KEYS:
            texts = enumerate(value) if isinstance(value, tuple) else [("", value)]
            told |= {((*path, rank), name, text) for rank, text in texts if type(text) is str}
    return told


def with_rank(dossier: Dossier) -> set[tuple[object, ...]]:
    """Return what the quick walk yields; a text that is no part of a list has no rank."""
    found = list(free_texts(dossier))
    assert len(found) == len({path for path, _, _ in found})
    return {(path if isinstance(path[-1], int) else (*path, ""), name, text) for path, name, text in found}


@given(dossiers())
def test_no_text_is_forgotten_and_none_is_made_up(dossier: Dossier) -> None:
    """In any dossier, each once, at its place."""
    assert slowly(dossier) == with_rank(dossier)


def test_neither_keys_nor_numbers_are_texts() -> None:
    """What names an object, a firm or a place is no free text; a quote and a note are."""
    names = {name for _, name, _ in free_texts(dossier_of(core_sample()))}
    texts = {type(text) for _, _, text in free_texts(dossier_of(core_sample()))}

    assert {"text", "precise_task", "potential", "title"} <= names
    assert not {"key", "employee", "siret", "structure", "kind", "email"} & names
    assert not any(issubclass(kind, Identifier) for kind in texts)
