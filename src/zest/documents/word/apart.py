"""An edited model filled apart: one limited process for all copies, whose answers are not believed when they are too long."""

import json
from collections.abc import Mapping

from zest.documents.document import Data, Renderer
from zest.documents.errors import KitError
from zest.documents.foreign_process import Apart, Ended
from zest.documents.ooxml.guard import MOST_FILE
from zest.documents.word.cell import MADE
from zest.model.charter import Charter

WAIT = 30
"""Seconds, by the clock, that a copy may take."""


def filled_by(model: bytes, name: str) -> Renderer:
    """Return the renderer of a model that zest did not build; ``name`` is its file, for messages.

    One process fills all copies.
    """
    cell = Apart("zest.documents.word.cell", model, wait=WAIT, most=MOST_FILE)

    def render(data: Data, charter: Charter) -> bytes:
        del charter
        return _document(cell, data, f"{name}{_whose(data)}")

    return render


def _document(cell: Apart, data: Data, name: str) -> bytes:
    """Return what the cell makes of some data.

    Raises:
        KitError: it took too long, too much memory, or says why it makes nothing.
    """
    try:
        told = cell.asked(json.dumps(data).encode())
    except Ended as fault:
        words = (
            f"ce modèle ne finit pas en {fault.waited:.0f} secondes."
            if fault.waited
            else "ce modèle demande trop de temps ou de mémoire."
        )
        raise KitError(f"{name} : {words}") from None
    if told.startswith(MADE):
        return told[1:]
    raise KitError(f"{name} : {_why(json.loads(told[1:]))}")


def _why(told: Mapping[str, str]) -> str:
    if field := told.get("field"):
        return f"le champ « {_shown(field)} » du modèle n'a pas de valeur pour cet exemplaire : complétez le dossier, ou retirez-le du modèle."
    if rank := told.get("rank"):
        return f"une liste du modèle n'a rien ici au rang {_shown(rank)} ; préférez une boucle."
    return f"ce modèle ne se remplit pas ({_shown(told['words'])})."


def _shown(words: str) -> str:
    return "".join(filter(str.isprintable, words))


def _whose(data: Data) -> str:
    """Return for what a copy is, as messages tell it."""
    for owner, field in (("experience", "title"), ("job", "title"), ("structure", "name")):
        if told := data.get(owner, {}).get(field):
            return f", pour « {told} »"
    return ""
