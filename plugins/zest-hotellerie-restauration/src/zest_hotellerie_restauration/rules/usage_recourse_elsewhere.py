"""Hotels and restaurants are a usage sector (*secteur d'usage*); who works for them is not, by that alone."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.agreement import AgreementRole
from zest.model.identifiers import Idcc
from zest.model.work import Recourse
from zest.readings.lent_work import sector_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015
from zest_hotellerie_restauration.part_time import agreement_of


@rule(
    "HCR310",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    sample="hotellerie-restauration",
    requirement="L'emploi d'usage est ouvert aux hôtels et aux restaurants eux-mêmes, non à leurs sous-traitants.",
    why="L'emploi d'usage prive des garanties des autres cas de recours : la loi le réserve à une liste de secteurs.",
    remedy='Donnez un autre cas de recours (recourse = "insertion", "increase", "replacement"…), s\'il est vrai.',
    source=as_in_2015("Code du travail, art. D1251-1, 4°"),
    reading="Le secteur se lit à la convention collective que le client applique.",
    good={"missions.0.recourse": "usage"},
    bad={"missions.0.recourse": "usage", "clients.0.idcc": "3043"},
)
def usage_recourse_elsewhere(mission: Mission, case: Case) -> Iterator[Answer]:
    """A usage recourse is for a client that applies an agreement of hotels or restaurants."""
    idcc = agreement_of(mission, case)
    if mission.recourse is not Recourse.USAGE:
        yield NOT_ASKED
    elif idcc is None:
        words = f"Le dossier ne dit pas la convention du client de « {mission.key} », dont dépend l'emploi d'usage."
        yield Unknown(words, at=("recourse",), remedy="Donnez idcc au client.")
    elif not _listed(idcc, mission, case):
        words = (
            f"La mission « {mission.key} » recourt à l'emploi d'usage, et son client applique la convention {idcc},"
            " qui n'est pas de l'hôtellerie ni de la restauration."
        )
        yield Fault(words, at=("recourse",))


def _listed(idcc: Idcc, mission: Mission, case: Case) -> bool:
    sector = sector_of(mission, case)
    known = sector.agreements.get(idcc) if sector else None
    return known is not None and known.role is AgreementRole.USER
