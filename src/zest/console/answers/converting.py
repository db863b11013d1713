"""What ``zest convert`` answers."""

from typing import ClassVar

import attrs

from zest.console.answers.answer import Answer
from zest.findings import Finding


@attrs.frozen(kw_only=True)
class TableCarried:
    """One table that was carried over."""

    file: str
    rows: int


@attrs.frozen(kw_only=True)
class ConvertAnswer(Answer):
    """The answer of ``zest convert``, from one form of a dossier to another."""

    schema: ClassVar[str] = "convert"

    source: str
    target: str
    lost: tuple[Finding, ...]
    tables: tuple[TableCarried, ...]


@attrs.frozen(kw_only=True)
class LossTold:
    """One field that was not carried over."""

    field: str
    reason: str
    count: int


@attrs.frozen(kw_only=True)
class ExchangeAnswer(Answer):
    """The answer of ``zest convert --from`` and ``--to``."""

    schema: ClassVar[str] = "exchange"

    source: str
    target: str
    read: int
    made: int
    losses: tuple[LossTold, ...]
    findings: tuple[Finding, ...]
