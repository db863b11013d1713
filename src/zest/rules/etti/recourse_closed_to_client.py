"""Public bodies and other clients do not have the same cases of recourse."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.client import ClientKind
from zest.model.work import Recourse
from zest.readings.temporary_work import recourse_of, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_BOTH = frozenset({Recourse.REPLACEMENT, Recourse.INCREASE, Recourse.SEASONAL})
_PUBLIC = _BOTH | {Recourse.VACANCY}
_OTHERS = frozenset(Recourse) - {Recourse.VACANCY}


@rule(
    "Z408",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une personne publique recourt à l'intérim pour un remplacement, une vacance d'emploi, un"
    " accroissement d'activité, un besoin occasionnel ou saisonnier ; la vacance d'emploi n'est qu'à elle.",
    why="La liste est fermée : hors d'elle, une administration recrute par ses propres voies.",
    remedy="Donnez le vrai cas de recours (recourse), et kind au client.",
    source=as_in_2015("Code du travail, art. L1251-60"),
    reading="L'article a pu changer de code depuis. Il ne nomme pas l'insertion, que l'article L1251-7 ouvre aux"
    " autres clients : la règle avertit.",
    good={"clients.0.kind": "public-body", "missions.0.recourse": "replacement"},
    bad={"clients.0.kind": "public-body", "missions.0.recourse": "insertion"},
)
def recourse_closed_to_client(mission: Mission, case: Case) -> Iterator[Answer]:
    """The case is one of those of the client's kind."""
    recourse, client = recourse_of(mission, case), case.dossier.client(mission.client)
    lent = temp_firm_of(mission, case) is not None
    if not lent or recourse is None or client is None or client.kind is ClientKind.PRIVATE_PERSON:
        yield NOT_ASKED
    elif client.kind is None and recourse not in _BOTH:
        words = f"Le cas de recours de « {mission.key} » dépend du client, et le dossier ne dit pas s'il est public."
        yield Unknown(words, at=("recourse",))
    elif recourse not in (_PUBLIC if client.kind is ClientKind.PUBLIC_BODY else _OTHERS):
        words = f"Le cas de recours de la mission « {mission.key} » ({recourse.label}) n'est pas ouvert à ce client."
        yield Fault(words, at=("recourse",))
