"""What was found, by subject: first what is wrong, then what the dossier does not say."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from zest.console.blocks import Block, Grid, Heading, Line, Span, text
from zest.console.questions import alike, listed_in_part, question
from zest.console.typography import count, day, french
from zest.console.words import SEVERITIES
from zest.findings import Finding
from zest.report import Report, Skipped

Row = tuple[Line, ...]

TOLD = 200
"""Most subjects told one by one: nobody reads more, and JSON holds them all."""

ALIKE = 100
"""Most findings of one code in one file told one by one: the first ones say how to mend the others."""


def findings(report: Report) -> Iterator[Block]:
    """Yield what was found: faults, unknowns, waived ones, rules not in force; what is too long to read is counted."""
    standing = report.standing_findings
    wrong = [f for f in standing if not f.unknown]
    if wrong:
        yield Heading("À corriger", aside=count(len(wrong), "constat"))
        yield from _wrong(by_subject(wrong, report.name))
    unknown = [f for f in standing if f.unknown]
    if unknown:
        yield Heading("Ce que le dossier ne dit pas", aside=count(len(unknown), "point"))
        yield Grid(rows=tuple(row for its in alike(unknown) for row in question(its)), flexible=1)
    yield from _waived([f for f in report.findings if f.waiver is not None])
    yield from _skipped(report.skipped)


def _wrong(groups: list[tuple[str, list[Finding]]]) -> Iterator[Block]:
    seen: Counter[tuple[str, str]] = Counter()
    for subject, its in groups[:TOLD]:
        if few := [one for one in its if _is_told(one, seen)]:
            yield Heading(subject, level=2)
            yield Grid(rows=tuple(row for f in few for row in _fault(f)), flexible=1)
    for (code, file), number in seen.items():
        if number > ALIKE:
            others = count(number - ALIKE, "constat")
            words = f"… et {others} {code} de plus dans « {file} » : « --format json » les donne tous."
            yield Heading(french(words), level=2)
    if more := sum(len(its) for _, its in groups[TOLD:]):
        yield Heading(f"… et {count(more, 'constat')} de plus : « --format json » les donne tous.", level=2)


def _is_told(one: Finding, seen: Counter[tuple[str, str]]) -> bool:
    if not one.place.file:
        return True
    alike = (one.code, one.place.file)
    seen[alike] += 1
    return seen[alike] <= ALIKE


def by_subject(found: Iterable[Finding], name: str) -> list[tuple[str, list[Finding]]]:
    """Group findings by what they are about, in order of appearance, the gravest of each first."""
    groups: dict[str, list[Finding]] = {}
    for finding in found:
        groups.setdefault(_subject(finding, name), []).append(finding)
    return [(subject, sorted(its, key=_gravest)) for subject, its in groups.items()]


def _subject(finding: Finding, name: str) -> str:
    """Say what a finding is about: « Collectif », « Bocage Emploi », « Offre « btp » »."""
    below = finding.subject[1:] if finding.subject[:1] == (name,) else finding.subject
    if not below:
        return "Collectif"
    kind = KINDS.get(finding.identity[0], "") if finding.identity else ""
    return french(f"{kind} « {below[-1]} »" if kind else " › ".join(below))


KINDS = MappingProxyType({
    "offers": "Offre",
    "clients": "Client",
    "orders": "Commande",
    "missions": "Mission",
    "follow_ups": "Suivi de la mission",
    "outcomes": "Sortie",
    "results": "Résultats",
    "measures": "Mesure de l'engagement",
    "loans": "Prêt",
    "public_contracts": "Marché public",
    "experiences": "Retour d'expérience",
    "trainings": "Formation",
    "meetings": "Réunion",
    "partnerships": "Partenariat",
    "sectors": "Secteur",
})  # fmt: skip
"""What the objects of a collection are called; structures go by their name alone."""


def _gravest(finding: Finding) -> tuple[int, str]:
    return -finding.severity.rank, finding.code


def _fault(finding: Finding) -> Iterator[Row]:
    mark, word, tone = SEVERITIES[finding.severity]
    gutter: Line = (Span(f"{mark} ", tone), Span(finding.code, "code"))
    yield gutter, (Span(word, tone), Span(french(f" : {finding.message}")))
    if finding.remedy:
        yield text(""), (Span("→ ", "strong"), Span(french(finding.remedy)))
    yield text(""), text(french(_origin(finding)), "dim")


def _origin(finding: Finding) -> str:
    """Say where it stands and which text asks for it, with the day somebody last read it."""
    place = f"{finding.place} · " if finding.place.file else ""
    if not finding.verified:
        return f"{place}{finding.source} (texte non relu : ne bloque pas)"
    return f"{place}{finding.source}" + (f", lu le {day(finding.read_on)}" if finding.read_on else "")


def _waived(found: Sequence[Finding]) -> Iterator[Block]:
    if found:
        yield Heading("Dérogations", aside=count(len(found), "constat"))
        yield Grid(rows=tuple(row for f in found for row in _exception(f)), flexible=1)


def _exception(finding: Finding) -> Iterator[Row]:
    yield (Span("~ ", "note"), Span(finding.code, "code")), text(french(finding.message))
    yield text(""), text(french(f"motif : {finding.waiver}"), "dim")


def _skipped(skipped: Sequence[Skipped]) -> Iterator[Block]:
    """Tell the rules that bound nobody on the day of their subject."""
    told: dict[tuple[str, str], dict[str, list[str]]] = {}
    for one in skipped:
        reasons = told.setdefault((one.code, _DAY.sub("…", one.reason)), {})
        reasons.setdefault(one.reason, []).append(one.subject[-1] if one.subject else "")
    if told:
        codes = {code for code, _ in told}
        yield Heading("Règles sans effet ce jour-là", aside=count(len(codes), "règle"))
        rows = [
            (
                (Span("– ", "dim"), Span(code, "code")),
                text(french(_without_effect(reasons)), "dim"),
            )
            for (code, _), reasons in told.items()
        ]
        yield Grid(rows=tuple(rows), flexible=1)


_DAY = re.compile(r"\d\d/\d\d/\d{4}")


def _without_effect(reasons: Mapping[str, Sequence[str]]) -> str:
    """Say one reason for all its days: a rule that left years ago is not told again for each mission."""
    names = [name for its in reasons.values() for name in its]
    first, more = next(iter(reasons)), len(reasons) - 1
    if more:
        first = _DAY.sub(
            lambda day: f"{day[0]} et {count(more, 'autre jour', 'autres jours')}", first, count=1
        )
    return f"{first} {listed_in_part(names)}"
