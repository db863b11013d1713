"""Where a requirement, a figure or a fact comes from, and how far it can be trusted."""

import datetime as dt
import enum

import attrs


class Status(enum.StrEnum):
    """How a text was read.

    ``VERIFIED``: present wording read. ``VERIFIED_2015``: read in a mirror of mid-2015 only.
    ``RECALLED``: from memory. ``INTERPRETATION``: our reading of a verified text that does not say it.
    """

    VERIFIED = "verified"
    VERIFIED_2015 = "verified-2015"
    RECALLED = "recalled"
    INTERPRETATION = "interpretation"

    @property
    def label(self) -> str:
        """French words for a report."""
        return {
            "verified": "texte lu",
            "verified-2015": "texte lu dans sa version de 2015 seulement",
            "recalled": "de mémoire, texte non relu",
            "interpretation": "lecture de zest, que le texte n'énonce pas",
        }[self.value]


@attrs.frozen(kw_only=True)
class Source:
    """One text.

    Attributes:
        reference: article, agreement, document or data set, in French.
        status: how it was read.
        read_on: the day it was last read; ``None`` when recalled.
        where: page or file where it was read.
    """

    reference: str
    status: Status
    read_on: dt.date | None = None
    where: str = ""

    @property
    def may_block(self) -> bool:
        """Whether a rule that rests on this text may make a ground not conforming."""
        return self.status is Status.VERIFIED and self.read_on is not None
