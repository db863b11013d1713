"""What to measure, made of a dossier and of the sectors that it names, or of sectors alone."""

import datetime as dt
from collections.abc import Iterable

from zest.catalogue import Catalogue
from zest.indicators.indicator import Indicator
from zest.measuring.asking import measures_at_hand, of_dossier, of_sectors
from zest.measuring.catalogue import by_slug
from zest.measuring.facts import terms_of
from zest.measuring.run import Request
from zest.model.dossier import Dossier


def request_of(
    dossier: Dossier, catalogue: Catalogue, others: Iterable[Indicator], as_of: dt.date
) -> Request:
    """Ask for every promise of the offers of a dossier that lend.

    Args:
        dossier: as loaded.
        catalogue: figures, and facts of the sectors that its offers name.
        others: measures of these sectors.
        as_of: the day of the measure.

    Raises:
        DuplicateCodeError: two measures have one slug.
        NotInForceError: the figures that judge a measure are not known on that day.
    """
    known = by_slug(others)
    terms = terms_of(as_of, catalogue.law, known.values(), dossier, catalogue.sectors)
    return Request(
        questions=of_dossier(dossier, catalogue.sectors, known, terms),
        terms=terms,
        margin=_margin(catalogue, as_of),
        name=dossier.name,
    )


def request_of_sectors(catalogue: Catalogue, others: Iterable[Indicator], as_of: dt.date) -> Request:
    """Ask for the promises of sectors that tables can answer, then for the measures that none of them makes.

    Args:
        catalogue: figures, and facts of the sectors.
        others: their measures.
        as_of: the day of the measure.

    Raises:
        DuplicateCodeError: two measures have one slug.
        NotInForceError: the figures that judge a measure are not known on that day.
    """
    known = by_slug(others)
    terms = terms_of(as_of, catalogue.law, known.values())
    told = of_sectors(catalogue.sectors.values(), known, terms)
    asked = {one.indicator for one in told}
    free = [one for one in measures_at_hand(known, terms) if one.indicator not in asked]
    return Request(questions=[*told, *free], terms=terms, margin=_margin(catalogue, as_of))


def _margin(catalogue: Catalogue, as_of: dt.date) -> float:
    return catalogue.law.on(as_of)["commitments.at-risk-margin"]
