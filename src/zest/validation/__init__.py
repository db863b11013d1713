"""The engine: a dossier, a catalogue and a day in; a report out. Pure, repeatable, silent."""

from zest.validation.engine import check

__all__ = ["check"]
