"""Free texts hold neither a social-security number nor an e-mail address."""

from collections.abc import Iterator
from typing import Any

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier, KeyPath
from zest.personal_data import written
from zest.references import fields
from zest.rule import Answer, Case, Fault, rule
from zest.source import recalled

_ELSEWHERE = frozenset({"email", "employee"})
"""The address that a structure publishes, and the reference that a rule of its own looks at."""


@rule(
    "Z815",
    on=Dossier,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Les textes libres d'un dossier ne portent ni courriel ni numéro de sécurité sociale.",
    why="Une note est le premier endroit où une donnée personnelle s'oublie, et le dernier où on la cherche.",
    remedy="Retirez-le du texte : une fonction ou une référence suffit.",
    source=recalled("RGPD, art. 4 et 5 ; loi Informatique et libertés, numéro de sécurité sociale"),
    good={"missions.0.precise_task": "Essayer le linge neuf."},
    bad={"missions.0.precise_task": "Prévenir camille@exemple.invalid la veille."},
)
def person_in_text(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """No text names a person by such a number; what it says is not repeated."""
    for path, name, value in fields(dossier):
        if name not in _ELSEWHERE:
            for at, text in _texts(path, value):
                if found := written(text):
                    words = f"« {name} » porte {found}."
                    yield Fault(words, at=at, about=".".join(map(str, at)))


def _texts(path: KeyPath, value: Any) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        yield from (((*path, rank), one) for rank, one in enumerate(value) if isinstance(one, str))
