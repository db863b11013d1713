"""What is wrong with a waiver."""

from zest.findings import Severity
from zest.notices.notice import Notice

WAIVERS: tuple[Notice, ...] = (
    Notice(
        code="Z031", name="waiver-incomplete", severity=Severity.ERROR,
        requirement="Une dérogation a un motif, un responsable et une date de fin.",
        why="Une exception dont personne ne répond devient la règle.",
        remedy="Complétez la dérogation : reason, owner et until.",
    ),
    Notice(
        code="Z032", name="waiver-expired", severity=Severity.ERROR,
        requirement="Une dérogation passée sa date ne couvre plus rien.",
        why="Une exception sans terme n'est plus une exception.",
        remedy="Corrigez le constat, ou prolongez la dérogation en le justifiant.",
    ),
    Notice(
        code="Z033", name="waiver-unused", severity=Severity.WARNING,
        requirement="Une dérogation couvre un constat qui existe.",
        why="Une dérogation sans objet en couvrira un jour un autre, sans que personne l'ait voulu.",
        remedy="Retirez la dérogation.",
    ),
)  # fmt: skip
