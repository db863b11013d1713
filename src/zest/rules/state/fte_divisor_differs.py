"""The divisor of declared full-time equivalents is that of the annex in force."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import ActivityResult
from zest.readings.divisors import divisor_of
from zest.readings.full_time import Basis, said
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z712",
    on=ActivityResult,
    ground=Ground.PRACTICE,
    severity=Severity.WARNING,
    requirement="Les heures d'un équivalent temps plein sont celles de l'annexe financière de la période.",
    why="Le diviseur est un attribut de chaque annexe et non une constante : un autre donne un autre nombre d'ETP.",
    remedy="Reprenez hours_per_fte de l'annexe, et recalculez fte.",
    source=verified(
        "Pilotage de l'inclusion, calcul des ETP réalisés",
        "2026-08-22",
        "gip-inclusion/pilotage-airflow, suivi_etp_realises_v2.sql",
    ),
    good={"results.0.start": "2026-01-01", "results.0.end": "2026-12-31"},
    bad={
        "results.0.start": "2026-01-01",
        "results.0.end": "2026-12-31",
        "structures.0.state_conventions.0.annexes.0.hours_per_fte": 1600,
    },
)
def fte_divisor_differs(result: ActivityResult, case: Case) -> Iterator[Answer]:
    """A declared divisor is the annex's, where an annex tells one."""
    member = case.dossier.structure(result.structure)
    annex = divisor_of(member, result.period, case.law) if member else None
    if member is None or annex is None or annex.basis is not Basis.ANNEX or result.hours_per_fte is None:
        yield NOT_ASKED
    elif result.hours_per_fte != annex.hours:
        words = (
            f"Les ETP de « {member.name} » sont comptés sur {said(result.hours_per_fte)} heures ;"
            f" l'annexe financière en fixe {said(annex.hours)}."
        )
        yield Fault(words, at=("hours_per_fte",))
