"""The report of a check, whole: verdict, structures, commitments, findings, and what to do next."""

from collections.abc import Iterator

from zest.console.blocks import Block, Prose, Span, text
from zest.console.commitments import commitments
from zest.console.findings import findings
from zest.console.structures import structures
from zest.console.typography import french
from zest.console.verdict import banner
from zest.findings import Finding, Verdict
from zest.report import Report


def report_blocks(report: Report) -> Iterator[Block]:
    """Yield the report in the order in which it is read."""
    yield banner(report)
    yield from structures(report)
    yield from commitments(report)
    yield from findings(report)
    yield Prose(text(""))
    yield Prose((Span("Suite : ", "strong"), Span(french(follow_up(report)))), indent=0)


def follow_up(report: Report) -> str:
    """Say what to do next, in one sentence."""
    worst = max(report.standing_findings, key=_urgency, default=None)
    if report.verdict is Verdict.CONFORMING:
        return "rien n'est à corriger ; gardez ce rapport avec la convention de marque."
    if worst is None:
        return "« zest rules » liste les règles ; aucune n'a trouvé de quoi répondre dans ce dossier."
    if worst.unknown:
        return f"complétez le dossier ; « zest explain {worst.code} » dit ce qui est attendu, et pourquoi."
    return f"« zest explain {worst.code} » dit ce que demande {worst.code}, d'après quel texte, et comment s'y tenir."


def _urgency(finding: Finding) -> tuple[bool, bool, int]:
    return finding.apparatus, not finding.unknown, finding.severity.rank
