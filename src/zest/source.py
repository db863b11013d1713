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


def verified(reference: str, read_on: str, where: str = "") -> Source:
    """Return a text whose present wording was read on that ISO day."""
    return Source(
        reference=reference, status=Status.VERIFIED, read_on=dt.date.fromisoformat(read_on), where=where
    )


def as_in_2015(reference: str, where: str = "") -> Source:
    """Return a text read in the mirror of mid-2015 only: it may warn and never block.

    The mirror was read on 22 August 2026; what it holds is the wording of June 2015.
    """
    return Source(reference=reference, status=Status.VERIFIED_2015, read_on=dt.date(2026, 8, 22), where=where)


def recalled(reference: str) -> Source:
    """Return a text that nobody re-read: it may warn and never block."""
    return Source(reference=reference, status=Status.RECALLED)


def interpretation(reference: str, read_on: str) -> Source:
    """Return a text that was read and does not say what we take from it: it may warn and never block."""
    return Source(reference=reference, status=Status.INTERPRETATION, read_on=dt.date.fromisoformat(read_on))
