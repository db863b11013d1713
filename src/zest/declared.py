"""Rules written as TOML tables: a closed list of single comparisons, no expressions.

If a lawyer could change it, it is data. What relates two facts or sums over a period is Python.
"""

import datetime as dt
import functools
import re
import types
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs

from zest.datafiles import build, read_table, there
from zest.declared_faults import field_fault, message_fault, pattern_fault
from zest.errors import DataFileError, RuleDeclarationError
from zest.findings import Ground, Severity
from zest.model.activity import Mission, Order
from zest.model.identifiers import Idcc
from zest.model.offer import SectorOffer
from zest.model.structure import Structure
from zest.readings.lent_work import permit_holds, task_label, tasks_needing, tasks_of
from zest.rule import NOT_ASKED, Answer, Case, Check, Fault, Rule, Unknown
from zest.source import Source

SUBJECTS: Mapping[str, type] = MappingProxyType({
    "mission": Mission,
    "order": Order,
    "offer": SectorOffer,
    "structure": Structure,
})  # fmt: skip
"""What a declared rule may look at."""


@attrs.frozen(kw_only=True)
class Declared:
    """One table of ``rules.toml``. Exactly one of the comparisons is given.

    Attributes:
        name: the fault, as a slug.
        on: ``mission``, ``order``, ``offer`` or ``structure``.
        ground: law, brand, commitments, agreement or practice.
        severity: error, warning or info.
        requirement: one French sentence: what must be.
        why: French.
        remedy: French.
        source: the text.
        message: French sentence for the finding; ``{value}`` is what was found, ``{bound}`` what was asked.
        field: the attribute that is compared; ``pattern.span`` for one below.
        at_most: greatest value, a number or the key of a dated figure.
        at_least: least value, a number or the key of a dated figure.
        one_of: values allowed.
        required: whether a value must be told.
        matches: regular expression that the whole value must match.
        forbids_tasks: keys of tasks that may not be among the mission's.
        permit: key of a permit that must hold over the whole mission when one of its tasks needs it: the tasks of
            the sector that list it among their ``permits``.
        agreements: IDCC of the client's agreement; when given, missions of other clients are not judged.
        since: first day on which the text binds.
        until: last day, included.
        figures: keys of dated figures that the page shows.
        reading: French; how an open text is read.
        good: changes to the sector's sound sample that keep the rule silent.
        bad: changes that make it speak.
    """

    name: str
    on: str
    ground: Ground
    severity: Severity
    requirement: str
    why: str
    remedy: str
    source: Source
    message: str
    bad: dict[str, Any]
    field: str = ""
    at_most: float | str | None = None
    at_least: float | str | None = None
    one_of: tuple[str, ...] | None = None
    required: bool = False
    matches: str | None = None
    forbids_tasks: tuple[str, ...] = ()
    permit: str = ""
    agreements: tuple[Idcc, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    figures: tuple[str, ...] = ()
    reading: str = ""
    good: dict[str, Any] = attrs.field(factory=dict)


Comparer = Callable[[Declared, Any, Case], Iterator[Answer]]


def _at_most(rule: Declared, subject: Any, case: Case) -> Iterator[Answer]:
    value, bound = _value(subject, rule.field), _bound(rule.at_most, case)
    if value > bound:
        yield _fault(rule, value, bound)


def _at_least(rule: Declared, subject: Any, case: Case) -> Iterator[Answer]:
    value, bound = _value(subject, rule.field), _bound(rule.at_least, case)
    if value < bound:
        yield _fault(rule, value, bound)


def _one_of(rule: Declared, subject: Any, _: Case) -> Iterator[Answer]:
    value = _value(subject, rule.field)
    told = value if isinstance(value, tuple) else (value,)
    for one in told:
        if one not in (rule.one_of or ()):
            yield _fault(rule, one, ", ".join(rule.one_of or ()))


def _required(rule: Declared, subject: Any, _: Case) -> Iterator[Answer]:
    if _value(subject, rule.field) in (None, "", ()):
        yield _fault(rule, "", "")


def _matches(rule: Declared, subject: Any, _: Case) -> Iterator[Answer]:
    value = _value(subject, rule.field)
    if not re.fullmatch(rule.matches or "", value):
        yield _fault(rule, value, rule.matches or "")


def _forbids_tasks(rule: Declared, mission: Any, case: Case) -> Iterator[Answer]:
    for task in tasks_of(mission, case) or ():
        if task in rule.forbids_tasks:
            yield attrs.evolve(_fault(rule, task_label(mission, task, case), ""), at=("tasks",), about=task)


def _permit(rule: Declared, mission: Any, case: Case) -> Iterator[Answer]:
    needing = tasks_needing(mission, rule.permit, case)
    held = permit_holds(mission, rule.permit, case)
    if not needing:
        yield NOT_ASKED
    elif held is None:
        missing = (
            f"Le dossier ne dit pas si le salarié de la mission « {mission.key} » détient « {rule.permit} »."
        )
        yield Unknown(missing, at=("permits",), about=rule.permit)
    elif not held:
        task = task_label(mission, needing[0], case)
        yield attrs.evolve(_fault(rule, task, rule.permit), at=("permits",), about=rule.permit)


COMPARISONS: Mapping[str, Comparer] = types.MappingProxyType({
    "at_most": _at_most,
    "at_least": _at_least,
    "one_of": _one_of,
    "required": _required,
    "matches": _matches,
    "forbids_tasks": _forbids_tasks,
    "permit": _permit,
})  # fmt: skip
"""The closed list. It gains neither *and*, nor *or*, nor expressions."""


def _value(subject: Any, field: str) -> Any:
    """Read a field, or ``None`` when something on the way to it was not told."""
    for step in field.split("."):
        subject = getattr(subject, step) if subject is not None else None
    return subject


def _bound(given: float | str | None, case: Case) -> float:
    return case.law[given] if isinstance(given, str) else given or 0


def _fault(rule: Declared, value: object, bound: object) -> Fault:
    at = tuple(rule.field.split(".")) if rule.field else ()
    words = rule.message.format(value=_said(value), bound=_said(bound))
    return Fault(words, at=at, about=str(value))


def _said(value: object) -> object:
    """Write a number as French does: 0,5."""
    return f"{value:g}".replace(".", ",") if isinstance(value, float) else value


def declared_rules(file: Path, slug: str) -> Iterator[Rule]:
    """Read the rules of a ``rules.toml``; none when the file is absent.

    Raises:
        DataFileError: a rule does not hold what it must, or compares two things or none.
    """
    if there(file):
        for code, raw in read_table(file).items():
            yield _rule(code, build(Declared, raw, f"{file}, {code}"), file, slug)


def _rule(code: str, declared: Declared, file: Path, slug: str) -> Rule:
    given = [name for name in COMPARISONS if getattr(declared, name) not in (None, "", (), False)]
    if len(given) != 1 or declared.on not in SUBJECTS:
        words = f"une seule comparaison parmi {', '.join(COMPARISONS)}, sur {', '.join(SUBJECTS)}"
        raise DataFileError(f"{file}, {code} : il faut {words}.")
    if fault := _fault_in(declared, given[0]):
        raise DataFileError(f"{file}, {code} : {fault}")
    shared = {name: getattr(declared, name) for name in _SHARED}
    try:
        return Rule(
            code=code, on=SUBJECTS[declared.on], check=_check(declared, given[0]), sample=slug, **shared
        )
    except RuleDeclarationError as error:
        raise DataFileError(f"{file}, {code} : {error}") from None


def _fault_in(declared: Declared, comparison: str) -> str:
    """Say why a rule would crash on whatever it is put to; nothing when it would not."""
    kind, of_tasks = SUBJECTS[declared.on], _OF_TASKS.get(comparison)
    if of_tasks is None:
        place = field_fault(declared.field, kind)
    else:
        known = kind in of_tasks
        place = "" if known else f"{comparison} se demande d'une mission, et non de « {declared.on} »."
    return place or pattern_fault(declared.matches or "") or message_fault(declared.message)


_OF_TASKS: Mapping[str, tuple[type, ...]] = MappingProxyType({
    "forbids_tasks": (Mission, Order),
    "permit": (Mission,),
})  # fmt: skip
"""Comparisons that look at tasks, and at no field: what has some."""


def _check(declared: Declared, comparison: str) -> Check:
    return functools.partial(_asked, declared, COMPARISONS[comparison])


def _asked(declared: Declared, compare: Comparer, subject: Any, case: Case) -> Iterator[Answer]:
    """Compare, unless the rule reads an agreement that the client does not apply or a value nobody told."""
    client = case.dossier.client(getattr(subject, "client", ""))
    elsewhere = declared.agreements and (client is None or client.idcc not in declared.agreements)
    untold = declared.field and not declared.required and _value(subject, declared.field) in (None, "", ())
    if elsewhere or untold:
        yield NOT_ASKED
    else:
        yield from compare(declared, subject, case)


_SHARED = (
    "name", "ground", "severity", "requirement", "why", "remedy", "source", "figures", "reading", "good", "bad",
    "since", "until",
)  # fmt: skip
