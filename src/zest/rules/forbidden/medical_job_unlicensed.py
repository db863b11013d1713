"""A regulated medical post is for those who have the licence."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import MedicalJob
from zest.readings.lent_work import permit_holds
from zest.readings.temporary_work import temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_LICENCE = "autorisation-exercice"


@rule(
    "Z226",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Qui pourvoit par l'intérim un poste médical réglementé a l'autorisation de l'exercer.",
    why="L'entreprise de travail temporaire répond de cette vérification avant d'envoyer la personne.",
    remedy='Vérifiez l\'autorisation et ajoutez-la à permits (key = "autorisation-exercice"), avec sa date.',
    source=as_in_2015("Code du travail, art. L1251-8"),
    good={
        "missions.0.medical_job": "regulated",
        "missions.0.permits": [{"key": "autorisation-exercice", "obtained_on": "2020-01-06"}],
    },
    bad={"missions.0.medical_job": "regulated"},
)
def medical_job_unlicensed(mission: Mission, case: Case) -> Iterator[Answer]:
    """The licence covers the mission."""
    held = permit_holds(mission, _LICENCE, case)
    if temp_firm_of(mission, case) is None or mission.medical_job is not MedicalJob.REGULATED:
        yield NOT_ASKED
    elif held is None:
        words = f"Le dossier ne dit pas si la personne de la mission « {mission.key} » peut exercer ce poste médical."
        yield Unknown(words, at=("permits",))
    elif not held:
        words = (
            f"Aucune autorisation d'exercer ne couvre la mission « {mission.key} », sur un poste réglementé."
        )
        yield Fault(words, at=("permits",))
