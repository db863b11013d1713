"""The facts of a sector, without its rules: what a rule may read of the trade."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from zest.model.agreement import CollectiveAgreement
from zest.model.charter import Charter
from zest.model.commitment import ServiceCommitment
from zest.model.identifiers import Idcc

if TYPE_CHECKING:
    # Most checks read no job and no segment sheet: their classes are made when one is read.
    from zest.model.agreement import AgreementFacts
    from zest.model.edition import Change
    from zest.model.job import Job, PermitKind, Task
    from zest.model.segment import SegmentSheet


@attrs.frozen(kw_only=True)
class SectorIdentity:
    """Who a sector is: the content of ``sector.toml``.

    Attributes:
        slug: name of the entry point (``"btp"``).
        label: French name.
        prefix: capitals that begin its rule codes.
        edition: edition of the catalogue (``"2026.1"``).
        contract: oldest and newest contract version that the plugin accepts.
        summary: one French sentence.
        maintainer: who keeps it.
        reviewed_on: the day it was last reviewed as a whole.
        extends: slugs of the sector or of the editions that a regional edition is laid over; empty for a sector.
    """

    slug: str
    label: str
    prefix: str
    edition: str
    contract: tuple[int, ...]
    summary: str
    maintainer: str
    reviewed_on: dt.date
    extends: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class SectorProfile(SectorIdentity):
    """What the trade is.

    Attributes:
        commitments: promises by key.
        agreements: collective agreements by IDCC.
        charter: colours, contrast already proved.
        jobs: by key; each file is read when its job is asked for.
        tasks: by key.
        permits: by key.
        facts: of an agreement, by IDCC; read when asked for.
        segment: the trade in one page, under the key ``"segment"``; read when asked for.
        changes: what a regional edition and those that it extends changed, oldest edition first.
    """

    commitments: Mapping[str, ServiceCommitment]
    agreements: Mapping[str, CollectiveAgreement]
    charter: Charter
    jobs: "Mapping[str, Job]"
    tasks: "Mapping[str, Task]"
    permits: "Mapping[str, PermitKind]"
    facts: "Mapping[str, AgreementFacts]"
    segment: "Mapping[str, SegmentSheet]"
    changes: "tuple[Change, ...]" = ()

    def agreement_on(self, idcc: Idcc, day: dt.date) -> CollectiveAgreement | None:
        """Follow successors from ``idcc`` to the agreement that applied on ``day``.

        Returns ``None`` when the sector does not know the number or nothing applied that day.
        """
        seen: set[str] = set()
        number: Idcc | None = idcc
        while number is not None and number not in seen:
            seen.add(number)
            found = self.agreements.get(number)
            if found is None or found.active_on(day):
                return found
            number = found.successor
        return None
