"""A key names one object."""

from collections import Counter
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified

_KEYED = (
    "structures", "offers", "clients", "orders", "missions", "loans", "public_contracts", "experiences",
)  # fmt: skip


@rule(
    "Z042",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="Deux objets de même espèce n'ont pas la même clé.",
    why="Une clé double fait juger l'un pour l'autre.",
    remedy="Donnez une autre clé au second, et reprenez-la partout où il est cité.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"structures.1.key": "etti"},
    bad={"clients": [{"key": "hotel", "kind": "firm"}, {"key": "hotel", "kind": "firm"}]},
)
def key_used_twice(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """Within each kind of object, keys are unique."""
    for kind in _KEYED:
        keys = [item.key for item in getattr(dossier, kind)]
        for key, times in Counter(keys).items():
            if times > 1:
                second = [rank for rank, k in enumerate(keys) if k == key][1]
                yield Fault(
                    f"La clé « {key} » est donnée {times} fois.",
                    at=(kind, second, "key"),
                    about=f"{kind}.{key}",
                )
