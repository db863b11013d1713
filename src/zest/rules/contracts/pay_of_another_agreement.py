"""Pay parity refers to the user firm's agreement, never to the job's habit nor to the lender's."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.identifiers import Idcc
from zest.readings.lent_work import sector_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "Z512",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    requirement="La paie d'une personne mise à disposition se compare à la convention collective du client.",
    why="Le même métier se paie selon l'entreprise qui l'occupe : c'est la parité avec ses propres salariés.",
    remedy="Recalculez la paie sur la convention que le client applique, et donnez-la dans pay_agreement.",
    source=as_in_2015("Code du travail, art. L1251-18 et L1251-43"),
    reading="Une convention fusionnée vaut celle qui lui a succédé le premier jour de la mission.",
    good={"missions.0.pay_agreement": "9997"},
    bad={"missions.0.pay_agreement": "3016"},
)
def pay_of_another_agreement(mission: Mission, case: Case) -> Iterator[Answer]:
    """The agreement that the pay was computed from is the client's, or was merged into it."""
    client = case.dossier.client(mission.client)
    if mission.pay_agreement is None or client is None or client.idcc is None:
        yield NOT_ASKED
    elif _applied(mission.pay_agreement, mission, case) != _applied(client.idcc, mission, case):
        words = (
            f"La paie de la mission « {mission.key} » suit la convention {mission.pay_agreement},"
            f" et le client applique la convention {client.idcc}."
        )
        yield Fault(words, at=("pay_agreement",))


def _applied(idcc: Idcc, mission: Mission, case: Case) -> Idcc:
    """Follow successors as far as the sector knows them."""
    sector = sector_of(mission, case)
    found = sector.agreement_on(idcc, mission.start or case.as_of) if sector else None
    return found.idcc if found else idcc
