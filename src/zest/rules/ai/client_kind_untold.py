"""What an AI owes depends on the kind of its client."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.client import Client
from zest.readings.hours_cap.counting import served_by_ai
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z306",
    on=Client,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le dossier dit la nature de chaque client d'une AI.",
    why="Plafond d'heures, tâche précise et parité de salaire valent chez une entreprise, et non chez un particulier.",
    remedy="Donnez kind au client : firm, public-body, private-person ou non-profit.",
    source=verified("Code du travail, art. L5132-9", "2026-08-22"),
    good={"clients.0.kind": "firm"},
    bad={"clients.0.kind": None},
)
def client_kind_untold(client: Client, case: Case) -> Iterator[Answer]:
    """The kind of a client that an AI serves is told."""
    if client.key not in served_by_ai(case.dossier):
        yield NOT_ASKED
    elif client.kind is None:
        yield Unknown(
            f"Le dossier ne dit pas la nature du client « {client.name or client.key} ».", at=("kind",)
        )
