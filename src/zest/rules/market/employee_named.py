"""An employee is a pseudonymous reference and nothing else."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.model.outcome import Outcome
from zest.personal_data import designates
from zest.rule import Answer, Case, Fault, rule
from zest.source import recalled

_OF = MappingProxyType({"missions": "d'une mission", "outcomes": "d'une sortie"})


@rule(
    "Z814",
    on=Dossier,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un salarié n'est désigné que par une référence : ni nom, ni courriel, ni téléphone, ni numéro social.",
    why="Un dossier circule entre structures : ce qui nomme une personne n'a pas à y être.",
    remedy="Remplacez employee par une référence, comme « s-001 », dont la structure seule garde la clé.",
    source=recalled("RGPD, art. 4, 5 et 26 ; loi Informatique et libertés, numéro de sécurité sociale"),
    good={"missions.0.employee": "s-104"},
    bad={"missions.0.employee": "Camille Exemple"},
)
def employee_named(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """No reference of an employee designates somebody; what it says is not repeated."""
    for kind, words in _OF.items():
        for rank, item in enumerate(getattr(dossier, kind)):
            if found := designates(item.employee):
                told = f"La référence du salarié {words} ressemble à {found}."
                yield Fault(told, at=(kind, rank, "employee"), about=f"{kind}.{_which(item)}")


def _which(item: Mission | Outcome) -> str:
    return item.key if isinstance(item, Mission) else f"{item.structure}.{item.left_on}"
