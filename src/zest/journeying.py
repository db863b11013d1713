"""How far a collective is: the six steps, the three conditions of the brand, who acts next and by when."""

import datetime as dt
from types import MappingProxyType

import attrs

from zest.findings import Finding
from zest.model.dossier import Dossier
from zest.model.journey import Step, StepName
from zest.report import Mark, Report

CONDITIONS = MappingProxyType({
    "Z101": "Procédure d'entrée",
    "Z102": "Personne formée dans chaque structure",
    "Z103": "Convention de marque de chaque structure",
})  # fmt: skip
"""The three conditions of the brand, by the rule that judges each. Source: COORACE workshop, June 2014."""


@attrs.frozen(kw_only=True)
class StepState:
    """One step.

    Attributes:
        label: French words.
        mark: met, missing or unknown.
        done_on: the day, when told.
        due_on: by when, when planned.
        owner: who acts.
    """

    label: str
    mark: Mark
    done_on: dt.date | None = None
    due_on: dt.date | None = None
    owner: str = ""


@attrs.frozen(kw_only=True)
class ConditionState:
    """One condition of the brand.

    Attributes:
        label: French words.
        mark: met, missing, unknown or waived.
        waiting: names of the structures that it waits for; empty for the collective's own condition.
        remedy: what to do, French words.
    """

    label: str
    mark: Mark
    waiting: tuple[str, ...] = ()
    remedy: str = ""


@attrs.frozen(kw_only=True)
class Progress:
    """Where a collective stands.

    Attributes:
        name: of the collective.
        as_of: the day.
        steps: the six, in order.
        conditions: the three, in order.
        next_act: who does what next, and by when; French sentence.
        last_meeting: the day of the last meeting held, when told.
    """

    name: str
    as_of: dt.date
    steps: tuple[StepState, ...]
    conditions: tuple[ConditionState, ...]
    next_act: str
    last_meeting: dt.date | None = None


def progress(dossier: Dossier, report: Report, day: dt.date) -> Progress:
    """Return where a collective stands on ``day``, after its report."""
    told = {step.name: step for step in (dossier.journey.steps if dossier.journey else ())}
    steps = tuple(_step(name, told.get(name), day) for name in StepName)
    conditions = tuple(_condition(code, dossier, report) for code in CONDITIONS)
    held = [m.held_on for m in dossier.meetings or () if m.held_on <= day]
    return Progress(
        name=dossier.name,
        as_of=day,
        steps=steps,
        conditions=conditions,
        next_act=_next(steps, conditions),
        last_meeting=max(held, default=None),
    )


def _step(name: StepName, step: Step | None, day: dt.date) -> StepState:
    if step is None:
        return StepState(label=name.label, mark=Mark.UNKNOWN)
    later = step.done is False or (step.done_on is not None and step.done_on > day)
    told = step.done or step.done_on is not None
    mark = Mark.MISSING if later else Mark.MET if told else Mark.UNKNOWN
    return StepState(label=name.label, mark=mark, done_on=step.done_on, due_on=step.due_on, owner=step.owner)


def _condition(code: str, dossier: Dossier, report: Report) -> ConditionState:
    found = [f for f in report.standing_findings if f.code == code]
    return ConditionState(
        label=CONDITIONS[code],
        mark=_mark(code, found, dossier, report),
        waiting=tuple(dict.fromkeys(_structure(f) for f in found if len(f.subject) > 1)),
        remedy=found[0].remedy if found else "",
    )


def _mark(code: str, found: list[Finding], dossier: Dossier, report: Report) -> Mark:
    if any(not finding.unknown for finding in found):
        return Mark.MISSING
    if found or not _asked(code, dossier) or dossier.faults or report.apparatus_failed:
        return Mark.UNKNOWN
    return Mark.WAIVED if any(f.code == code for f in report.findings) else Mark.MET


def _asked(code: str, dossier: Dossier) -> bool:
    """Whether there was somebody to ask: a structure, and for the training one that carries an offer."""
    return code == "Z101" or bool(dossier.structures and (code == "Z103" or dossier.offers))


def _structure(finding: Finding) -> str:
    return finding.subject[-1]


def _whom(names: tuple[str, ...]) -> str:
    """Name a few structures; many are counted, since each is told beside the condition."""
    return ", ".join(names) if len(names) <= _NAMED else f"{len(names)} structures"


_NAMED = 3


def _next(steps: tuple[StepState, ...], conditions: tuple[ConditionState, ...]) -> str:
    """Say the first thing that is not done: the brand's conditions first, then the steps."""
    for condition in conditions:
        if condition.mark in (Mark.MISSING, Mark.UNKNOWN):
            whom = f" ({_whom(condition.waiting)})" if condition.waiting else ""
            told = f". {condition.remedy}" if condition.remedy else " : à renseigner dans le dossier."
            return f"{condition.label}{whom}{told}"
    for step in steps:
        if step.mark is not Mark.MET:
            who = f"{step.owner} : " if step.owner else ""
            when = f", d'ici au {step.due_on:%d/%m/%Y}" if step.due_on else ""
            return f"{who}{step.label}{when}."
    return "les trois conditions et les six étapes sont remplies."
