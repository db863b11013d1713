"""What a dossier and the law tell the measures besides the rows."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from zest.errors import NotInForceError, UnknownFigureError
from zest.indicators.indicator import Indicator
from zest.indicators.terms import FigureOfDay, Lifting, Terms
from zest.law import Law
from zest.model.dossier import Dossier
from zest.model.offer import OfferKind, SectorOffer
from zest.model.profile import SectorProfile
from zest.readings.hours_cap.counting import ais
from zest.readings.hours_cap.lifting import freed_days


def terms_of(
    as_of: dt.date,
    law: Law,
    known: Iterable[Indicator],
    dossier: Dossier | None = None,
    sectors: Mapping[str, SectorProfile] | None = None,
) -> Terms:
    """Return the terms that every measure shares."""
    figures = dict.fromkeys(key for indicator in known for key in indicator.figures)
    structures = dossier.structures if dossier else ()
    return Terms(
        as_of=as_of,
        kinds=tuple((one.key, one.kind.value) for one in structures if one.kind),
        structures=tuple(one.key for one in structures),
        jobs=tuple(sorted(_jobs(dossier, sectors or {}))) if dossier else (),
        offers=tuple(offer.key for offer in lending(dossier)) if dossier else (),
        figures=tuple(_figures(figures, law, as_of)),
        liftings=tuple(_liftings(dossier, law)) if dossier else (),
    )


def lending(dossier: Dossier) -> list[SectorOffer]:
    """Return the offers that the tables are about: those that lend."""
    return [offer for offer in dossier.offers if offer.kind is OfferKind.LENDING]


def _figures(keys: Iterable[str], law: Law, as_of: dt.date) -> Iterator[FigureOfDay]:
    """Yield the figures that are in force; a measure that needs another is not put."""
    for key in keys:
        try:
            dated = law.figure(key).on(as_of)
        except (UnknownFigureError, NotInForceError):
            continue
        if isinstance(dated.value, int | float):
            yield FigureOfDay(key=key, value=float(dated.value), since=dated.since)


def _jobs(dossier: Dossier, sectors: Mapping[str, SectorProfile]) -> set[str]:
    """Return the jobs of the sectors of all offers; none when one of them is not at hand."""
    if not dossier.sectors or any(slug not in sectors for slug in dossier.sectors):
        return set()
    return {job for slug in dossier.sectors for job in sectors[slug].jobs}


def _liftings(dossier: Dossier, law: Law) -> Iterator[Lifting]:
    """Yield the days on which derogations that hold lift the cap, by place, as the rules read them."""
    for structure in ais(dossier).values():
        places = dict.fromkeys(one.department for one in structure.derogations if one.department)
        for place in (*places, None):
            for start, end in freed_days(structure, place, law):
                yield Lifting(structure=structure.key, department=place, start=start, end=end)
