"""The span of a day (*amplitude*) depends on the hours of the week."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "NET305",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="L'amplitude d'une journée ne dépasse pas treize heures, douze sous seize heures par semaine.",
    why="Tôt le matin et tard le soir, une petite semaine ne laisse plus de journée.",
    remedy="Rapprochez les vacations.",
    source=verified("Convention collective 3043, organisation du temps de travail", "2026-08-22"),
    figures=(
        "nettoyage.agreement.span-short",
        "nettoyage.agreement.span-long",
        "nettoyage.agreement.short-week",
    ),
    good={"missions.0.pattern": {"weekly_hours": 16, "span": 13}},
    bad={"missions.0.pattern": {"weekly_hours": 15, "span": 13}},
)
def span_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """No day is longer, from first to last hour, than its week allows."""
    client, pattern = case.dossier.client(mission.client), mission.pattern
    if client is None or client.idcc != "3043" or pattern is None or pattern.span is None:
        yield NOT_ASKED
        return
    short = (pattern.weekly_hours or 0) < case.law["nettoyage.agreement.short-week"]
    most = case.law[f"nettoyage.agreement.span-{'short' if short else 'long'}"]
    if pattern.span > most:
        words = f"L'amplitude de la mission « {mission.key} » compte {pattern.span:g} heures, pour {most} au plus."
        yield Fault(words, at=("pattern", "span"))
