"""What is asked of the rows, whoever asks it, and what it says of each of them."""

from collections.abc import Callable, Iterable, Sequence

import attrs
import narwhals as nw

from zest.indicators.expressions import among, unread
from zest.indicators.indicator import Indicator
from zest.indicators.material import DAY, Expr, Frame, Material
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms
from zest.row_rules.key_twice import KEY
from zest.tables.schemas import FILE, ROW, UNREAD, schema_of

WHERE = (FILE, ROW)


@attrs.frozen(kw_only=True, eq=False)
class Probe:
    """What is asked of the rows, whoever asks it.

    What it says of a row that it judges alone is in two columns of its own, which are made once and read by all:
    whether the row is a case, and whether it passes, null when the row does not tell.

    Attributes:
        name: short and unique in its plan.
        subject: the measure or the rule of rows.
        terms: what it is told.
        promises: for each promise that it answers, its key and that of its offer: their rows at fault are shown apart;
            an empty offer is all rows together.
    """

    name: str
    subject: Indicator | RowRule
    terms: Terms
    promises: tuple[tuple[str, str], ...] = (("", ""),)

    @property
    def offers(self) -> tuple[str, ...]:
        """Offers of its promises, each once."""
        return tuple(dict.fromkeys(offer for _, offer in self.promises))

    @property
    def members(self) -> tuple[str, ...]:
        """Structures whose rows count: a promise binds nobody else; empty for all, at which a rule of rows looks."""
        return () if isinstance(self.subject, RowRule) else self.terms.structures

    @property
    def table(self) -> str:
        """Whose rows it looks at."""
        return self.subject.table

    @property
    def judges(self) -> bool:
        """Whether it says anything of a row by itself."""
        return isinstance(self.subject, Indicator) or self.subject.sound is not None

    @property
    def case(self) -> Expr:
        """Whether a row is a case."""
        return nw.col(f"{self.name}_cas")

    @property
    def passing(self) -> Expr:
        """Whether a case passes."""
        return nw.col(f"{self.name}_bon")

    @property
    def at_fault(self) -> Expr:
        """Whether a row is a case that does not pass."""
        return (self.case & ~self.passing).fill_null(nw.lit(value=False))

    def says(self, *, marked: bool = False) -> dict[str, Expr]:
        """Return what makes the two columns; every row is a case for a rule of rows.

        Args:
            marked: whether rows say which of their cells could not be read. What a measure misses there is not told.
        """
        subject, terms = self.subject, self.terms
        if isinstance(subject, RowRule):
            cases, test = ~nw.col(DAY[self.table]).is_null(), subject.sound
        else:
            cases, test = subject.cases(terms).fill_null(nw.lit(value=False)), subject.passed
        passed = test(terms) if test else cases
        if marked and (read := self._read()):
            passed = nw.when(~unread(*read) | passed).then(passed)
        return {f"{self.name}_cas": cases, f"{self.name}_bon": passed}

    def _read(self) -> list[str]:
        """Return the columns of its table that a measure is known to read."""
        if isinstance(self.subject, RowRule):
            return []
        held = {column.name for column in schema_of(self.table).columns}
        return [name for name in dict.fromkeys((*self.subject.columns, *self.subject.shown)) if name in held]

    @property
    def find(self) -> Callable[[Material, Terms, Frame], Frame] | None:
        """What finds the rows at fault where a row is not judged alone."""
        subject = self.subject
        return subject.failing or (subject.rows if isinstance(subject, Indicator) else None)

    def shown(self, who: Sequence[str]) -> list[str]:
        """Columns of a row at fault."""
        return list(dict.fromkeys((*WHERE, KEY[self.table], *who, "_trimestre", *self.subject.shown)))

    def seen(self, who: Sequence[str]) -> list[str]:
        """Columns of a row that are read to find it at fault, and shown; some may be made on the way."""
        return [*self.shown(who), *self.subject.reads]


def of_promise(rows: Frame, probe: Probe, offer: str) -> Frame:
    """Return the rows that a promise is answered by: those of its offer, and of the structures that are known."""
    own = rows.filter(nw.col("offre") == offer) if offer else rows
    return own.filter(among("structure", list(probe.members))) if probe.members else own


def judged(frame: Frame, probes: Iterable[Probe]) -> Frame:
    """Add to rows what each probe says of them."""
    marked = UNREAD in frame.collect_schema().names()
    said = {name: one for probe in probes if probe.judges for name, one in probe.says(marked=marked).items()}
    return frame.with_columns(**said)
