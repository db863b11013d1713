"""The collective meets every quarter."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z109",
    on=Dossier,
    ground=Ground.BRAND,
    severity=Severity.WARNING,
    requirement="Le collectif se réunit tous les trimestres.",
    why="C'est là que les engagements de service se définissent et se tiennent.",
    remedy="Réunissez le collectif, puis ajoutez la réunion dans [[meetings]].",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    figures=("brand.meeting-gap",),
    reading="Un trimestre civil compte au plus 92 jours ; zest laisse un mois de battement.",
    good={"meetings.0.held_on": "2026-02-14"},
    bad={"meetings": [{"held_on": "2025-10-15"}]},
)
def meetings_too_rare(dossier: Dossier, case: Case) -> Iterator[Answer]:
    """No gap between two meetings, nor since the last one, is longer than the method allows."""
    most = case.law["brand.meeting-gap"]
    held = sorted(m.held_on for m in dossier.meetings or () if m.held_on <= case.as_of)
    if dossier.meetings is None or not held:
        yield Unknown("Le dossier ne dit pas quand le collectif s'est réuni.", at=("meetings",))
        return
    for earlier, later in pairwise([*held, case.as_of]):
        if (later - earlier).days > most:
            yield Fault(_words(earlier, later, most), at=("meetings",), about=earlier.isoformat())


def _words(earlier: dt.date, later: dt.date, most: float) -> str:
    days = (later - earlier).days
    return (
        f"{days} jours séparent le {earlier:%d/%m/%Y} du {later:%d/%m/%Y} sans réunion, pour {most} au plus."
    )
