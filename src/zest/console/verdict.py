"""The first part of a report: the verdict, then one line for each ground."""

from types import MappingProxyType

from zest.console.blocks import Banner, Fit, Grid, Line, Span, text
from zest.console.typography import count, day, french, number
from zest.console.words import GROUNDS, VERDICTS
from zest.findings import Severity
from zest.report import GroundReport, Report


def banner(report: Report) -> Banner:
    """Say the verdict, of whom, on which day, and what each ground answers."""
    mark, word, tone = VERDICTS[report.verdict]
    sectors = f"secteurs : {', '.join(report.sectors)}" if report.sectors else "aucun secteur chargé"
    return Banner(
        title=f"{mark} {word.upper()}",
        tone=tone,
        name=report.name,
        aside=f"jugé au {day(report.as_of)}",
        lines=(text(french(sectors), "dim"),),
        body=Fit(
            wide=Grid(rows=tuple(_wide(ground, report) for ground in report.grounds), flexible=4),
            narrow=(
                Grid(
                    rows=tuple(row for ground in report.grounds for row in _narrow(ground, report)),
                    flexible=1,
                    indent=0,
                ),
            ),
        ),
    )


def _wide(ground: GroundReport, report: Report) -> tuple[Line, ...]:
    mark, word, tone = VERDICTS[ground.verdict]
    return (
        text(mark, tone),
        text(GROUNDS[ground.ground], "strong"),
        text(word, tone),
        text(faults(ground, report)),
        text(questions(ground), "dim"),
    )


def _narrow(ground: GroundReport, report: Report) -> tuple[tuple[Line, ...], ...]:
    mark, name, word, found, asked = _wide(ground, report)
    below = (*found, Span(" · ", "dim"), *asked) if found[0].text else asked
    return (mark, (*name, Span(french(" : ")), *word)), (text(""), below)


def faults(ground: GroundReport, report: Report) -> str:
    """Count what is wrong; what is not told is counted among the questions."""
    wrong = [f for f in report.standing_findings if f.ground is ground.ground and not f.unknown]
    numbers = {severity: sum(f.severity is severity for f in wrong) for severity in _WORDS}
    said = [count(numbers[s], word) for s, word in _WORDS.items() if numbers[s]]
    return ", ".join(said) or ("rien à corriger" if ground.asked else "")


def questions(ground: GroundReport) -> str:
    """Count the questions, those without an answer, and those that rest on a text nobody read."""
    if not ground.asked:
        return "aucune question posée"
    said = count(ground.asked, "question")
    if ground.unanswered:
        said = f"{number(ground.unanswered)} sans réponse sur {said}"
    return said + (f", {number(ground.unverified)} sur un texte non relu" if ground.unverified else "")


_WORDS = MappingProxyType({
    Severity.ERROR: "erreur",
    Severity.WARNING: "avertissement",
    Severity.INFO: "information",
})  # fmt: skip
