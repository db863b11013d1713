"""What the dossier does not tell: each question once, with those it is about and the way to answer."""

from collections.abc import Iterable, Iterator, Sequence

from zest.console.blocks import Line, Span, text
from zest.console.typography import NBSP, count, french
from zest.findings import Finding

Row = tuple[Line, ...]

NAMED = 20
"""Most names given for one question: nobody reads more, and JSON holds them all."""


def alike(found: Iterable[Finding]) -> list[list[Finding]]:
    """Put together the questions of one rule that are answered in the same way; none is left out."""
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in found:
        groups.setdefault((finding.code, finding.remedy), []).append(finding)
    return [groups[key] for key in sorted(groups)]


def question(its: list[Finding]) -> Iterator[Row]:
    """Ask each question once, with all those it is about, then say how to answer."""
    asked: dict[str, list[Finding]] = {}
    for finding in its:
        asked.setdefault(_template(finding), []).append(finding)
    gutter: Line = (Span("? ", "doubt"), Span(its[0].code, "code"))
    for template, same in asked.items():
        yield gutter, _asked(template, same)
        if len(same) > 1:
            yield text(""), text(listed_in_part([_whom(finding) for finding in same]), "dim")
        gutter = text("")
    if its[0].remedy:
        yield text(""), (Span("→ ", "strong"), Span(french(its[0].remedy)))


def listed_in_part(names: Sequence[str]) -> str:
    """List names, the first ones only where there are many."""
    more = len(names) - NAMED
    return ", ".join(names[:NAMED]) + (f" et {count(more, 'autre')}" if more > 0 else "")


def _template(finding: Finding) -> str:
    """Return the question without the name of whom it is about."""
    return (
        finding.message.replace(f"« {finding.subject[-1]} »", "« … »") if finding.subject else finding.message
    )


def _asked(template: str, its: list[Finding]) -> Line:
    if len(its) > 1:
        return (Span(french(template)), Span(f" {len(its)} fois", "strong"))
    place = f" ({its[0].place})" if its[0].place.file else ""
    return (Span(french(its[0].message)), Span(place, "dim"))


def _whom(finding: Finding) -> str:
    line = f"{NBSP}({finding.place.line})" if finding.place.line else ""
    return f"{finding.subject[-1]}{line}"
