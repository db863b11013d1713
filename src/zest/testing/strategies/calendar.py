"""Days, moments, periods."""

import datetime as dt

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.model.period import Period

_USUAL = st.dates(dt.date(2005, 1, 1), dt.date(2035, 12, 31))


def days() -> SearchStrategy[dt.date]:
    """Return days: mostly those of living dossiers, and the ends of the calendar that software writes for « never »."""
    return _USUAL | st.sampled_from([dt.date(1900, 1, 1), dt.date(2024, 2, 29), dt.date.min, dt.date.max])


def moments() -> SearchStrategy[dt.datetime]:
    """Return moments of a French clock, without a zone."""
    return st.datetimes(dt.datetime(2005, 1, 1), dt.datetime(2035, 12, 31))  # noqa: DTZ001  # as dossiers have them


def periods() -> SearchStrategy[Period]:
    """Return periods that end on the day they start or later; either end may be open."""
    told = (
        st.lists(days(), min_size=2, max_size=2).map(sorted).map(lambda two: Period(start=two[0], end=two[1]))
    )
    return (
        told
        | st.builds(lambda day: Period(start=day), days())
        | st.builds(lambda day: Period(end=day), days())
    )
