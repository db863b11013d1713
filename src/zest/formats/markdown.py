"""Markdown (GitHub's, with tables): verdict, grounds and findings, to be put into a comment."""

import re
from collections.abc import Iterator, Sequence

from zest.console.typography import count, french
from zest.console.words import GROUNDS, SEVERITIES, VERDICTS
from zest.findings import Finding
from zest.formats.told import Told, one_line

MOST = 200
"""Findings that are listed: a comment of GitHub holds no more than 65 536 signs."""


def render(told: Told) -> str:
    """Return a page that no word of the dossier can lay out otherwise."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Told) -> Iterator[str]:
    report = told.report
    mark, word, _ = VERDICTS[report.verdict]
    yield f"## {mark} {escaped(report.name)} : {word}"
    yield ""
    yield f"Jugé au {report.as_of:%d/%m/%Y}."
    yield from _table(
        ("Domaine", "Verdict", "Erreurs", "Avertissements", "Informations"),
        [
            (GROUNDS[g.ground], " ".join(VERDICTS[g.verdict][:2]), *map(str, (g.errors, g.warnings, g.infos)))
            for g in report.grounds
        ],
    )
    yield from _found("Constats", told.standing)
    yield from _found("Dérogations", [one for one in told.findings if one.waiver is not None])


def _found(title: str, found: Sequence[Finding]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield f"### {title} ({len(found)})"
    yield from _table(("Règle", "Gravité", "Objet", "Constat", "Où"), [_row(one) for one in found[:MOST]])
    if len(found) > MOST:
        yield ""
        yield french(
            f"… et {count(len(found) - MOST, 'constat')} de plus : « --format json » les donne tous."
        )


def _row(one: Finding) -> tuple[str, ...]:
    words = [one.message, f"Motif : {one.waiver}" if one.waiver else one.remedy]
    said = "<br>".join(escaped(part) for part in words if part)
    return (
        one.code,
        SEVERITIES[one.severity][1],
        escaped(" › ".join(one.subject)),
        said,
        escaped(str(one.place)),
    )


def _table(headers: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield ""
    yield f"| {' | '.join(headers)} |"
    yield f"|{'|'.join(' --- ' for _ in headers)}|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are: no markup, no link, no mention of a person or of an issue."""
    said = re.sub(r"([\\`*_{}\[\]()+\-.!|~^$])", r"\\\1", one_line(french(words)))
    # A backslash does not keep GitHub from mentioning people and issues.
    for sign, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ("@", "&#64;"), ("#", "&#35;")):
        said = said.replace(sign, entity)
    return said
