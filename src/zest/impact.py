"""Whom another version of a sector would change: one dossier judged twice, by the one and by the other."""

import datetime as dt
from collections.abc import Iterable

import attrs

from zest.checking import check
from zest.comparing import ItemChange, ItemKind, Judged
from zest.findings import Finding, Ground, Verdict
from zest.model.dossier import Dossier
from zest.plugins.assembly import assemble
from zest.plugins.origin import Answered
from zest.report import Report


@attrs.frozen(kw_only=True)
class Version:
    """One version of a sector.

    Attributes:
        slug: its name; that of an edition differs from its sector's.
        edition: its number.
        given: what was loaded from a folder or a wheel; nothing for an installed sector.
    """

    slug: str
    edition: str
    given: tuple[Answered, ...] = ()


@attrs.frozen(kw_only=True)
class Side:
    """One side of a comparison.

    Attributes:
        word: as it was asked for: a name, a folder, a wheel.
        origin: distribution and version, or « local ».
        version: to judge a dossier by.
        judged: to compare.
    """

    word: str
    origin: str
    version: Version
    judged: Judged


@attrs.frozen(kw_only=True)
class GroundTurn:
    """A ground that is judged differently."""

    ground: Ground
    before: Verdict
    after: Verdict


@attrs.frozen(kw_only=True)
class Turn:
    """What another version would change for one collective.

    Attributes:
        name: of the collective.
        path: of its dossier, as given.
        before: verdict by the first version.
        after: verdict by the second.
        grounds: those that are judged differently.
        appeared: findings that only the second makes.
        vanished: findings that only the first makes.
    """

    name: str
    path: str
    before: Verdict
    after: Verdict
    grounds: tuple[GroundTurn, ...] = ()
    appeared: tuple[Finding, ...] = ()
    vanished: tuple[Finding, ...] = ()

    @property
    def turns(self) -> bool:
        """Whether a verdict changes, that of the whole or that of a ground."""
        return self.before is not self.after or bool(self.grounds)


@attrs.frozen(kw_only=True)
class Difference:
    """Two versions of a sector, and whom the second would change.

    Attributes:
        before: one side.
        after: the other.
        changes: items that are not the same.
        turns: dossiers judged by both; ``None`` when none were given.
        aside: number of dossiers that name neither side.
        unread: why some dossiers could not be judged, French sentences.
        as_of: the day on which they were judged.
    """

    before: Side
    after: Side
    changes: tuple[ItemChange, ...]
    turns: tuple[Turn, ...] | None = None
    aside: int = 0
    unread: tuple[str, ...] = ()
    as_of: dt.date | None = None


def concerned(dossier: Dossier, versions: Iterable[Version]) -> bool:
    """Whether an offer of a dossier names one of the versions."""
    return not {version.slug for version in versions}.isdisjoint(dossier.sectors)


RECOUNTED = frozenset({"threshold", "unit", "comparison", "clock", "indicator"})
"""Fields of a promise that say what a kept case is: cases counted under another one tell nothing."""


def recounted(changes: Iterable[ItemChange]) -> frozenset[str]:
    """Return the keys of the promises whose cases would have to be counted again."""
    promises = (change for change in changes if change.kind is ItemKind.COMMITMENT)
    return frozenset(one.key for one in promises if any(field.name in RECOUNTED for field in one.fields))


def turn(
    dossier: Dossier,
    path: str,
    versions: tuple[Version, Version],
    recount: frozenset[str],
    as_of: dt.date,
) -> Turn:
    """Judge a dossier by two versions, whichever its offers name, as if they were built on each.

    Args:
        dossier: one that names one of the versions.
        path: where it stands.
        versions: the first, the second.
        recount: promises that a case is not counted by alike; what was measured of them counts for the version that
            the dossier names alone, for the first when both have one name.
        as_of: day of the check.
    """
    before, after = versions
    slugs = {before.slug, after.slug}
    own = before if before.slug in dossier.sectors else after
    first, second = (
        _judged(dossier if version is own else _uncounted(dossier, recount), version, slugs, as_of)
        for version in versions
    )
    old, new = ({_identity(one): one for one in report.standing_findings} for report in (first, second))
    return Turn(
        name=dossier.name,
        path=path,
        before=first.verdict,
        after=second.verdict,
        grounds=tuple(
            GroundTurn(ground=then.ground, before=then.verdict, after=now.verdict)
            for then, now in zip(first.grounds, second.grounds, strict=True)
            if then.verdict is not now.verdict
        ),
        appeared=tuple(one for key, one in new.items() if key not in old),
        vanished=tuple(one for key, one in old.items() if key not in new),
    )


def _uncounted(dossier: Dossier, recount: frozenset[str]) -> Dossier:
    """Leave out what was measured of promises whose bound is the sector's; a bound of the offer's own stays."""
    kept = {
        promise.key
        for offer in dossier.offers
        for promise in offer.commitments or ()
        if promise.threshold is not None
    }
    told = (one for one in dossier.measures if one.commitment not in recount - kept)
    return attrs.evolve(dossier, measures=tuple(told))


def _judged(dossier: Dossier, version: Version, slugs: set[str], as_of: dt.date) -> Report:
    offers = tuple(
        attrs.evolve(offer, sector=version.slug, edition="") if offer.sector in slugs else offer
        for offer in dossier.offers
    )
    asked = attrs.evolve(dossier, offers=offers)
    return check(asked, as_of=as_of, assembly=assemble(asked.sectors, version.given))


def _identity(finding: Finding) -> tuple[str, str]:
    return finding.fingerprint, finding.severity.value
