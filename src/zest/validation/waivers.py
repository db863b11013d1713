"""Accepted findings: who answers for them, until when, and whether they still cover anything."""

import datetime as dt
from collections.abc import Iterable
from types import MappingProxyType

import attrs

from zest.findings import Finding
from zest.model.dossier import Dossier
from zest.model.waiver import Waiver
from zest.notices import NOTICES


def apply_waivers(
    found: Iterable[Finding], dossier: Dossier, as_of: dt.date
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Return the findings, those that are waived marked so, and the findings about the waivers."""
    findings = list(found)
    about: list[Finding] = []
    ranks: dict[str, list[int]] = {}
    for i, finding in enumerate(findings):
        ranks.setdefault(finding.code, []).append(i)
        ranks.setdefault(finding.name, []).append(i)
    for rank, waiver in enumerate(dossier.waivers):
        fault = _fault(waiver, as_of)
        named = (*ranks.get(waiver.rule.upper(), ()), *ranks.get(waiver.rule.lower(), ()))
        hits = [i for i in named if covers(waiver, findings[i])]
        if fault is None and hits:
            for i in hits:
                findings[i] = attrs.evolve(findings[i], waiver=waiver.reason)
        else:
            about.append(_finding(*(fault or _unused(waiver)), waiver, dossier, rank))
    return tuple(findings), tuple(about)


def covers(waiver: Waiver, finding: Finding) -> bool:
    """Whether the waiver names the finding's rule and, if it names an object, the finding's object."""
    same_rule = waiver.rule.upper() == finding.code or waiver.rule.lower() == finding.name
    return same_rule and (not waiver.subject or waiver.subject in (*finding.identity, *finding.subject))


def _fault(waiver: Waiver, as_of: dt.date) -> tuple[str, str] | None:
    missing = [n for n in ("reason", "owner", "until") if not getattr(waiver, n)]
    if missing:
        return (
            "Z031",
            f"La dérogation à {waiver.rule} n'a pas de {' ni de '.join(_WORDS[m] for m in missing)}.",
        )
    if waiver.until is not None and waiver.until < as_of:
        return "Z032", f"La dérogation à {waiver.rule} est échue depuis le {waiver.until:%d/%m/%Y}."
    return None


_WORDS = MappingProxyType({"reason": "motif", "owner": "responsable", "until": "date de fin"})


def _unused(waiver: Waiver) -> tuple[str, str]:
    return "Z033", f"La dérogation à {waiver.rule} ne couvre aucun constat."


def _finding(code: str, message: str, waiver: Waiver, dossier: Dossier, rank: int) -> Finding:
    return NOTICES[code].finding(
        message,
        identity=("waivers", waiver.rule, waiver.subject),
        subject=(dossier.name, f"dérogation à {waiver.rule}"),
        place=dossier.sources.place(("waivers", rank)),
    )
