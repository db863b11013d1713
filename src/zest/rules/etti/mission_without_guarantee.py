"""The financial guarantee holds on each day of each mission, not on the day of the check alone."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import TEMPORARY_WORK, Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z415",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="La garantie financière d'une entreprise de travail temporaire couvre chaque jour de ses missions.",
    why="Le jour où elle manque, rien ne garantit la paie des personnes en mission.",
    remedy="Corrigez start et end dans [structures.guarantee], ou faites renouveler la garantie.",
    source=as_in_2015("Code du travail, art. L1251-45, L1251-49 et R1251-15"),
    reading="Les jours qui suivent la vérification ne sont pas jugés. Une structure ne déclare que sa garantie"
    " présente : celle d'avant est inconnue, et non absente. Toutes ses missions font un seul constat.",
    good={"structures.1.guarantee.end": "2026-03-06"},
    bad={"structures.1.guarantee.end": "2026-03-05"},
)
def mission_without_guarantee(structure: Structure, case: Case) -> Iterator[Answer]:
    """No day of a mission up to the check is out of the guarantee."""
    guarantee = structure.guarantee
    lent = [m for m in case.dossier.missions if m.structure == structure.key and m.start]
    if structure.kind not in TEMPORARY_WORK or guarantee is None or guarantee.start is None or not lent:
        yield NOT_ASKED
        return
    until, since = guarantee.end or dt.date.max, guarantee.start
    if after := [m for m in lent if _last_judged(m, case) > until]:
        words = (
            f"La garantie financière de « {structure.name} » s'est arrêtée le {until:%d/%m/%Y}, avant la fin"
        )
        yield Fault(f"{words} de {_told(after)}.", at=("guarantee",), about="after")
    if before := [m for m in lent if m.start and m.start < since]:
        words = f"Le dossier ne dit pas quelle garantie financière de « {structure.name} » couvrait, avant le"
        yield Unknown(f"{words} {since:%d/%m/%Y}, {_told(before)}.", at=("guarantee",), about="before")


def _last_judged(mission: Mission, case: Case) -> dt.date:
    """Return the last day of the mission, or that of the check; the calendar's first when it has not begun."""
    last = mission.end or mission.start
    begun = mission.start is not None and mission.start <= case.as_of
    return min(last, case.as_of) if begun and last else dt.date.min


def _told(missions: list[Mission]) -> str:
    others = len(missions) - 1
    more = f" et {others} autre{'s' if others > 1 else ''}" if others else ""
    return f"la mission « {missions[0].key} »{more}"
