"""A mission is renewed so many times and no more."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import recalled


@rule(
    "Z410",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission est renouvelée au plus deux fois, une seule avant août 2015.",
    why="De renouvellement en renouvellement, un contrat court tient lieu d'emploi durable.",
    remedy="Corrigez renewals, ou faites embaucher la personne par le client.",
    source=recalled("Code du travail, art. L1251-35 (lu en 2015), puis L1251-35-1"),
    figures=("etti.renewals-max",),
    reading="La branche du client peut fixer un autre nombre. Une mission qui ne parle pas de renouvellement n'est"
    " pas questionnée.",
    good={"missions.0.renewals": 2},
    bad={"missions.0.renewals": 3},
)
def renewed_too_often(mission: Mission, case: Case) -> Iterator[Answer]:
    """As many renewals as the law of its first day allows."""
    if temp_firm_of(mission, case) is None or mission.renewals is None:
        yield NOT_ASKED
    elif mission.renewals > (most := case.law["etti.renewals-max"]):
        words = f"La mission « {mission.key} » a été renouvelée {mission.renewals} fois, pour {most} au plus."
        yield Fault(words, at=("renewals",))
