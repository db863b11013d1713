"""A rule of rows, as a frozen value: what any row of a table must be."""

from collections.abc import Callable, Mapping

import attrs

from zest.findings import Severity
from zest.indicators.material import NOTHING, Expr, Frame, Material, Row, no_words
from zest.indicators.terms import Asked, Terms


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
