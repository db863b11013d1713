"""The six steps of the method."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.model.journey import Step, StepName
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z112",
    on=Dossier,
    ground=Ground.BRAND,
    severity=Severity.WARNING,
    requirement="Les six étapes de la démarche sont faites, dans l'ordre.",
    why="Chaque étape prépare la suivante : sans analyse, pas de secteur ; sans formation, pas d'engagement tenable.",
    remedy="Dans [[journey.steps]], donnez done_on quand l'étape est faite, due_on et owner quand elle est prévue.",
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014", "2026-11-23"),
    good={"journey.steps.0.done_on": "2026-01-02"},
    bad={"journey.steps.0": {"name": "information-meeting", "done": False}},
)
def step_not_done(dossier: Dossier, case: Case) -> Iterator[Answer]:
    """Each of the six steps was done before the day of the check."""
    steps = dossier.journey.steps if dossier.journey else ()
    told = {step.name: (rank, step) for rank, step in enumerate(steps)}
    for name in StepName:
        if name in told:
            yield from _answer(*told[name], case)
        else:
            words = f"Le dossier ne dit rien de l'étape « {name.label} »."
            yield Unknown(words, at=("journey", "steps"), about=name)


def _answer(rank: int, step: Step, case: Case) -> Iterator[Answer]:
    at = ("journey", "steps", rank)
    if step.done is False or (step.done_on and step.done_on > case.as_of):
        due = f", prévue pour le {step.due_on:%d/%m/%Y}" if step.due_on else ""
        yield Fault(f"L'étape « {step.name.label} » n'est pas faite{due}.", at=at, about=step.name)
    elif not step.done and step.done_on is None:
        yield Unknown(
            f"Le dossier ne dit pas si l'étape « {step.name.label} » est faite.", at=at, about=step.name
        )
