"""An AI acts inside the territory of its convention with the State."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import Structure
from zest.readings.hours_cap.counting import client_of, lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z309",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une AI ne prête que dans le territoire de sa convention avec l'État.",
    why="L'État conventionne une AI pour un bassin d'emploi ; ailleurs, elle agit sans droit.",
    remedy="Confiez la mission à l'AI du lieu, ou corrigez department du client ou departments de la convention.",
    source=as_in_2015("Code du travail, art. R5132-19"),
    reading="Jugé au département. Une convention donnée par communes vaut leurs départements : à l'intérieur, le"
    " dossier ne dit pas la commune du client et rien n'est contredit.",
    good={"clients.0.department": "14"},
    bad={"clients.0.department": "61"},
)
def outside_territory(mission: Mission, case: Case) -> Iterator[Answer]:
    """The client's département is one of those of the conventions in force on the first day."""
    ai, client = lending_ai(mission, case), client_of(mission, case)
    territory = _territory(ai, mission) if ai else None
    # A client that the dossier does not have is reported already.
    if ai is None or territory is None or (client is None and mission.client):
        yield NOT_ASKED
    elif not territory:
        words = f"Le dossier ne dit pas dans quels départements « {ai.name} » est conventionnée."
        yield Unknown(words, at=("structure",), remedy="Donnez departments à la convention avec l'État.")
    elif client is None or client.department is None:
        words = f"Le dossier ne dit pas dans quel département se fait la mission « {mission.key} »."
        yield Unknown(words, at=("client",), remedy="Donnez client à la mission, et department à ce client.")
    elif client.department not in territory:
        words = (
            f"« {ai.name} » prête dans le département {client.department}, hors du territoire de sa convention avec"
            f" l'État ({', '.join(sorted(territory))})."
        )
        yield Fault(words, at=("client",))


def _territory(ai: Structure, mission: Mission) -> frozenset[str] | None:
    """Return the départements of the conventions of that day; ``None`` without such a convention."""
    day, conventions = mission.start, ai.state_conventions or ()
    held = [c for c in conventions if day and c.start and day in c.period]
    if not held:
        return None
    told = [c.departments or {_department(commune) for commune in c.communes} for c in held]
    # One that tells nothing may open any place.
    return frozenset(place for places in told for place in places) if all(told) else frozenset()


def _department(commune: str) -> str:
    return commune[:3] if commune.startswith(("97", "98")) else commune[:2]
