"""A measure by name, as a frozen value: facts for people, expressions for an engine."""

from collections.abc import Callable, Mapping

import attrs

from zest.indicators.material import NOTHING, Expr, Frame, Material, Row, no_words
from zest.indicators.terms import Asked, Terms
from zest.source import Source


@attrs.frozen(kw_only=True)
class Indicator:
    """One named measure.

    What it counts is in one of three forms: rows of a table that pass (``cases``, ``passed``, with the columns that
    ``widen`` adds to it); rows of another
    grain, such as the first lending of each worker to each client (``grain``, then the same); rows of a table,
    except those that another frame finds at fault (``cases``, ``failing``).

    Attributes:
        slug: name that a commitment gives as its ``indicator``.
        label: French, a few words.
        sentence: French: what is counted, and what makes a case pass.
        unit: French plural of what one case is.
        threshold_unit: French plural of what a threshold is counted in; empty for a measure that has none.
        source: the text or the reading that it rests on.
        table: whose rows are counted.
        columns: columns that may be empty in a row, but not in all of them, or nothing is measured.
        cases: whether a row is a case.
        passed: whether a case passes; null when the row does not tell.
        grain: the frame whose rows are the cases; the table itself when ``None``.
        widen: adds columns to the rows of the table, under names that no other measure uses, and neither adds nor
            drops a row.
        weight: column of the grain that tells how many cases a row stands for; one when empty. Its rows at fault
            are then told by ``rows``.
        failing: rows at fault among those of a table, where a row is not judged alone.
        suspects: what marks the rows that may be at fault: a signed whole number of each row of the table, and a frame
            of the few that matter, in its column ``SUSPECT``. ``failing`` or ``rows`` is then given the rows so
            marked instead of all; some may be marked by chance.
        reads: columns of the table that ``failing`` or ``rows`` reads, besides those that are shown.
        gathers: for each fingerprint that it gathers by, the columns of the table that it reads then, besides those
            that tell whose a row is; it is given all of them where it names none.
        others: other tables that it needs.
        asks: what it must be told.
        figures: keys of the figures of law that it reads.
        shown: columns of a row at fault that its words need.
        words: French words for what such a row shows.
        reading: French; how an open text is read.
        rows: the rows at fault among those of the table, when a case is not a row.
        origin: what names distribution and version when turned into a text; ``"zest"`` for those of the core.
    """

    slug: str
    label: str
    sentence: str
    unit: str
    source: Source
    table: str
    cases: Callable[[Terms], "Expr"] = attrs.field(eq=False, repr=False)
    passed: Callable[[Terms], Expr] | None = attrs.field(default=None, eq=False, repr=False)
    grain: Callable[[Material, Terms], Frame] | None = attrs.field(default=None, eq=False, repr=False)
    widen: Callable[[Material, Terms, Frame], Frame] | None = attrs.field(default=None, eq=False, repr=False)
    failing: Callable[[Material, Terms, Frame], Frame] | None = attrs.field(
        default=None, eq=False, repr=False
    )
    rows: Callable[[Material, Terms, Frame], Frame] | None = attrs.field(default=None, eq=False, repr=False)
    suspects: Callable[[Material, Terms], tuple[Expr, Frame]] | None = attrs.field(
        default=None, eq=False, repr=False
    )
    reads: tuple[str, ...] = ()
    gathers: Mapping[str, tuple[str, ...]] = attrs.field(default=NOTHING, eq=False, repr=False)
    weight: str = ""
    columns: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    asks: tuple[Asked, ...] = ()
    figures: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    words: Callable[[Row], str] = attrs.field(default=no_words, eq=False, repr=False)
    reading: str = ""
    threshold_unit: str = ""
    origin: object = "zest"
