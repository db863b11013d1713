"""Days and moments: as a reader of TOML or YAML gives them, or as text where JSON has no other way."""

import datetime as dt
import re

from zest.model.identifiers import clip
from zest.structuring.refusals import Misfit, WrongType


def day(value: object, _: type) -> dt.date:
    """Return a day; a moment is refused, for its hour would be lost in silence."""
    if isinstance(value, str):
        value = _iso(value, dt.date)
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise WrongType(dt.date, value)
    return value


def moment(value: object, _: type) -> dt.datetime:
    """Return a moment on the clock of the place, without its zone."""
    if isinstance(value, str):
        value = _iso(value, dt.datetime)
    if not isinstance(value, dt.datetime):
        raise WrongType(dt.datetime, value)
    return value.replace(tzinfo=None)


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?", re.ASCII)
_FRENCH = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", re.ASCII)


def _iso(text: str, kind: type[dt.date]) -> dt.date:
    """Read a date written as text, as JSON has no other way."""
    if french := _FRENCH.fullmatch(text):
        of_month, month, year = french.groups()
        raise Misfit(f"{clip(text)} : écrivez la date {year}-{month:0>2}-{of_month:0>2}.")
    try:
        if _ISO.fullmatch(text):
            return kind.fromisoformat(text)
    except ValueError:
        raise Misfit(f"{clip(text)} n'existe pas au calendrier.") from None
    raise Misfit(f"{clip(text)} n'est pas une date de la forme 2014-06-18.")
