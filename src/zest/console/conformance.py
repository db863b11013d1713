"""How a sector stands before the kit: its tier, what is wrong and where, what it said would be, what nobody asked."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from zest.conformance import ConformanceReport, Outcome, Requirement, State, Tier
from zest.console.answers.answer import like
from zest.console.blocks import Banner, Block, Fit, Grid, Heading, Line, Prose, Span, text
from zest.console.envelopes import Envelope, envelope
from zest.console.typography import count, day, french, heading
from zest.console.words import SEVERITIES
from zest.findings import Finding

Row = tuple[Line, ...]

TIERS = MappingProxyType({
    Tier.NONE: "aucun niveau",
    Tier.BRONZE: "bronze",
    Tier.SILVER: "argent",
    Tier.GOLD: "or",
})  # fmt: skip
"""Lowest first."""
STATES = MappingProxyType({
    State.CRASHED: ("✗", "en panne", "bad"),
    State.FAILED: ("✗", "à corriger", "bad"),
    State.EXPECTED: ("~", "échec attendu", "note"),
    State.NOT_RUN: ("?", "sans réponse", "doubt"),
    State.KEPT: ("✓", "tenu", "good"),
})  # fmt: skip
"""Worst first."""


def conformance_blocks(report: ConformanceReport) -> Iterator[Block]:
    """Yield the answer of an examination, every flaw told."""
    yield _banner(report)
    yield from _flaws("En panne", report.of(State.CRASHED))
    yield from _flaws("À corriger", report.of(State.FAILED))
    yield from _flaws("Échecs attendus", report.of(State.EXPECTED))
    yield from _not_run(report.of(State.NOT_RUN))
    yield Prose(text(""))
    yield Prose((Span("Suite : ", "strong"), Span(french(follow_up(report)))), indent=0)


def _banner(report: ConformanceReport) -> Banner:
    attained = report.tier is not Tier.NONE
    failed = bool(report.of(State.FAILED) or report.of(State.CRASHED))
    mark, tone = ("✓", "good") if attained else ("✗", "bad") if failed else ("?", "doubt")
    level = f"NIVEAU {TIERS[report.tier].upper()}" if attained else "AUCUN NIVEAU"
    edition = f" · édition {report.edition}" if report.edition else ""
    about = f"{report.origin}{edition} · examiné par zest {report.zest}"
    asked = [tier for tier in Tier if tier is not Tier.NONE]
    rows = [_tier(tier, report) for tier in asked]
    narrow = tuple(line for row in rows for line in _folded(row))
    return Banner(
        title=f"{mark} {level}",
        tone=tone,
        name=report.label or report.slug,
        aside=f"examiné le {day(report.as_of)}",
        lines=(text(french(about), "dim"),),
        body=Fit(wide=Grid(rows=tuple(rows), flexible=3), narrow=(Grid(rows=narrow, flexible=1, indent=0),)),
    )


def _tier(tier: Tier, report: ConformanceReport) -> Row:
    its = [one for one in report.outcomes if one.about.tier is tier]
    worst = next(state for state in STATES if state is State.KEPT or any(o.state is state for o in its))
    mark, _, tone = STATES[worst]
    if worst is State.FAILED:
        tone = SEVERITIES[tier.severity][2]
    others = {state: sum(one.state is state for one in its) for state in STATES if state is not State.KEPT}
    told = ", ".join(f"{number} {STATES[state][1]}" for state, number in others.items() if number)
    kept = sum(one.state is State.KEPT for one in its)
    asked = "exigé" if tier is Tier.BRONZE else "facultatif"
    return (
        text(mark, tone),
        (Span(heading(TIERS[tier]), "strong"), Span(f" · {asked}", "dim")),
        text(f"{kept} sur {count(len(its), 'point tenu', 'points tenus')}"),
        text(told, tone),
    )


def _folded(row: Row) -> Iterator[Row]:
    mark, name, kept, told = row
    yield mark, name
    yield text(""), (*kept, *((Span(" · ", "dim"), *told) if told[0].text else ()))


def _flaws(title: str, outcomes: Sequence[Outcome]) -> Iterator[Block]:
    if outcomes:
        yield Heading(title, aside=_number(outcomes))
        yield Grid(rows=tuple(row for one in outcomes for row in _outcome(one)), flexible=1)


def _number(outcomes: Sequence[Outcome]) -> str:
    findings = sum(len(one.findings) for one in outcomes)
    return count(findings or len(outcomes), "constat")


def _outcome(outcome: Outcome) -> Iterator[Row]:
    """Say what is asked, then each flaw with its place; a remedy that all share is said once, at the end."""
    about = outcome.about
    mark, _, tone = STATES[outcome.state]
    said: Line = ()
    if outcome.state is State.FAILED:
        mark, word, tone = SEVERITIES[about.tier.severity]
        said = (Span(word, tone), Span(french(" : ")))
    yield (
        (Span(f"{mark} ", tone), Span(about.code, "code")),
        (*said, Span(french(about.requirement), "strong")),
    )
    if outcome.reason:
        yield text(""), text(french(outcome.reason), "note")
    remedies = list(dict.fromkeys(one.remedy for one in outcome.findings))
    placed = list(_placed(outcome.findings))
    followers = [*(one for _, one in placed[1:]), None]
    for (line, one), after in zip(placed, followers, strict=False):
        yield text(""), line
        if one and len(remedies) > 1 and not (after and after.remedy == one.remedy):
            yield text(""), (Span("→ ", "strong"), Span(french(one.remedy)))
    if len(remedies) == 1:
        yield text(""), (Span("→ ", "strong"), Span(french(remedies[0])))


def _placed(findings: Sequence[Finding]) -> Iterator[tuple[Line, Finding | None]]:
    """Yield each finding as a line; several in one file stand under its name, with line and column."""
    files: dict[str, list[Finding]] = {}
    for one in findings:
        files.setdefault(one.place.file, []).append(one)
    for file, its in files.items():
        together = bool(file) and len(its) > 1
        if together:
            yield text(f"{file} :", "dim"), None
        for one in its:
            yield (_under(one) if together else _alone(one)), one


def _under(one: Finding) -> Line:
    where = ":".join(str(number) for number in (one.place.line, one.place.column) if number)
    return (Span(f"  {where} " if where else "  ", "dim"), Span(french(one.message)))


def _alone(one: Finding) -> Line:
    place = (Span(f" ({one.place})", "dim"),) if one.place.file else ()
    return (Span(french(one.message)), *place)


def _not_run(outcomes: Sequence[Outcome]) -> Iterator[Block]:
    """Tell, reason by reason, what nobody could answer."""
    reasons: dict[str, list[str]] = {}
    for one in outcomes:
        reasons.setdefault(one.reason, []).append(one.about.code)
    if reasons:
        yield Heading("Sans réponse", aside=count(len(outcomes), "point"))
        yield Grid(rows=tuple(row for one in reasons.items() for row in _unanswered(*one)), flexible=1)


def _unanswered(reason: str, codes: Sequence[str]) -> Iterator[Row]:
    yield text("?", "doubt"), text(french(reason))
    yield text(""), text(", ".join(codes), "dim")


def follow_up(report: ConformanceReport) -> str:
    """Say what to do next, in one sentence."""
    for state in (State.CRASHED, State.FAILED, State.EXPECTED, State.NOT_RUN):
        if some := sorted(report.of(state), key=lambda one: one.about.tier.rank):
            return _NEXT[state].format(code=some[0].about.code)
    return "tout est tenu ; publiez le secteur, et examinez-le de nouveau à chaque édition."


_NEXT = MappingProxyType({
    State.CRASHED: "signalez la panne de {code} à qui publie zest, avec le secteur si possible.",
    State.FAILED: "« zest explain {code} » dit ce que demande {code}, pourquoi, et comment s'y tenir.",
    State.EXPECTED: "corrigez ce que liste {code}, puis retirez l'échec attendu de conformance.toml.",
    State.NOT_RUN: "« zest explain {code} » dit ce que demande {code} ; donnez-lui de quoi répondre.",
})  # fmt: skip


def requirement_blocks(about: Requirement) -> Iterator[Block]:
    """Yield the page of one requirement of the kit."""
    _, word, tone = SEVERITIES[about.tier.severity]
    asked = "exigé" if about.tier is Tier.BRONZE else "facultatif"
    yield Prose(
        (
            Span(f"{about.code} ", "code"),
            Span(about.name, "strong"),
            Span(f" · trousse des secteurs · niveau {TIERS[about.tier]}, {asked} · "),
            Span(word, tone),
        ),
        indent=0,
    )
    parts = {"Ce qui est demandé": about.requirement, "Pourquoi": about.why, "Que faire": about.remedy}
    for title, words in parts.items():
        yield Heading(title, level=2)
        yield Prose(text(french(words)), indent=4)
    yield Prose(text(""))
    yield Prose(text(french("« zest sector check SECTEUR » le vérifie."), "dim"), indent=0)


def requirement_envelope(about: Requirement) -> Envelope:
    """Return the answer of ``zest explain`` for a requirement of the kit."""
    from zest.console.answers.rules import ExplainAnswer, RequirementTold

    return envelope(ExplainAnswer(rule=like(RequirementTold, about, severity=about.tier.severity)))


def conformance_envelope(report: ConformanceReport, code: int) -> Envelope:
    """Return the answer of ``zest sector check``."""
    from zest.console.answers.sectors import Checked, SectorCheckAnswer, SectorExamined

    told = (
        like(
            Checked,
            one.about,
            severity=one.about.tier.severity,
            state=one.state,
            reason=one.reason,
            findings=one.findings,
        )
        for one in report.outcomes
    )
    return envelope(
        like(
            SectorCheckAnswer,
            report,
            sector=like(SectorExamined, report),
            exit_code=code,
            checks=tuple(told),
        )
    )
