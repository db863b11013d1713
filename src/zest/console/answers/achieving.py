"""What ``zest report`` answers: the account of a collective, and that of many."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar

import attrs

from zest.achievements.account import Taught
from zest.achievements.country import Broken, LateAct
from zest.achievements.leaving import Exits
from zest.achievements.lending import Declared, Lent
from zest.achievements.secrecy import Cell
from zest.agenda import Act
from zest.console.answers.answer import Answer
from zest.findings import Verdict
from zest.journeying import Progress
from zest.opportunities.answer import Opportunities
from zest.readings.full_time import FullTime
from zest.report import GroundReport, Standing, StructureReport


@attrs.frozen(kw_only=True)
class QuarterCell:
    """Cases of one structure in one quarter."""

    structure: str
    quarter: str
    kept: int | None
    cases: int | None


@attrs.frozen(kw_only=True)
class PromiseTold:
    """One promise, by quarter and structure."""

    offer: str
    commitment: str
    statement: str
    threshold: str
    target: float
    standing: Standing
    overall: Cell
    quarters: tuple[str, ...]
    cells: tuple[QuarterCell, ...]


@attrs.frozen(kw_only=True)
class AccountAnswer(Answer):
    """The answer of ``zest report``; hidden numbers are null, as on the page."""

    schema: ClassVar[str] = "account"

    name: str
    territory: str
    departments: tuple[str, ...]
    region: str
    as_of: dt.date
    fictional: bool
    sectors: Mapping[str, str]
    structures: int
    verdict: Verdict
    grounds: tuple[GroundReport, ...]
    columns: tuple[str, ...]
    marks: tuple[StructureReport, ...]
    progress: Progress
    acts: tuple[Act, ...]
    promises: tuple[PromiseTold, ...]
    declared: tuple[Declared, ...]
    lent: tuple[Lent, ...]
    exits: tuple[Exits, ...]
    trainings: tuple[Taught, ...]
    small_cell_min: int
    opportunities: Opportunities | None


@attrs.frozen(kw_only=True)
class CountryAnswer(Answer):
    """The answer of ``zest report --all``."""

    schema: ClassVar[str] = "country"

    as_of: dt.date
    structures: int
    hours: float
    full_time: FullTime | None
    exits: Exits
    late: tuple[LateAct, ...]
    collectives: tuple[AccountAnswer, ...]
    broken: tuple[Broken, ...]
