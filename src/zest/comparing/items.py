"""What became of one item between two versions."""

import enum

import attrs

from zest.comparing.fields import FieldChange
from zest.senses import Sense


class ItemKind(enum.StrEnum):
    """The parts of a sector, in the order in which a collective feels them."""

    COMMITMENT = "commitment"
    RULE = "rule"
    FIGURE = "figure"
    TASK = "task"
    PERMIT = "permit"
    JOB = "job"
    AGREEMENT = "agreement"
    FACTS = "agreement-facts"
    SEGMENT = "segment"
    CHARTER = "charter"
    IDENTITY = "identity"


class Happening(enum.StrEnum):
    """What happened to an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@attrs.frozen(kw_only=True)
class ItemChange:
    """One item that is not the same in both versions.

    Attributes:
        kind: which part of the sector.
        key: of the item.
        label: what it is called, French words.
        happening: whether it came, went or changed.
        sense: whether it asks more or less than before.
        steps: French sentences that say so, one for each way.
        fields: what changed; none for an item that came or went.
    """

    kind: ItemKind
    key: str
    label: str
    happening: Happening
    sense: Sense = Sense.NEITHER
    steps: tuple[str, ...] = ()
    fields: tuple[FieldChange, ...] = ()
