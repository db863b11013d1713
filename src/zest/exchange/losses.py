"""What a conversion did not carry over, counted field by field."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Generic, TypeVar

import attrs

from zest.findings import Finding

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Loss:
    """One thing that was not carried over.

    Attributes:
        field: name of the field in the source.
        reason: French sentence.
        count: number of objects or records that told it.
    """

    field: str
    reason: str
    count: int


@attrs.frozen(kw_only=True)
class Converted(Generic[T]):
    """What a conversion made.

    Attributes:
        value: records, or a dossier.
        losses: what was not carried over.
        findings: what was wrong in the source, each at its row.
        read: number of records or structures in the source.
        made: number of those that were carried over.
    """

    value: T
    losses: tuple[Loss, ...] = ()
    findings: tuple[Finding, ...] = ()
    read: int = 0
    made: int = 0


class Ledger:
    """Counts losses while a conversion runs."""

    def __init__(self) -> None:
        """Begin with none."""
        self._counts: Counter[tuple[str, str]] = Counter()

    def lose(self, field: str, reason: str, count: int = 1) -> None:
        """Count one more."""
        self._counts[field, reason] += count

    def leave(self, item: Any, carried: Iterable[str], reason: str) -> None:
        """Count each field of an object that tells something and that nothing carries."""
        for field in attrs.fields(type(item)):
            if field.name not in carried and getattr(item, field.name) not in (None, field.default):
                self.lose(field.name, reason)

    def leave_record(self, record: Mapping[str, Any], carried: Iterable[str], reason: str) -> None:
        """Count each field of a record that tells something and that nothing carries."""
        for name, told in record.items():
            if name not in carried and told not in (None, "", [], {}):
                self.lose(name, reason)

    def losses(self) -> tuple[Loss, ...]:
        """Return what was lost, the most often lost first."""
        return tuple(
            Loss(field=field, reason=reason, count=count)
            for (field, reason), count in sorted(self._counts.items(), key=lambda one: (-one[1], one[0]))
        )
