"""Days and moments, in stated forms: ISO, then the French one. Years before 1900 are misprints."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    Way = Callable[[pl.Expr], pl.Expr]

_DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%Y/%m/%d")
_HOURS = ("%H:%M:%S", "%H:%M", "%H:%M:%S%.f")
_PLACE = "Europe/Paris"


def day_ways(forms: tuple[str, ...]) -> "tuple[Way, ...]":
    """Return the ways to read a day; the hour that follows it, if any, is left."""
    exact = tuple(_day(form) for form in forms or _DAYS)
    return (*exact, *(_without_hour(way) for way in exact))


def _day(form: str) -> "Way":
    return lambda texts: _modern(texts.str.to_date(re.split("[T ]", form)[0], strict=False, cache=False))


def _without_hour(way: "Way") -> "Way":
    hour = r"(?:T|\s+(?:à\s+)?)\d{1,2}[:hH]\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$"
    return lambda texts: way(texts.str.replace(hour, ""))


def moment_ways(forms: tuple[str, ...]) -> "tuple[Way, ...]":
    """Return the ways to read a moment, its hour included; a zone is brought to the clock of Paris."""
    days = tuple(form for form in forms if "%H" not in form) or (() if forms else _DAYS)
    stated = tuple(_moment(form) for form in forms if "%H" in form)
    exact = tuple(
        _moment(f"{day}{joint}{hour}") for day in days for hour in _HOURS[:2] for joint in ("T", " ")
    )
    loose = tuple(_joined(_moment(f"{day}T{hour}")) for day in days for hour in _HOURS)
    return (*stated, *exact, *loose, _zoned)


def _moment(form: str) -> "Way":
    return lambda texts: _modern(texts.str.to_datetime(form, time_unit="us", strict=False, cache=False))


def _joined(way: "Way") -> "Way":
    """Write ``T`` between day and hour, and colons in the hour, before reading."""
    written = r"^(\S{8,10})(?:T|\s+(?:à\s+)?)(\d{1,2})\s*[:hH]\s*"
    return lambda texts: way(texts.str.replace(written, "${1}T${2}:"))


def _zoned(texts: "pl.Expr") -> "pl.Expr":
    whole = texts.str.replace(r"Z$", "+00:00").str.replace(" ", "T", literal=True)
    moment = whole.str.to_datetime("%Y-%m-%dT%H:%M:%S%.f%z", time_unit="us", strict=False)
    return _modern(moment.dt.convert_time_zone(_PLACE).dt.replace_time_zone(None))


def _modern(days: "pl.Expr") -> "pl.Expr":
    import polars as pl

    return pl.when(days.dt.year() >= 1900).then(days)


def local(moments: "pl.Expr", zone: str | None) -> "pl.Expr":
    """Bring typed moments to microseconds on the clock of the place."""
    import polars as pl

    if zone is not None:
        moments = moments.dt.convert_time_zone(_PLACE).dt.replace_time_zone(None)
    return moments.cast(pl.Datetime("us"))
