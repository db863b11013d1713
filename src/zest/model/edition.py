"""What a regional edition (*édition régionale*) changed of the sector that it extends: a record, not a request."""

import datetime as dt
import enum

import attrs

from zest.source import Source


class Verb(enum.StrEnum):
    """What an edition may do to a commitment or a figure, each by its name."""

    ADD = "add"
    TIGHTEN = "tighten"
    REPLACE = "replace"
    RETIRE = "retire"

    @property
    def label(self) -> str:
        """French participle."""
        return {"add": "ajouté", "tighten": "resserré", "replace": "remplacé", "retire": "retiré"}[self.value]


class ItemKind(enum.StrEnum):
    """What may be changed."""

    COMMITMENT = "commitment"
    FIGURE = "figure"

    @property
    def label(self) -> str:
        """French noun with its article."""
        return {"commitment": "l'engagement", "figure": "le chiffre"}[self.value]


@attrs.frozen(kw_only=True)
class Change:
    """One change, as it was applied.

    Attributes:
        verb: what was done.
        kind: commitment or figure.
        item: key of the commitment or of the figure.
        by: slug of the edition that made it.
        edition: its number (``"2026.1"``).
        author: function or body that answers for it; never the name of a person.
        on: the day it was decided.
        reason: French words.
        source: the text that decides it.
        fields: attributes that the edition tells, were it to say what the sector says.
        loosens: French sentences, one for each way in which the item now asks less than the national one.
    """

    verb: Verb
    kind: ItemKind
    item: str
    by: str
    edition: str
    author: str
    on: dt.date
    reason: str
    source: Source
    fields: tuple[str, ...] = ()
    loosens: tuple[str, ...] = ()

    @property
    def target(self) -> tuple[ItemKind, str]:
        """What is changed: two editions that change the same thing have the same one."""
        return self.kind, self.item
