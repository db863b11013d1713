"""The account of a collective: verdict, way, promises, hours, exits, trainings, as one value for every page."""

import datetime as dt
from collections.abc import Mapping

import attrs

from zest.achievements.leaving import Exits, exits
from zest.achievements.lending import Declared, Lent, declared, lent
from zest.achievements.secrecy import Cell, quarter_cells
from zest.agenda import Act, acts
from zest.catalogue import Catalogue
from zest.findings import Severity
from zest.journeying import Progress, progress
from zest.law import LawOnDay
from zest.model.charter import Charter
from zest.model.dossier import Dossier
from zest.model.journey import Audience, Training
from zest.model.territory import REGIONS
from zest.report import CommitmentReport, Report, Standing


@attrs.frozen(kw_only=True)
class PromiseByQuarter:
    """One promise, by quarter and structure.

    Attributes:
        offer: key of the offer.
        commitment: key.
        statement: the promise, as the client reads it.
        threshold: bound of one case, French words.
        target: share of the cases that must pass, 0–1.
        standing: over all structures and quarters.
        overall: kept and cases in all; hidden when they would give a hidden quarter back.
        quarters: in order.
        cells: by structure (empty for all) and quarter.
    """

    offer: str
    commitment: str
    statement: str
    threshold: str
    target: float
    standing: Standing
    overall: Cell
    quarters: tuple[str, ...]
    cells: Mapping[tuple[str, str], Cell]


@attrs.frozen(kw_only=True)
class Taught:
    """A training, without a number so small that it points at somebody.

    Attributes:
        title: French words.
        employees: for employees *en parcours*, not for permanent staff.
        start: first day.
        end: last day.
        provider: who gave it.
        groups: number of groups.
        people: number of persons in all; ``None`` when not told or hidden.
        structures: number of structures present; ``None`` when not told.
        few: whether the number of persons is hidden.
    """

    title: str
    employees: bool
    start: dt.date | None
    end: dt.date | None
    provider: str
    groups: int | None
    people: int | None
    structures: int | None
    few: bool


@attrs.frozen(kw_only=True)
class Account:
    """Everything that a page of a collective shows.

    Attributes:
        name: of the collective.
        territory: its name; empty when not told.
        departments: codes of its départements; those of its structures when it tells none.
        region: code of its region since 2016; empty when its territory tells none.
        as_of: the day.
        fictional: whether it is invented.
        sectors: slug → French name, of its offers.
        charter: colours of its sector when it has but one; ``None`` for the brand's common ones.
        charters: colours by slug, of the sectors at hand.
        structures: number of members.
        report: the verdict.
        progress: the way.
        acts: what remains to be done.
        promises: by quarter and structure.
        lent: hours of missions.
        declared: hours of totals.
        exits: by class.
        trainings: held or planned.
        least: number of persons or cases from which a count is shown.
    """

    name: str
    territory: str
    departments: tuple[str, ...]
    region: str
    as_of: dt.date
    fictional: bool
    sectors: Mapping[str, str]
    charter: Charter | None
    charters: Mapping[str, Charter]
    structures: int
    report: Report
    progress: Progress
    acts: tuple[Act, ...]
    promises: tuple[PromiseByQuarter, ...]
    lent: tuple[Lent, ...]
    declared: tuple[Declared, ...]
    exits: tuple[Exits, ...]
    trainings: tuple[Taught, ...]
    least: int

    @property
    def kept(self) -> tuple[int, int]:
        """Promises that are kept, and all that were made: one that nobody measured is not kept.

        Both are zero when none is measured.
        """
        told = [one.standing for one in self.promises]
        return (told.count(Standing.KEPT), len(told)) if set(told) - {Standing.NOT_MEASURED} else (0, 0)

    @property
    def faults(self) -> Mapping[Severity, int]:
        """Findings that count, by severity."""
        found = self.report.standing_findings
        return {level: sum(one.severity is level for one in found) for level in Severity}


def account(dossier: Dossier, report: Report, catalogue: Catalogue, day: dt.date) -> Account:
    """Return the account of a collective on a day, after its report."""
    law, profiles = catalogue.law.on(day), catalogue.sectors
    least = int(law["market.small-cell-min"])
    sectors = {slug: profiles[slug].label if slug in profiles else slug for slug in dossier.sectors}
    charters = {slug: profiles[slug].charter for slug in dossier.sectors if slug in profiles}
    state = progress(dossier, report, day)
    totals = (told for _, told in declared(dossier, law, profiles))
    return Account(
        name=dossier.name,
        territory=_territory(dossier),
        departments=departments_of(dossier),
        region=_region(dossier),
        as_of=day,
        fictional=bool(dossier.collective and dossier.collective.fictional),
        sectors=sectors,
        charter=next(iter(charters.values())) if len(sectors) == len(charters) == 1 else None,
        charters=charters,
        structures=len(dossier.structures),
        report=report,
        progress=state,
        acts=acts(state, law),
        promises=tuple(_promise(one, least) for one in report.commitments),
        lent=lent(dossier, catalogue.law, profiles),
        declared=tuple(told for told in totals if told),
        exits=exits(dossier, law),
        trainings=tuple(_taught(one, law) for one in dossier.trainings or ()),
        least=least,
    )


def _territory(dossier: Dossier) -> str:
    found = dossier.collective.territory if dossier.collective else None
    return found.name if found else ""


def _region(dossier: Dossier) -> str:
    found = dossier.collective.territory if dossier.collective else None
    return str(found.region) if found and found.region in REGIONS else ""


def departments_of(dossier: Dossier) -> tuple[str, ...]:
    """Return the départements of a collective: its territory's, else those of its structures."""
    told = [
        dossier.collective.territory if dossier.collective else None,
        *(o.territory for o in dossier.offers),
    ]
    named = [code for territory in told if territory for code in territory.departments or ()]
    return tuple(dict.fromkeys(named or sorted(s.department for s in dossier.structures if s.department)))


def _promise(one: CommitmentReport, least: int) -> PromiseByQuarter:
    cells = quarter_cells(one.measures, least)
    veiled = any(not key and cell.cases is None for (key, _), cell in cells.items())
    whole = one.overall
    told = not veiled and not 0 < whole.cases < least
    return PromiseByQuarter(
        offer=one.offer,
        commitment=one.commitment,
        statement=one.statement or one.commitment,
        threshold=one.threshold,
        target=one.target,
        standing=whole.standing,
        overall=Cell(kept=whole.kept, cases=whole.cases) if told else Cell(kept=None, cases=None),
        quarters=tuple(sorted(dict.fromkeys(measure.quarter for measure in one.measures))),
        cells=cells,
    )


def _taught(one: Training, law: LawOnDay) -> Taught:
    seen = one.attendances
    told = one.people if seen is None or one.people is not None else sum(each.people for each in seen)
    employees = one.audience is Audience.EMPLOYEES
    few = employees and told is not None and 0 < told < law["market.small-cell-min"]
    return Taught(
        title=one.title,
        employees=employees,
        start=one.start,
        end=one.end,
        provider=one.provider,
        groups=one.groups,
        people=None if few else told,
        structures=None if seen is None else len({each.structure for each in seen if each.people > 0}),
        few=few,
    )
