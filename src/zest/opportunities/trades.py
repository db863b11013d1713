"""Which jobs of the sectors a code of the survey covers, in one edition."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from zest.model.job import Job, SurveyCode
from zest.model.profile import SectorProfile

QUALIFIED = "qualifié"
"""Word of a code that covers only the qualified form of a job."""


@attrs.frozen(kw_only=True)
class Trade:
    """A job of a sector, seen from a code of the survey.

    Attributes:
        sector: slug.
        job: key of the job in its sector.
        title: usual title.
        qualified: whether the code covers only the qualified form of that job.
    """

    sector: str
    job: str
    title: str
    qualified: bool = False


def national(slug: str, sectors: Mapping[str, SectorProfile]) -> str:
    """Return the sector that an edition is laid over, whatever lies between; a sector is its own."""
    while slug in sectors and sectors[slug].extends:
        slug = sectors[slug].extends[0]
    return slug


def trades(sectors: Mapping[str, SectorProfile], year: int) -> Mapping[str, tuple[Trade, ...]]:
    """Return the jobs that each code of an edition covers.

    Args:
        sectors: profiles by slug; regional editions repeat the jobs of their sector and are passed over.
        year: of the edition.
    """
    found: dict[str, list[Trade]] = {}
    for profile in sectors.values():
        if not profile.extends:
            for code, trade in _of_sector(profile, year):
                found.setdefault(code, []).append(trade)
    return {code: tuple(told) for code, told in found.items()}


def _of_sector(profile: SectorProfile, year: int) -> Iterator[tuple[str, Trade]]:
    for job in profile.jobs.values():
        for code in _current(job.codes.survey, year):
            yield code.code, _trade(profile.slug, job, code)


def _current(codes: Iterable[SurveyCode], year: int) -> Iterator[SurveyCode]:
    for code in codes:
        if (code.since is None or code.since <= year) and (code.until is None or year <= code.until):
            yield code


def _trade(sector: str, job: Job, code: SurveyCode) -> Trade:
    return Trade(sector=sector, job=job.key, title=job.masculine, qualified=code.when == QUALIFIED)
