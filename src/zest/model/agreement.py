"""A text of the trade (*convention collective*), never to be mixed up with a collective."""

import datetime as dt
import enum

import attrs

from zest.model.identifiers import Idcc
from zest.model.period import Period
from zest.source import Source


class AgreementRole(enum.StrEnum):
    """Whose text it is for a lent worker: the pay parity refers to the user's, never to the lender's."""

    USER = "user"
    LENDER = "lender"
    NEIGHBOUR = "neighbour"


@attrs.frozen(kw_only=True)
class AgreementFact:
    """One fact of the agreement that matters for a lent worker, as a dated value.

    Attributes:
        key: slug.
        label: French words.
        value: number or text.
        unit: « h », « % », « € »… ; empty for a text.
        since: first day known to hold; ``None`` when the source does not date it.
        until: last day, included.
        source: the text.
    """

    key: str
    label: str
    value: float | str
    source: Source
    unit: str = ""
    since: dt.date | None = None
    until: dt.date | None = None


@attrs.frozen(kw_only=True)
class AgreementFacts:
    """What matters for a lent worker in one agreement.

    Attributes:
        facts: in the order of a note to the client.
    """

    facts: tuple[AgreementFact, ...]


@attrs.frozen(kw_only=True)
class CollectiveAgreement:
    """One collective agreement, by IDCC.

    Attributes:
        idcc: its number.
        title: French title.
        source: where the line was read.
        role: whose text it is.
        since: first day.
        until: last day, included; ``None`` while active.
        successor: the agreement that took its place.
        scope: French words; what it covers and what it leaves out.
    """

    idcc: Idcc
    title: str
    source: Source
    role: AgreementRole = AgreementRole.USER
    since: dt.date | None = None
    until: dt.date | None = None
    successor: Idcc | None = None
    scope: str = ""

    def active_on(self, day: dt.date) -> bool:
        """Whether the agreement applied on ``day``."""
        return day in Period(start=self.since, end=self.until)
