"""Two versions of a sector on a screen: part by part what came, went or changed, then whom it would change."""

import datetime as dt
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from zest.comparing import FieldChange, Happening, ItemChange, ItemKind
from zest.comparing.fields import parts
from zest.console.answers.answer import like
from zest.console.blocks import Block, Grid, Heading, Line, Prose, Span, bare, text
from zest.console.envelopes import Envelope, envelope
from zest.console.labels import label, said
from zest.console.typography import count, day, french, listed
from zest.console.words import GROUNDS, VERDICTS
from zest.findings import Finding, Verdict
from zest.impact import Difference, Side, Turn, recounted
from zest.senses import Sense

if TYPE_CHECKING:
    from zest.console.answers.differing import SideTold

Row = tuple[Line, ...]

KINDS = MappingProxyType({
    ItemKind.COMMITMENT: "Engagements de service",
    ItemKind.RULE: "Règles",
    ItemKind.FIGURE: "Chiffres",
    ItemKind.TASK: "Tâches",
    ItemKind.PERMIT: "Habilitations et titres",
    ItemKind.JOB: "Métiers",
    ItemKind.AGREEMENT: "Conventions collectives",
    ItemKind.FACTS: "Ce que disent les conventions",
    ItemKind.SEGMENT: "Fiche segment",
    ItemKind.CHARTER: "Charte graphique",
    ItemKind.IDENTITY: "Identité",
})  # fmt: skip
SENSES = MappingProxyType({
    Sense.TIGHTER: ("▲", "resserré", "good"),
    Sense.LOOSER: ("▼", "desserré", "bad"),
    Sense.MIXED: ("◆", "resserré et desserré", "doubt"),
    Sense.NEITHER: ("·", "changé", "dim"),
})  # fmt: skip
HAPPENINGS = MappingProxyType({Happening.ADDED: ("+", "ajouté"), Happening.REMOVED: ("−", "retiré")})


def diff_blocks(found: Difference) -> Iterator[Block]:
    """Yield the comparison, then the dossiers, if there are any."""
    yield Prose((*_side(found.before), Span(" → ", "strong"), *_side(found.after)), indent=0)
    yield Prose(text(french(_tally(found.changes))), indent=0)
    for kind, title in KINDS.items():
        if changes := [change for change in found.changes if change.kind is kind]:
            yield Heading(title, aside=count(len(changes), "changement"))
            begun = f"{found.before.version.slug}."
            rows = [row for change in changes for row in (*_item(change, begun), *_gap(change))]
            yield Grid(rows=tuple(rows[:-1] if not bare(rows[-1][1]) else rows), flexible=1)
    if found.turns is not None:
        yield from _turns(found, found.turns)


def _side(side: Side) -> Line:
    about = f" {side.judged.profile.edition} ({side.origin})"
    return Span(side.version.slug, "strong"), Span(about, "dim")


def _tally(changes: tuple[ItemChange, ...]) -> str:
    if not changes:
        return "Rien ne les distingue."
    parts = [
        count(number, word)
        for sense, (_, word, _) in SENSES.items()
        if (number := sum(change.sense is sense for change in changes)) and sense is not Sense.NEITHER
    ]
    others = len(changes) - sum(change.sense is not Sense.NEITHER for change in changes)
    neither = "sans que l'on demande plus ou moins"
    if not parts:
        return f"{count(len(changes), 'changement')}, {neither}."
    parts += [f"{others} {neither}"] if others else []
    return f"{count(len(changes), 'changement')} : {listed(parts)}."


def _item(change: ItemChange, begun: str) -> Iterator[Row]:
    mark, word, tone = SENSES[change.sense]
    if change.happening is not Happening.CHANGED:
        mark, word = HAPPENINGS[change.happening]
    told = change.label and change.label not in (field.after for field in change.fields)
    head = (Span(french(f"{word} : "), tone), Span(french(change.label))) if told else (Span(word, tone),)
    yield (Span(f"{mark} ", tone), Span(change.key.removeprefix(begun), "strong")), head
    for words in change.steps:
        yield text(""), text(french(words))
    for field in change.fields:
        yield from _field(field)


def _gap(change: ItemChange) -> Iterator[Row]:
    """Keep apart items of several lines."""
    if change.fields:
        yield text(""), text("")


