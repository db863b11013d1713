"""What a sector looks like to those who choose it (*fiche segment*)."""

import enum

import attrs

from zest.source import Source


@attrs.frozen(kw_only=True)
class SegmentFigure:
    """One figure of the trade.

    Attributes:
        label: French words.
        value: the number.
        unit: « projets », « % »…
        year: year of the survey.
        source: data set.
    """

    label: str
    value: float
    unit: str
    year: int
    source: Source


class BodyRole(enum.StrEnum):
    """What a branch body is."""

    EMPLOYERS = "employers"
    SKILLS_OPERATOR = "skills-operator"
    PREVENTION = "prevention"
    TRAINING = "training"
    FUND = "fund"


@attrs.frozen(kw_only=True)
class BranchBody:
    """A body of the branch.

    Attributes:
        acronym: as people say it.
        role: what it is.
        source: where it was read.
        name: in full, when the source gives it.
    """

    acronym: str
    role: BodyRole
    source: Source
    name: str = ""


@attrs.frozen(kw_only=True)
class SegmentSheet:
    """The trade in one page.

    Attributes:
        summary: two or three French sentences.
        figures: dated figures.
        needs: what the trade lacks, French words.
        seasons: when, French words.
        bodies: branch bodies.
        levers: what a partnership can do, French words.
        lenders: which kinds of structure place this work, with the source inside the words.
        limits: what the figures do not tell.
    """

    summary: str
    figures: tuple[SegmentFigure, ...] = ()
    needs: tuple[str, ...] = ()
    seasons: tuple[str, ...] = ()
    bodies: tuple[BranchBody, ...] = ()
    levers: tuple[str, ...] = ()
    lenders: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
