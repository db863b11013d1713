"""What a lent worker does and may do, read from a mission and the facts of its sector."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Severity
from zest.model.activity import Mission
from zest.model.offer import OfferKind
from zest.model.period import Period, last_day_of
from zest.model.profile import SectorProfile
from zest.model.structure import Structure, StructureKind
from zest.model.work import Minors, Permit
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown
from zest.source import Status


def lends(structure: Structure, case: Case) -> bool:
    """Whether the structure carries an offer of staff lending."""
    offers = (offer for offer in case.dossier.offers if offer.kind is OfferKind.LENDING)
    return any(case.dossier.carries(structure, offer) for offer in offers)


def kind_lost(structure: Structure, case: Case) -> bool:
    """Whether the structure's kind is written and could not be read: loading reported it, so nobody asks again."""
    if structure.kind is not None:
        return False
    rank = next(rank for rank, member in enumerate(case.dossier.structures) if member is structure)
    return case.dossier.sources.lost(("structures", rank, "kind"))


def convention_answers(structure: Structure, day: dt.date) -> Iterator[Answer]:
    """Say what is wrong or unknown of the structure's convention with the State on ``day``."""
    at, told = ("state_conventions",), structure.conventioned_on(day)
    if told is None:
        yield Unknown(
            f"Le dossier ne dit pas si « {structure.name} » est conventionnée avec l'État le {day:%d/%m/%Y}.",
            at=at,
        )
    elif not told:
        yield Fault(
            f"« {structure.name} » n'a pas de convention avec l'État en cours le {day:%d/%m/%Y}.", at=at
        )


def sector_of(mission: Mission, case: Case) -> SectorProfile | None:
    """Return the facts of the sector that the mission's offer names, when they are at hand."""
    offer = case.dossier.offer(mission.offer)
    return case.sectors.get(offer.sector or "") if offer else None


def tasks_of(mission: Mission, case: Case) -> tuple[str, ...] | None:
    """Return the tasks of a mission: those it tells, or else those of its job; ``None`` when neither is known.

    One that is told twice is there once.
    """
    if mission.tasks is not None:
        return tuple(dict.fromkeys(mission.tasks))
    sector = sector_of(mission, case)
    return sector.jobs[mission.job].task_keys if sector and mission.job in sector.jobs else None


def tasks_needing(mission: Mission, permit: str, case: Case) -> tuple[str, ...]:
    """Return the tasks of a mission that need a permit, as the sector lists them."""
    sector = sector_of(mission, case)
    told = tasks_of(mission, case) or ()
    return tuple(t for t in told if sector and t in sector.tasks and permit in sector.tasks[t].permits)


def tasks_by_age(mission: Mission, minors: Minors, case: Case) -> tuple[str, ...]:
    """Return the tasks of a mission of which the sector says that about workers under eighteen."""
    sector = sector_of(mission, case)
    told = tasks_of(mission, case) or ()
    return tuple(t for t in told if sector and t in sector.tasks and sector.tasks[t].minors is minors)


def task_label(mission: Mission, task: str, case: Case) -> str:
    """Return the French words for a task; its key when the sector does not know it."""
    sector = sector_of(mission, case)
    return sector.tasks[task].label if sector and task in sector.tasks else task


def permit_holds(mission: Mission, key: str, case: Case) -> bool | None:
    """Whether the worker held a permit over the whole mission; ``None`` when the mission does not tell.

    A permit without its last day ends after the validity that the sector gives for its kind, if any.
    """
    if mission.permits is None:
        return None
    held = [_period(permit, mission, case) for permit in mission.permits if permit.key == key]
    return any(mission.start is None or period.covers(_worked(mission)) for period in held)


def card_answers(mission: Mission, card: str, case: Case) -> Iterator[Answer]:
    """Say what is wrong or unknown of a site card that the mission's tasks need.

    Source: code du travail, art. R8293-1, names employers and temporary-work firms; the duty of an AI was not
    verified (HS-15 of the field's page), so that an AI is warned and never blocked. So is whoever lends for tasks
    that are site work by our reading alone: R8291-1 does not name them.
    """
    needing = tasks_needing(mission, card, case)
    held = permit_holds(mission, card, case)
    lender = case.dossier.structure(mission.structure)
    if not needing:
        yield NOT_ASKED
    elif held is None:
        words = f"Le dossier ne dit pas si le salarié de la mission « {mission.key} » a sa carte BTP."
        yield Unknown(words, at=("permits",))
    elif not held:
        task = task_label(mission, needing[0], case)
        words = f"La tâche « {task} » de la mission « {mission.key} » se fait sans carte BTP valable."
        open_reading = (lender and lender.kind is StructureKind.AI) or _all_by_reading(needing, mission, case)
        yield Fault(words, at=("permits",), severity=Severity.WARNING if open_reading else None)


def _all_by_reading(tasks: tuple[str, ...], mission: Mission, case: Case) -> bool:
    sector = sector_of(mission, case)
    return sector is not None and all(
        sector.tasks[task].source.status is Status.INTERPRETATION for task in tasks
    )


def _worked(mission: Mission) -> Period:
    return Period(start=mission.start, end=mission.end or mission.start)


def _period(permit: Permit, mission: Mission, case: Case) -> Period:
    return Period(start=permit.obtained_on, end=permit.valid_to or _last_day(permit, mission, case))


def _last_day(permit: Permit, mission: Mission, case: Case) -> dt.date | None:
    sector = sector_of(mission, case)
    kind = sector.permits.get(permit.key) if sector else None
    if kind is None or kind.validity_months is None or permit.obtained_on is None:
        return None
    return last_day_of(permit.obtained_on, kind.validity_months)