def _field(field: FieldChange) -> Iterator[Row]:
    """Say what a field was and what it is: on one line when that is short."""
    name, before, after = _name(field.name), _value(field.before), _value(field.after)
    if len(before) + len(after) <= _SHORT:
        yield text(""), (Span(french(f"{name} : "), "dim"), Span(french(f"{before} → {after}")))
        return
    yield text(""), text(french(f"{name} :"), "dim")
    yield text(""), (Span("− ", "bad"), Span(french(before)))
    yield text(""), (Span("+ ", "good"), Span(french(after)))


_SHORT = 56


def _name(path: str) -> str:
    """Say a field, and what it is in: « Valeur (1er janvier 2026) »."""
    *above, last = [part for part in path.split(".") if part != "values"]
    held = [day(dt.date.fromisoformat(part)) if part[:1].isdigit() else label(part).lower() for part in above]
    own = label("value") if last[:1].isdigit() else label(last)
    held += [day(dt.date.fromisoformat(last))] if last[:1].isdigit() else []
    return f"{own} ({', '.join(held)})" if held else own


def _value(value: Any) -> str:
    if value is None or value in ("", ()):
        return "(rien)"
    if isinstance(value, tuple):
        return ", ".join(_value(one) for one in value)
    held = {name: one for name, one in parts(value).items() if one is not None and one not in ("", ())}
    return ", ".join(f"{label(name).lower()} {_value(one)}" for name, one in held.items()) or said(value)


def _turns(found: Difference, turns: tuple[Turn, ...]) -> Iterator[Block]:
    turned = [one for one in turns if one.turns]
    moved = [one for one in turns if not one.turns and (one.appeared or one.vanished)]
    same = len(turns) - len(turned) - len(moved)
    yield Heading("Qui cela changerait", aside=f"{len(turned)} sur {count(len(turns), 'dossier')}")
    for one in (*turned, *moved):
        yield Heading(one.name, aside=one.path, level=2)
        yield Grid(rows=tuple(_turn(one)), flexible=1, indent=4)
    yield Prose(text(""))
    others = [f"{count(same, 'dossier')} sans aucun changement"] if same else []
    others += [f"{count(found.aside, 'dossier')} d'un autre secteur"] if found.aside else []
    if others:
        yield Prose(text(french(f"Et {listed(others)}."), "dim"), indent=0)
    if recount := sorted(recounted(found.changes)):
        words = f"Ce qui fut mesuré de {listed(recount)} l'a été autrement : ces cas sont à recompter."
        yield Prose(text(french(words), "dim"), indent=0)
    for words in found.unread:
        yield Prose((Span("✗ ", "bad"), Span(french(f"Non lu : {words}"))), indent=0)
    judged = f"Jugés au {day(found.as_of)}." if found.as_of else ""
    yield Prose(text(french(judged), "dim"), indent=0)


def _turn(one: Turn) -> Iterator[Row]:
    yield text("verdict", "dim"), _verdicts(one.before, one.after)
    for ground in one.grounds:
        yield text(GROUNDS[ground.ground], "dim"), _verdicts(ground.before, ground.after)
    for sign, tone, findings in (("+", "bad", one.appeared), ("−", "good", one.vanished)):
        for told in findings:
            yield (Span(f"{sign} ", tone), Span(told.code, "code")), _finding(told)


def _verdicts(before: Verdict, after: Verdict) -> Line:
    mark, word, tone = VERDICTS[after]
    if before is after:
        return Span(f"{mark} {word}", tone), Span(", sans changement", "dim")
    old_mark, old_word, old_tone = VERDICTS[before]
    return Span(f"{old_mark} {old_word}", old_tone), Span(" → ", "strong"), Span(f"{mark} {word}", tone)


def _finding(told: Finding) -> Line:
    place = f" ({told.place})" if told.place.file else ""
    return Span(french(told.message)), Span(place, "dim")


def diff_envelope(found: Difference) -> Envelope:
    """Return the answer of ``zest diff`` for programs."""
    from zest.console.answers.differing import DiffAnswer

    before, after = (_side_told(side) for side in (found.before, found.after))
    return envelope(like(DiffAnswer, found, before=before, after=after))


def _side_told(side: Side) -> "SideTold":
    from zest.console.answers.differing import SideTold

    return like(SideTold, side, slug=side.version.slug, edition=side.version.edition)
