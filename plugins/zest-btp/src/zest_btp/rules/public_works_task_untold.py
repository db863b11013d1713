"""Public works call on temporary workers for a precise task that does not last."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified

_AGREEMENT = "1702"
_TEMPORARY = (StructureKind.ETTI, StructureKind.ETT, StructureKind.EATT)


@rule(
    "BTP307",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.WARNING,
    sample="btp",
    requirement="Dans les travaux publics, une mission d'intérim dit la tâche précise et non durable qu'elle couvre.",
    why="La branche n'admet l'intérim qu'à cette condition ; une tâche vague fait soupçonner un emploi permanent.",
    remedy="Décrivez la tâche dans precise_task, à la mission ou à sa commande.",
    source=verified("Convention 1702, art. 2.5", "2026-08-22", "base officielle des conventions collectives"),
    good={"clients.0.idcc": "1702", "missions.0.precise_task": "Pose des bordures de la rue d'essai"},
    bad={"clients.0.idcc": "1702"},
)
def public_works_task_untold(mission: Mission, case: Case) -> Iterator[Answer]:
    """A temporary-work mission at a public-works firm, or its order, describes the task."""
    lender, client = case.dossier.structure(mission.structure), case.dossier.client(mission.client)
    if client is None or client.idcc != _AGREEMENT or lender is None or lender.kind not in _TEMPORARY:
        yield NOT_ASKED
    elif not mission.precise_task and not _ordered(mission, case):
        words = (
            f"Le dossier ne dit pas quelle tâche précise et non durable couvre la mission « {mission.key} »."
        )
        yield Unknown(words, at=("precise_task",))


def _ordered(mission: Mission, case: Case) -> bool:
    return any(o.key == mission.order and o.precise_task for o in case.dossier.orders)
