"""Declared full-time equivalents are hours divided by the hours of one."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.outcome import ActivityResult
from zest.readings.divisors import divisor_behind, members_of
from zest.readings.full_time import full_time, pro_rata, rounds_to, said
from zest.readings.lent_work import kind_lost
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z711",
    on=ActivityResult,
    ground=Ground.PRACTICE,
    severity=Severity.WARNING,
    requirement="Un nombre d'équivalents temps plein est le nombre d'heures divisé par celui de l'annexe financière.",
    why="Un ETP qui ne se recalcule pas ne se compare à rien.",
    remedy="Corrigez fte ou hours, ou donnez hours_per_fte tel que l'annexe le fixe.",
    source=verified(
        "Pilotage de l'inclusion, calcul des ETP réalisés",
        "2026-08-22",
        "gip-inclusion/pilotage-airflow, suivi_etp_realises_v2.sql",
    ),
    reading="À défaut d'annexe, le diviseur est celui de la réforme de 2014 pour la nature de la structure."
    " Un nombre arrondi ou coupé à son dernier chiffre est admis.",
    good={"results.0.hours": 17997, "results.0.fte": 11.2},
    bad={"results.0.fte": 12},
)
def fte_differs(result: ActivityResult, case: Case) -> Iterator[Answer]:
    """The declared number is the computed one, to the rounding."""
    divisor = divisor_behind(result, case.dossier, case.law)
    members = members_of(result, case.dossier)
    # Of several kinds under no divisor, the rule against such sums speaks; of a kind misread, loading did.
    elsewhere = len({m.kind for m in members}) > 1 or any(kind_lost(m, case) for m in members)
    if result.fte is None or (divisor is None and elsewhere):
        yield NOT_ASKED
    elif result.hours is None or divisor is None:
        missing = "les heures" if result.hours is None else "le nombre d'heures d'un ETP"
        yield Unknown(
            f"{said(result.fte)} ETP sont déclarés sans {missing} : rien ne permet de les recalculer.",
            at=("fte",),
        )
    elif not rounds_to((made := full_time(result.hours, divisor)).years, result.fte):
        words = f"{said(result.fte)} ETP sont déclarés ; le calcul en donne {made.words}."
        over = pro_rata(made, result.period)
        if over is not None and rounds_to(over, result.fte):
            told = f"{words} {said(result.fte)} est un effectif moyen sur la période, et non des ETP annuels."
            yield Fault(told, at=("fte",), severity=Severity.INFO)
        else:
            yield Fault(words, at=("fte",))
