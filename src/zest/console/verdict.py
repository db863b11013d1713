"""The first part of a report: the verdict, then one line for each ground."""

from zest.console.blocks import Banner, Grid, Line, text
from zest.console.typography import count, day, french
from zest.console.words import GROUNDS, VERDICTS
from zest.findings import Severity
from zest.report import GroundReport, Report


def banner(report: Report) -> Banner:
    """Say the verdict, of whom, on which day, and what each ground answers."""
    mark, word, tone = VERDICTS[report.verdict]
    about = [text(report.name, "strong")]
    if report.sectors:
        about.append(text(f"secteurs : {', '.join(report.sectors)}", "dim"))
    return Banner(
        title=f"{mark} {word.upper()}",
        tone=tone,
        aside=f"jugé au {day(report.as_of)}",
        lines=tuple(about),
        body=Grid(rows=tuple(_ground(ground, report) for ground in report.grounds), flexible=3),
    )


def _ground(ground: GroundReport, report: Report) -> tuple[Line, ...]:
    mark, word, tone = VERDICTS[ground.verdict]
    return (
        text(mark, tone),
        text(GROUNDS[ground.ground], "strong"),
        text(word, tone),
        text(french(counts(ground, report))),
    )


def counts(ground: GroundReport, report: Report) -> str:
    """Say what was found in the name of one ground, and how much of it rests on a text nobody read."""
    if not ground.asked and not any(f.ground is ground.ground for f in report.findings):
        return "aucune règle n'a trouvé à s'appliquer"
    said = [*_faults(ground, report)]
    if ground.unanswered:
        said.append(f"{count(ground.unanswered, 'question')} sans réponse")
    if not said:
        said.append("rien à redire")
    asked = f" sur {count(ground.asked, 'question')}" if ground.asked else ""
    unread = f", dont {ground.unverified} sur un texte non relu" if ground.unverified else ""
    return f"{', '.join(said)}{asked}{unread}"


_WORDS = {
    Severity.ERROR: "erreur",
    Severity.WARNING: "avertissement",
    Severity.INFO: "information",
}


def _faults(ground: GroundReport, report: Report) -> list[str]:
    """Count what is wrong; what is not told is counted as a question without an answer."""
    wrong = [f for f in report.standing_findings if f.ground is ground.ground and not f.unknown]
    numbers = {severity: sum(f.severity is severity for f in wrong) for severity in _WORDS}
    return [count(numbers[s], word) for s, word in _WORDS.items() if numbers[s]]
