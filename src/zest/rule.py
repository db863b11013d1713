"""A rule is a frozen value: what it asks, of what, in whose name, after which text, and a function.

The function gets one subject and its case, and yields what is wrong or unknown. Code, place and
severity are added by the engine, so a rule cannot lie about them.
"""

import datetime as dt
import enum
import re
import types
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from zest.errors import RuleDeclarationError
from zest.findings import Ground, Severity
from zest.law import LawOnDay
from zest.model.dossier import Dossier, KeyPath
from zest.model.period import Period
from zest.model.profile import SectorProfile
from zest.source import Source, Status

CODE = re.compile(r"[A-Z]{1,6}\d{3}", re.ASCII)


@attrs.frozen
class Fault:
    """What is wrong.

    Attributes:
        message: one French sentence with the measured value and the bound.
        at: keys and indices below the subject, to place the finding; ``()`` for the subject itself.
        remedy: what to do, where the rule's own remedy is too general.
        about: stable word that tells this fault from others of the same rule on the same subject.
        severity: where the fault is lighter than the rule's; never graver.
    """

    message: str
    at: KeyPath = ()
    remedy: str = ""
    about: str = ""
    severity: Severity | None = None


@attrs.frozen
class Unknown:
    """What the dossier does not tell, so that the rule cannot answer.

    Attributes:
        message: one French sentence that names what is missing.
        at: keys and indices below the subject.
        remedy: what to add, and where.
        about: stable word, as in ``Fault``.
    """

    message: str
    at: KeyPath = ()
    remedy: str = ""
    about: str = ""


class NotAsked(enum.Enum):
    """The rule does not concern this subject: an AI owes no guarantee."""

    NOT_ASKED = enum.auto()


NOT_ASKED = NotAsked.NOT_ASKED
"""What a rule yields, alone, when it does not concern its subject."""

Answer = str | Fault | Unknown | NotAsked


@attrs.frozen(kw_only=True)
class Case:
    """What a rule may look at besides its subject. Everything in it is frozen.

    Attributes:
        dossier: the whole.
        as_of: the day of the check.
        law: figures in force on the day that the subject is judged by.
        sectors: facts of the sectors at hand, by slug.
    """

    dossier: Dossier
    as_of: dt.date
    law: LawOnDay
    sectors: Mapping[str, SectorProfile]


Check = Callable[[Any, Case], Iterator[Answer]]
Example = Mapping[str, Any]


_KINDS: Mapping[str, type | tuple[type, ...]] = types.MappingProxyType({
    "on": type, "ground": Ground, "severity": Severity, "source": Source,
    "since": (dt.date, type(None)), "until": (dt.date, type(None)),
})  # fmt: skip
"""What the engine counts on: a rule is often written by someone whom no type checker warns."""


def _example(changes: Example) -> Example:
    return types.MappingProxyType(dict(changes))


@attrs.frozen(kw_only=True)
class Rule:
    """One requirement.

    Attributes:
        code: prefix and three digits; never reused.
        name: the fault, as a slug.
        on: class of the subjects it looks at.
        ground: in whose name.
        severity: gravest severity it may give; capped to a warning while its source may not block.
        requirement: one French sentence: what must be.
        why: French; what the requirement protects.
        remedy: French; what to do.
        source: the text.
        check: the function.
        figures: keys of the dated figures that it reads.
        reading: French; how an open text is read, if it is.
        column: heading of the column it fills in the table of structures; empty for none.
        good: changes to the sound sample that keep the rule silent (dotted path → value).
        bad: changes that make it speak.
        sample: name of the sound sample; the core's by default.
        since: first day on which the text binds; ``None`` when it always did, as far as is known.
        until: last day, included; ``None`` while it binds.
        sector: slug of the only sector whose subjects it judges; empty for all.
        origin: what names distribution and version when turned into a text.
    """

    code: str
    name: str
    on: type
    ground: Ground
    severity: Severity
    requirement: str
    why: str
    remedy: str
    source: Source
    check: Check = attrs.field(eq=False, repr=False)
    figures: tuple[str, ...] = ()
    reading: str = ""
    column: str = ""
    good: Example = attrs.field(factory=dict, converter=_example)
    bad: Example = attrs.field(factory=dict, converter=_example)
    sample: str = "core"
    sector: str = ""
    since: dt.date | None = None
    until: dt.date | None = None
    origin: object = "zest"

    def __attrs_post_init__(self) -> None:
        if not CODE.fullmatch(self.code):
            raise RuleDeclarationError(
                f"« {self.code} » n'est pas un code de règle (préfixe et trois chiffres)."
            )
        if not self.bad:
            raise RuleDeclarationError(f"La règle {self.code} n'a pas d'exemple fautif.")
        for name, kind in _KINDS.items():
            if not isinstance(told := getattr(self, name), kind):
                raise RuleDeclarationError(
                    f"La règle {self.code} est mal déclarée : {name} ne peut être de type {type(told).__name__}."
                )

    @property
    def capped(self) -> Severity:
        """The severity that the source allows: a text that nobody read today may warn, never block."""
        if self.severity is Severity.ERROR and not self.source.may_block:
            return Severity.WARNING
        return self.severity

    def binds(self, day: dt.date) -> bool:
        """Whether the text was in force on ``day``."""
        return day in Period(start=self.since, end=self.until)

    @property
    def unverified(self) -> bool:
        """Whether the present wording of the source was not read."""
        return self.source.status is not Status.VERIFIED


def rule(code: str, **facts: Any) -> Callable[[Check], Rule]:
    """Turn a check function into a :class:`Rule`; the function's name becomes the rule's.

    Args:
        code: prefix and three digits.
        facts: the other attributes of :class:`Rule`.

    Raises:
        RuleDeclarationError: a rule owes its reader a text, a reason, a remedy and a bad example.
    """

    def declare(check: Check) -> Rule:
        name = check.__name__.replace("_", "-")
        try:
            return Rule(code=code, name=name, check=check, **facts)
        except TypeError as error:
            raise RuleDeclarationError(f"La règle {code} est mal déclarée : {error}.") from None

    return declare
