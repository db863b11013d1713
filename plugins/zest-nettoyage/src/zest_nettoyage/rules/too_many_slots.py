"""The number of slots (*vacations*) of a day depends on the hours of the week."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "NET304",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Une journée compte deux vacations, trois au-delà de vingt-quatre heures par semaine.",
    why="Chaque vacation de plus est un trajet de plus, que personne ne paie.",
    remedy="Regroupez des vacations.",
    source=verified("Convention collective 3043, organisation du temps de travail", "2026-08-22"),
    figures=(
        "nettoyage.agreement.slots-short",
        "nettoyage.agreement.slots-long",
        "nettoyage.agreement.long-week",
    ),
    good={"missions.0.pattern": {"weekly_hours": 25, "slots_per_day": 3}},
    bad={"missions.0.pattern": {"weekly_hours": 24, "slots_per_day": 3}},
)
def too_many_slots(mission: Mission, case: Case) -> Iterator[Answer]:
    """No day has more slots than its week allows."""
    client, pattern = case.dossier.client(mission.client), mission.pattern
    if client is None or client.idcc != "3043" or pattern is None or pattern.slots_per_day is None:
        yield NOT_ASKED
        return
    long = (pattern.weekly_hours or 0) > case.law["nettoyage.agreement.long-week"]
    most = case.law[f"nettoyage.agreement.slots-{'long' if long else 'short'}"]
    if pattern.slots_per_day > most:
        words = f"La mission « {mission.key} » compte {pattern.slots_per_day} vacations par jour, pour {most} au plus."
        yield Fault(words, at=("pattern", "slots_per_day"))
