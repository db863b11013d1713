"""Three conventions under one French word, and a partnership: never one type for all.

The brand convention binds a structure and COORACE, the State convention a structure and the prefect,
a loan agreement two employers for one employee, a partnership the network and a trade's branch.
(The collective agreement, *convention collective*, is a text of the trade: ``zest.model.agreement``.)
"""

import datetime as dt
import re

import attrs

from zest.model.identifiers import DepartmentCode
from zest.model.period import Period


@attrs.frozen(kw_only=True)
class BrandConvention:
    """The right to the brand (*convention entre la SIAE et COORACE*): one per structure.

    Attributes:
        signed: ``False`` says that there is none; absent tables are *not told*.
        signed_by_structure_on: day of the structure's signature.
        signed_by_coorace_on: day of COORACE's signature.
        valid_to: last day, both included; the slides state no duration, so it may stay open.
        number: as filed.
    """

    signed: bool = True
    signed_by_structure_on: dt.date | None = None
    signed_by_coorace_on: dt.date | None = None
    valid_to: dt.date | None = None
    number: str = ""

    @property
    def signed_on(self) -> dt.date | None:
        """The day of the later signature; ``None`` while one is missing or not told."""
        days = (self.signed_by_structure_on, self.signed_by_coorace_on)
        return None if not self.signed or None in days else max(day for day in days if day)

    def holds(self, day: dt.date) -> bool:
        """Whether both parties had signed and the convention had not ended on ``day``."""
        return self.signed_on is not None and day in Period(start=self.signed_on, end=self.valid_to)


ACTIVE_STATES = ("VALIDE", "PROVISOIRE")
"""States of an annex in force. Source: the State's platform, read on 22 August 2026."""

COUNTED_STATES = (*ACTIVE_STATES, "CLOTURE")
"""States of an annex whose hours the State's figures count. Source: its dashboards, read on 22 August 2026."""

ANNEX_STATES = (*COUNTED_STATES, "HISTORISE", "ANNULE", "SAISI", "BROUILLON", "REJETE")
"""Every state of an annex."""

_NUMBER = re.compile(r"(ACI|EI|AI|ETTI|EITI)\d{2}[A-Z\d]\d{6}A\dM\d", re.ASCII)


@attrs.frozen(kw_only=True)
class FinancialAnnex:
    """One year of a State convention (*annexe financière*).

    Attributes:
        number: kind, three signs of département, year, order, amendment and modification
            (``ACI063170002A0M0``); its form is a rule.
        start: first day.
        end: last day, included.
        state: VALIDE, PROVISOIRE, HISTORISE, ANNULE, SAISI, BROUILLON, CLOTURE or REJETE; another word is
            kept, and reported by a rule.
        hours_per_fte: hours that make one full-time equivalent, in hours; the annex's own divisor.
    """

    number: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    state: str = ""
    hours_per_fte: float | None = None

    @property
    def period(self) -> Period:
        """The days of the annex, both included."""
        return Period(start=self.start, end=self.end)

    @property
    def kind(self) -> str:
        """The kind of structure that begins the number; empty when the number has not its form."""
        told = _NUMBER.fullmatch(self.number)
        return told[1] if told else ""

    def active_on(self, day: dt.date) -> bool | None:
        """Whether the annex is active on ``day``; ``None`` when its end or its state is not told.

        The State's platform takes an annex for ended on its very last day: the end must be strictly later.
        """
        if self.start is not None and day < self.start:
            return False
        if (self.end is not None and self.end <= day) or self.state in set(ANNEX_STATES) - set(ACTIVE_STATES):
            return False
        return True if self.end is not None and self.state in ACTIVE_STATES else None


@attrs.frozen(kw_only=True)
class HoursDerogation:
    """The prefect's lifting of the hours cap for an AI (*dérogation au plafond de 480 heures*).

    Attributes:
        start: first day.
        end: last day, included.
        department: where it holds.
        document: the prefect's act.
    """

    start: dt.date | None = None
    end: dt.date | None = None
    department: DepartmentCode | None = None
    document: str = ""

    @property
    def period(self) -> Period:
        """The days of the derogation."""
        return Period(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class StateConvention:
    """The right to act as a SIAE (*convention avec l'État*), with its yearly financial annexes.

    Attributes:
        start: first day.
        end: last day, included.
        number: as printed on the act.
        departments: where the structure may act.
        communes: INSEE codes, where the territory is finer than départements.
        annexes: the yearly financial annexes (*annexes financières*); ``None`` when not told, empty when there
            is none.
        open_days: days a week, or their equivalent, on which the structure receives people (AI).
    """

    start: dt.date | None = None
    end: dt.date | None = None
    number: str = ""
    departments: tuple[DepartmentCode, ...] | None = None
    communes: tuple[str, ...] = ()
    annexes: tuple[FinancialAnnex, ...] | None = None
    open_days: float | None = None

    @property
    def period(self) -> Period:
        """The days of the convention, both included."""
        return Period(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class LoanAgreement:
    """A non-profit loan of one employee between two employers (*prêt de main-d'œuvre à but non lucratif*).

    Attributes:
        key: reference in the dossier.
        lender: key of the structure that lends.
        user: name or key of the employer that receives.
        start: first day.
        end: last day, included.
        employee_consents: whether the employee agreed.
        written: whether a written convention states duration, identity, qualification and charging.
        contract_amended: whether the employment contract was amended.
        invoiced_at_cost: whether only wages, charges and reimbursed expenses are invoiced.
    """

    key: str
    lender: str
    user: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    employee_consents: bool | None = None
    written: bool | None = None
    contract_amended: bool | None = None
    invoiced_at_cost: bool | None = None


@attrs.frozen(kw_only=True)
class Partnership:
    """A lever signed with a trade's branch or a training body (*partenariat*): « UMIH, juin 2013 ».

    Attributes:
        partner: name of the body.
        signed_on: day of signature; the first of the month when only the month is known.
        scope: « national », « régional »…
        sector: slug of the sector it serves.
        subject: what it is about.
    """

    partner: str
    signed_on: dt.date | None = None
    scope: str = ""
    sector: str = ""
    subject: str = ""
