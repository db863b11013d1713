"""The site card, which sectors share: who is asked, who is warned, who is blocked."""

import datetime as dt
from typing import Any

import attrs
import pytest

from zest.findings import Severity
from zest.model.activity import Mission
from zest.model.dossier import Dossier
from zest.model.job import PermitKind, Task
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
    permits = {"carte": PermitKind(key="carte", label="Carte", source=READ, validity_months=60)}
    sector = attrs.evolve(catalogue.sectors["echantillon"], tasks=tasks, permits=permits)
    mission = Mission(key="m", structure="s", tasks=tuple(tasks), **{"start": DAY, **told})
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


@pytest.mark.parametrize(
    "obtained,start,held",
    [
        ("2021-03-03", "2026-03-02", True),
        ("2021-03-03", "2026-03-03", False),
        ("2020-02-29", "2025-02-28", True),
        ("2020-02-29", "2025-03-01", False),
    ],
)
def test_a_permit_without_its_last_day_holds_as_long_as_its_kind(
    obtained: str, start: str, held: bool
) -> None:
    """From date to date: five years from 3 March end on 2 March, those from 29 February with the month."""
    permit = Permit(key="carte", obtained_on=dt.date.fromisoformat(obtained))
    said = answers(StructureKind.ETTI, (READ,), start=dt.date.fromisoformat(start), permits=(permit,))

    assert held is (said == [])


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
