"""What ``zest sectors``, ``zest doctor`` and ``zest sector check`` answer."""

import datetime as dt
from collections.abc import Mapping
from typing import ClassVar, Literal

import attrs

from zest.conformance import State, Tier
from zest.console.answers.answer import Answer
from zest.console.answers.rules import RequirementTold
from zest.diagnosis import Extra, Trouble
from zest.findings import Finding
from zest.installed import Part


@attrs.frozen(kw_only=True)
class SectorTold:
    """One sector that may be used."""

    slug: str
    label: str
    distribution: str
    version: str
    origin: str
    folder: str | None
    edition: str
    extends: tuple[str, ...]
    contract: tuple[int, int]
    notes: tuple[str, ...]
    jobs: int
    commitments: int
    rules: int
    agreements: int


@attrs.frozen(kw_only=True)
class RefusedTold:
    """One plugin that failed."""

    slug: str
    distribution: str
    version: str
    origin: str
    code: str
    cause: str
    remedy: str


@attrs.frozen(kw_only=True)
class SectorsAnswer(Answer):
    """The answer of ``zest sectors``."""

    schema: ClassVar[str] = "sectors"

    sectors: tuple[SectorTold, ...]
    refused: tuple[RefusedTold, ...]


@attrs.frozen(kw_only=True)
class ContractTold:
    """The contract versions that this zest speaks."""

    oldest: int
    newest: int
    ending: Mapping[str, str]


@attrs.frozen(kw_only=True)
class DoctorAnswer(Answer):
    """The answer of ``zest doctor``."""

    schema: ClassVar[str] = "doctor"

    healthy: bool
    home: str
    python: str
    executable: str
    system: str
    contract: ContractTold
    tables: str | None
    dependencies: tuple[Part, ...]
    extras: tuple[Extra, ...]
    troubles: tuple[Trouble, ...]
    sectors: tuple[SectorTold, ...]
    refused: tuple[RefusedTold, ...]


@attrs.frozen(kw_only=True)
class SectorExamined:
    """The sector under examination."""

    slug: str
    label: str
    edition: str
    origin: str


@attrs.frozen(kw_only=True)
class Checked(RequirementTold):
    """One requirement and what became of it."""

    state: State
    reason: str
    findings: tuple[Finding, ...]


@attrs.frozen(kw_only=True)
class SectorCheckAnswer(Answer):
    """The answer of ``zest sector check``."""

    schema: ClassVar[str] = "sector-check"

    sector: SectorExamined
    as_of: dt.date
    tier: Tier
    exit_code: Literal[0, 1, 3]
    checks: tuple[Checked, ...]
