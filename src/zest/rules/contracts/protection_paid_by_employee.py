"""The lent worker never pays for protective equipment."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import Payer
from zest.readings.formalities.regimes import regime_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z525",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Les équipements de protection ne sont jamais à la charge de la personne prêtée.",
    why="Qui doit payer son casque ou ses gants s'en passe.",
    remedy='Faites fournir les équipements par le client ou par la structure, et donnez protection_paid_by = "client".',
    source=as_in_2015("Code du travail, art. L1251-23"),
    reading="L'article parle du travail temporaire ; le salarié d'une AI n'est pas traité autrement.",
    good={"missions.0.protection_paid_by": "lender"},
    bad={"missions.0.protection_paid_by": "employee"},
)
def protection_paid_by_employee(mission: Mission, case: Case) -> Iterator[Answer]:
    """Somebody else than the employee pays."""
    payer, at = mission.protection_paid_by, ("protection_paid_by",)
    if regime_of(mission, case) is None:
        yield NOT_ASKED
    elif payer is None:
        words = (
            f"Le dossier ne dit pas qui paie les équipements de protection de la mission « {mission.key} »."
        )
        yield Unknown(words, at=at)
    elif payer is Payer.EMPLOYEE:
        words = f"La personne de la mission « {mission.key} » paie elle-même ses équipements de protection."
        yield Fault(words, at=at)
