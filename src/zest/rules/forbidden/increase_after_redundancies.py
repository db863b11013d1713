"""A post hit by redundancies is closed to temporary work for an increase of activity."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.forbidden_lending import redundancy_answers
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import as_in_2015


@rule(
    "Z224",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Pendant six mois, un poste touché par un licenciement économique ne reçoit pas d'intérim pour un"
    " accroissement d'activité, sauf contrat de trois mois au plus et non renouvelable.",
    why="Qui a été licencié a la priorité : l'emploi qui revient lui revient.",
    remedy="Refusez la mission, ou limitez-la à un contrat court qui ne se renouvelle pas (renewals = 0).",
    source=as_in_2015("Code du travail, art. L1251-9"),
    figures=("forbidden.redundancy-months", "forbidden.redundancy-short-months"),
    reading="Les autres cas de recours ne sont pas visés. La commande exceptionnelle à l'exportation, seconde"
    " exception, ne se lit pas dans un dossier : la règle avertit. renewals = 0 se lit « non renouvelable ».",
    good={
        "missions.0.recourse": "increase",
        "missions.0.redundancies": True,
        "missions.0.same_post": True,
        "missions.0.renewals": 0,
    },
    bad={
        "missions.0.recourse": "increase",
        "missions.0.redundancies": True,
        "missions.0.same_post": True,
        "missions.0.end": "2026-06-02",
    },
)
def increase_after_redundancies(mission: Mission, case: Case) -> Iterator[Answer]:
    """The post was not hit, or the contract is one of the short ones."""
    yield from redundancy_answers(mission, case) if temp_firm_of(mission, case) else [NOT_ASKED]
