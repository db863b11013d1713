"""Free texts hold neither a social-security number nor an e-mail address."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.personal_data import written
from zest.readings.free_texts import free_texts
from zest.rule import Answer, Case, Fault, rule
from zest.source import recalled


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
    for path, name, text in free_texts(dossier):
        if found := written(text):
            yield Fault(f"« {name} » porte {found}.", at=path, about=".".join(map(str, path)))
