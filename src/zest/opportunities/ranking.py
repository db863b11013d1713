"""The answer: editions of the survey crossed with sectors, a territory and a collective."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from zest.model.dossier import Dossier
from zest.model.profile import SectorProfile
from zest.opportunities.answer import JobRanked, Opportunities, SectorRanked
from zest.opportunities.counting import labels, needs, total
from zest.opportunities.notes import notes
from zest.opportunities.places import Area
from zest.opportunities.reading import Edition
from zest.opportunities.scoring import ranked, score
from zest.opportunities.supplying import Supply, supply
from zest.opportunities.survey import BREAK, Need, nomenclature
from zest.opportunities.trades import Trade, trades
from zest.opportunities.trends import Trend, followed, point, trend
from zest.opportunities.wording import reasons

Needs = Mapping[int, Mapping[str, Need]]
"""By edition, by code."""


@attrs.frozen(kw_only=True, eq=False)
class Field:
    """What is crossed.

    Attributes:
        area: where.
        sectors: profiles by slug.
        dossier: of the collective, if there is one.
        every_job: whether jobs that no sector has are ranked too.
    """

    area: Area
    sectors: Mapping[str, SectorProfile]
    dossier: Dossier | None = None
    every_job: bool = False


def opportunities(editions: Sequence[Edition], field: Field) -> Opportunities:
    """Rank jobs and sectors by what the last edition tells of a territory.

    Args:
        editions: oldest first, at least one.
        field: what they are crossed with.

    Returns:
        The answer; a territory that the last edition has no row of gives empty rankings and a note.
    """
    last = editions[-1]
    told = {one.year: needs(field.area.of(one)) for one in editions}
    known = trades(field.sectors, last.year)
    return Opportunities(
        area=field.area.named(last),
        year=last.year,
        nomenclature=nomenclature(last.year).value,
        files=last.files,
        years=tuple(told),
        collective=field.dossier.name if field.dossier else "",
        whole=total(told[last.year]),
        sectors=_sectors(told, known, field),
        jobs=_jobs(told, known, labels(last), field),
        notes=tuple(notes(editions, field.area, total(told[last.year]))),
    )


def _jobs(
    told: Needs, known: Mapping[str, tuple[Trade, ...]], names: Mapping[str, str], field: Field
) -> tuple[JobRanked, ...]:
    now = max(told)
    here = {code: need for code, need in told[now].items() if field.every_job or code in known}
    most = _most(here.values())
    offered = {code: _supply(known.get(code, ()), field) for code in here}
    scores = ranked([score(need, most, offered[code]) for code, need in here.items()])
    made = []
    for (code, need), points in zip(here.items(), scores, strict=True):
        moved = _trend(told, (code,))
        made.append(
            JobRanked(
                code=code, label=names[code], need=need, score=points, trades=known.get(code, ()),
                supply=offered[code], trend=moved, reasons=tuple(reasons(need, most, offered[code], moved, "métier")),
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda one: one.score.rank))


def _sectors(told: Needs, known: Mapping[str, tuple[Trade, ...]], field: Field) -> tuple[SectorRanked, ...]:
    now = told[max(told)]
    codes = {slug: tuple(_codes(slug, known)) for slug, one in field.sectors.items() if not one.extends}
    wanted = {slug: _sum(now, held) for slug, held in codes.items()}
    most = _most(wanted.values())
    offered = {slug: _supply(_of(slug, known), field) for slug in codes}
    scores = ranked([score(need, most, offered[slug]) for slug, need in wanted.items()])
    made = []
    for (slug, need), points in zip(wanted.items(), scores, strict=True):
        moved = _trend(told, codes[slug])
        made.append(
            SectorRanked(
                slug=slug, label=field.sectors[slug].label, need=need, score=points, codes=codes[slug],
                absent=tuple(code for code in codes[slug] if code not in now), supply=offered[slug], trend=moved,
                reasons=tuple(reasons(need, most, offered[slug], moved, "secteur")),
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda one: one.score.rank))


def _most(wanted: Iterable[Need]) -> int:
    return max((need.projects.low for need in wanted), default=0)


def _sum(now: Mapping[str, Need], codes: Sequence[str]) -> Need:
    return total({code: now[code] for code in codes if code in now})


def _codes(slug: str, known: Mapping[str, tuple[Trade, ...]]) -> Iterator[str]:
    """Yield the codes that cover a job of the sector: several jobs may fall under one, counted once."""
    for code, covered in known.items():
        if any(trade.sector == slug for trade in covered):
            yield code


def _of(slug: str, known: Mapping[str, tuple[Trade, ...]]) -> tuple[Trade, ...]:
    return tuple(trade for covered in known.values() for trade in covered if trade.sector == slug)


def _supply(covered: Sequence[Trade], field: Field) -> Supply | None:
    return None if field.dossier is None else supply(covered, field.dossier, field.area, field.sectors)


def _trend(told: Needs, codes: Sequence[str]) -> Trend:
    """Follow codes back from the last edition, as far as every one of them keeps its meaning."""
    now = max(told)
    years = [year for year in sorted(told) if all(followed(code, year, now) for code in codes)]
    points = tuple(point(year, _sum(told[year], codes)) for year in years)
    return trend(points, BREAK if len(years) < len(told) else None)
