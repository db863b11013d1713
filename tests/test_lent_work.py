"""The site card, which sectors share: who is asked, who is warned, who is blocked."""

import datetime as dt
from typing import Any

import attrs
import pytest

from zest.findings import Severity
from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.model.job import Task
from zest.model.offer import SectorOffer
from zest.model.structure import Structure, StructureKind
from zest.model.work import Permit
from zest.readings.lent_work import card_answers
from zest.rule import NOT_ASKED, Case, Fault, Unknown
from zest.source import Source, as_in_2015, interpretation
from zest.testing.samples import AS_OF, core_assembly

DAY = dt.date(2026, 3, 2)
READ = as_in_2015("texte d'essai")
OURS = interpretation("lecture d'essai", "2026-11-23")
HELD = (Permit(key="carte", obtained_on=DAY, valid_to=DAY),)


def answers(kind: StructureKind | None, sources: tuple[Source, ...], **told: Any) -> list[Any]:
    """Return the answers on a mission whose tasks need the card, each after its text."""
    tasks = {
        f"t{n}": Task(key=f"t{n}", label=f"Tâche {n}", source=source, permits=("carte",))
        for n, source in enumerate(sources)
    }
    catalogue = core_assembly().catalogue
    sector = attrs.evolve(catalogue.sectors["echantillon"], tasks=tasks)
    mission = Mission(key="m", structure="s", start=DAY, tasks=tuple(tasks), **told)
    member = Structure(key="s", name="S", kind=kind)
    case = Case(
        dossier=Dossier(
            structures=(member,), offers=(SectorOffer(key="o", sector="echantillon"),), missions=(mission,)
        ),
        as_of=AS_OF,
        law=catalogue.law.on(AS_OF),
        sectors={"echantillon": sector},
    )
    return list(card_answers(mission, "carte", case))


def test_without_a_task_that_needs_it_nobody_is_asked() -> None:
    """The test is the work done, and not the trade of the client."""
    assert [NOT_ASKED] == answers(StructureKind.ETTI, ())


def test_what_the_mission_does_not_tell_is_unknown() -> None:
    """No permit told is not the same as none held."""
    (said,) = answers(StructureKind.ETTI, (READ,))

    assert isinstance(said, Unknown)


def test_a_card_that_covers_the_mission_is_silence() -> None:
    """Nothing wrong, nothing unknown: the rule answered."""
    assert [] == answers(StructureKind.ETTI, (READ,), permits=HELD)


@pytest.mark.parametrize(
    "kind,sources,expected",
    [
        (StructureKind.ETTI, (READ,), None),
        (None, (READ,), None),
        (StructureKind.ETTI, (OURS, READ), None),
        (StructureKind.ETTI, (OURS, OURS), Severity.WARNING),
        (StructureKind.AI, (READ,), Severity.WARNING),
    ],
)
def test_who_lends_without_the_card_is_at_fault(
    kind: StructureKind | None, sources: tuple[Source, ...], expected: Severity | None
) -> None:
    """An AI is warned only, and so is whoever lends for work that our reading alone calls site work."""
    (said,) = answers(kind, sources, permits=())

    assert isinstance(said, Fault)
    assert (expected, True) == (said.severity, "Tâche 0" in said.message)
