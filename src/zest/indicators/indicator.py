"""A measure by name, as a frozen value: facts for people, expressions for an engine."""

import datetime as dt
import enum
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

import attrs

from zest.findings import Severity
from zest.model.commitment import Clock, OpeningSlot
from zest.source import Source

if TYPE_CHECKING:
    import narwhals as nw

    Expr: TypeAlias = nw.Expr
    Frame: TypeAlias = nw.LazyFrame[Any]
else:
    Expr = Frame = Any

Row = Mapping[str, Any]
"""One row as plain values, by column."""

SUSPECT = "_suspect"
"""Column of the values that mark the rows which may be at fault."""

NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
"""What is gathered by a measure that gathers nothing."""

DAY: Mapping[str, str] = MappingProxyType(
    {"commandes": "recue_le", "missions": "debut", "suivis": "prevu_le"}
)
"""For each table that is measured, the column whose day tells the quarter of a row."""


class Asked(enum.StrEnum):
    """What a measure must be told besides the rows."""

    THRESHOLD = "threshold"
    CLOCK = "clock"
    KINDS = "kinds"
    JOBS = "jobs"
    OFFERS = "offers"
    STRUCTURES = "structures"


@attrs.frozen(kw_only=True)
class FigureOfDay:
    """A figure of law as it is on the day of a measure.

    Attributes:
        key: of the figure.
        value: its number.
        since: the first day of that number.
    """

    key: str
    value: float
    since: dt.date


@attrs.frozen(kw_only=True)
class Lifting:
    """Days on which the hours cap of an AI is lifted; no two of one AI and one place touch.

    Attributes:
        structure: key of the AI.
        department: of which clients; ``None``: of those whose département is not told.
        start: first day.
        end: last day, included.
    """

    structure: str
    department: str | None
    start: dt.date
    end: dt.date


@attrs.frozen(kw_only=True)
class Terms:
    """What a measure is told besides the rows. Frozen and comparable: equal terms are measured once.

    Attributes:
        as_of: the day of the measure; what comes after it is not due yet.
        threshold: bound of one case, in the unit of the measure; ``None`` when the promise states none.
        clock: how a delay in hours is counted.
        opening: opening hours, for business hours; ``None`` when not stated.
        kinds: kind of each structure, as pairs of its key and its acronym.
        structures: keys of the structures; empty when nobody told.
        jobs: keys of the jobs that the offers' sectors know; empty when nobody told.
        offers: keys of the offers that rows may be of; empty when nobody told. Rows that name none are of the only
            one, and of nobody's when there are several.
        figures: figures of law in force on ``as_of``.
        liftings: derogations to the hours cap of an AI.
    """

    as_of: dt.date
    threshold: float | None = None
    clock: Clock | None = None
    opening: tuple[OpeningSlot, ...] | None = None
    kinds: tuple[tuple[str, str], ...] = ()
    structures: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    figures: tuple[FigureOfDay, ...] = ()
    liftings: tuple[Lifting, ...] = ()

    @property
    def known(self) -> list[str]:
        """Keys of the structures whose kind is told."""
        return [key for key, _ in self.kinds]

    def of_kind(self, *kinds: str) -> list[str]:
        """Return the keys of the structures of those kinds."""
        return [key for key, kind in self.kinds if kind in kinds]

    def figure(self, key: str) -> FigureOfDay:
        """Return a figure of law on the day of the measure; the measure is not asked when it had none."""
        return next(figure for figure in self.figures if figure.key == key)


class Material(Protocol):
    """The rows at hand, on one engine."""

    def table(self, name: str) -> Frame:
        """Return the rows of a table that have what every row must have."""
        ...

    def names(self, name: str) -> Frame:
        """Return the names of the structures of a table, ``structure``, beside their fingerprints, ``_structure``."""
        ...

    def has(self, name: str) -> bool:
        """Whether the table was given."""
        ...

    def marked(self, name: str) -> bool:
        """Whether rows of a table say, in ``UNREAD``, which of their cells could not be read: some could not."""
        ...

    def with_quarter(self, frame: Frame, day: str) -> Frame:
        """Add ``_trimestre``, the quarter of a day: 20263 for the third of 2026."""
        ...

    def span(self, name: str) -> tuple[dt.date, dt.date]:
        """Return the first and the last day of a table, within what a calendar is made for."""
        ...

    def look_up(self, frame: Frame, at: Expr, told: Mapping[str, Sequence[int]]) -> Frame:
        """Add the number that each list has at a place; see :meth:`zest.engines.protocol.Engine.look_up`."""
        ...

    who: tuple[str, ...]
    """Columns that tell whose a case is: ``structure``, and those of ``offer``."""

    offer: tuple[str, ...]
    """The column ``offre`` where promises are of offers; none where they are of all rows."""

    def share(self, name: str, make: "Callable[[], Frame]") -> Frame:
        """Return a frame of few rows that is used several times: it is computed once."""
        ...

    def gather(self, name: str, table: str, key: str, make: "Callable[[Frame], Frame]") -> Frame:
        """Return a frame of few rows made of the many of a table, a piece at a time: it is computed once.

        Args:
            name: under which it is kept.
            table: whose rows are looked at, without what they take from another table.
            key: fingerprint that cuts them: rows that share it are in one piece.
            make: what is made of a piece, of the columns that the measure ``gathers``; what comes of all of them is
                put together.
        """
        ...

    def repeated(self, frame: Frame, key: str) -> Frame:
        """Return, in a column of that name, the fingerprints that several rows share; some may come twice."""
        ...

    def before(self, frame: Frame, order: str, column: str, name: str, *, within: str) -> Frame:
        """Add what a column is in the row before; see :meth:`zest.engines.protocol.Engine.before`."""
        ...

    def once(self, name: str, make: "Callable[[], Frame]") -> Frame:
        """Return a frame of many rows that several measures look at: it is put together once, and never kept."""
        ...


def no_words(row: Row) -> str:
    """Say nothing more of a row than where it is."""
    del row
    return ""


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


@attrs.frozen(kw_only=True)
class RowRule:
    """What any row of a table must be, whatever was promised.

    Attributes:
        code: of the notice that explains it.
        table: whose rows it looks at.
        severity: of the fault.
        object_rule: code of the rule that says the same of an object of a dossier; empty when there is none.
        sound: whether a row is right; null when the row does not tell.
        failing: rows at fault among those of the table, where a row is not judged alone.
        suspects: what marks the rows that may be at fault; as of a measure.
        reads: columns that ``failing`` reads, besides those that are shown.
        gathers: for each fingerprint that it gathers by, the columns that it reads then; as of a measure.
        asks: what it must be told.
        shown: columns of a row at fault that its words need.
        words: French words for what such a row shows.
    """

    code: str
    table: str
    severity: Severity = Severity.ERROR
    object_rule: str = ""
    sound: Callable[[Terms], Expr] | None = attrs.field(default=None, eq=False, repr=False)
    failing: Callable[[Material, Terms, Frame], Frame] | None = attrs.field(
        default=None, eq=False, repr=False
    )
    suspects: Callable[[Material, Terms], tuple[Expr, Frame]] | None = attrs.field(
        default=None, eq=False, repr=False
    )
    reads: tuple[str, ...] = ()
    gathers: Mapping[str, tuple[str, ...]] = attrs.field(default=NOTHING, eq=False, repr=False)
    others: tuple[str, ...] = ()
    asks: tuple[Asked, ...] = ()
    shown: tuple[str, ...] = ()
    words: Callable[[Row], str] = attrs.field(default=no_words, eq=False, repr=False)
