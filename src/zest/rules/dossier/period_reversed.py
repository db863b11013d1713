"""A period ends after it starts."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.references import periods
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z048",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Une période finit après avoir commencé.",
    why="Une période à l'envers ne couvre aucun jour.",
    remedy="Corrigez l'une des deux dates.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"missions.0.end": "2026-03-02", "missions.0.start": "2026-03-02"},
    bad={"missions.0.end": "2026-03-01", "missions.0.start": "2026-03-02"},
)
def period_reversed(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """No start is later than its end."""
    for path, start, end in periods(dossier):
        if start > end:
            words = f"La fin ({end:%d/%m/%Y}) précède le début ({start:%d/%m/%Y})."
            yield Fault(words, at=path, about=".".join(map(str, path)))
