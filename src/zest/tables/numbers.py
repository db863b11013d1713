"""Numbers and lengths of time, as French exports write them."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl

    Way = Callable[[pl.Expr], pl.Expr]

_SPACES = " \u00a0\u202f\u2009"
_CURRENCY = r"(?i)\s*(?:€|eur|euros?)(?:\s*/\s*h(?:eures?)?)?(?:\s*ht)?$"
_HOURS_WORD = r"(?i)\s*h(?:eures?)?$"
_GROUPED = rf"^([-+]?\d{{1,3}})((?:[{_SPACES}'’]\d{{3}})+)([.,]\d+)?$"
_DOTTED = r"^[-+]?\d{1,3}(?:\.\d{3})+,\d+$"
_COMMAED = r"^[-+]?\d{1,3}(?:,\d{3})+\.\d+$"


def plain(texts: "pl.Expr") -> "pl.Expr":
    """Read ``7.5``; what is not finite is no number."""
    import polars as pl

    number = texts.cast(pl.Float64, strict=False)
    return pl.when(number.is_finite()).then(number)


def french(decimal: str, ending: str) -> "Way":
    """Return what reads ``1 234,50 €``.

    Args:
        decimal: the only decimal sign, or an empty text for both.
        ending: regular expression of the unit that may follow.
    """

    def way(texts: "pl.Expr") -> "pl.Expr":
        bare = texts.str.replace(ending, "").str.strip_chars() if ending else texts
        return plain(_dotted(_ungrouped(bare), decimal))

    return way


def _ungrouped(texts: "pl.Expr") -> "pl.Expr":
    """Take the spaces out of ``1 234`` and of nothing else: ``1 2`` is two numbers."""
    import polars as pl

    grouped = texts.str.contains(_GROUPED)
    return pl.when(grouped).then(texts.str.replace_all(rf"[{_SPACES}'’]", "")).otherwise(texts)


def _dotted(texts: "pl.Expr", decimal: str) -> "pl.Expr":
    """Write a point for the decimal sign and nothing for the thousands' one."""
    import polars as pl

    comma = texts.str.replace_all(".", "", literal=True).str.replace(",", ".", literal=True)
    point = texts.str.replace_all(",", "", literal=True)
    if decimal:
        return comma if decimal == "," else point
    return (
        pl.when(texts.str.contains(_DOTTED))
        .then(comma)
        .when(texts.str.contains(_COMMAED))
        .then(point)
        .otherwise(texts.str.replace(",", ".", literal=True))
    )


def clock(texts: "pl.Expr") -> "pl.Expr":
    """Read ``7:30``, ``7h30``, ``7 h``, ``7:30:00`` as hours; minutes and seconds below sixty."""
    import polars as pl

    parts = texts.str.extract_groups(
        r"(?i)^(\d{1,6})\s*(?:h(?:eures?)?|:)\s*(?:([0-5]?\d)(?:\s*m(?:i?n)?)?(?::([0-5]\d)(?:\.\d+)?)?)?$"
    )
    hours, minutes, seconds = (parts.struct.field(str(n)).cast(pl.Float64) for n in (1, 2, 3))
    # « 7: » is an unfinished time, « 7h » is not.
    whole = ~texts.str.ends_with(":")
    return pl.when(whole).then(hours + minutes.fill_null(0) / 60 + seconds.fill_null(0) / 3600)


def workbook_clock(texts: "pl.Expr") -> "pl.Expr":
    """Read what a workbook's reader makes of a time cell: the moment so long after the first day of its calendar."""
    import polars as pl

    moment = texts.str.to_datetime("%Y-%m-%d %H:%M:%S%.f", time_unit="ms", strict=False)
    # A spreadsheet believes that 1900 was a leap year: its day zero is one day earlier from March on.
    leap = pl.when(moment >= pl.datetime(1900, 3, 1)).then(24.0).otherwise(0.0)
    hours = (moment - pl.datetime(1899, 12, 31)).dt.total_seconds() / 3600 + leap
    return pl.when(texts.str.contains(r"^(?:1899|19\d\d)-")).then(hours)


def ways(unit: str, stated: str, decimal: str) -> "tuple[Way, ...]":
    """Return the ways to read a number, the commonest first.

    Args:
        unit: of the schema.
        stated: of the mapping; empty when it says nothing.
        decimal: of the mapping; empty when it says nothing.
    """
    ending = {"euro": _CURRENCY, "heure": _HOURS_WORD}.get(unit, "")
    decimals = (french(decimal, ending),) if decimal else (plain, french("", ending))
    if stated == "h:mm":
        return (clock, workbook_clock)
    if stated in ("minutes", "centimes"):
        return tuple(_divided(way, 60 if stated == "minutes" else 100) for way in decimals)
    return (*decimals, clock, workbook_clock) if unit == "heure" and not stated else decimals


def _divided(way: "Way", by: int) -> "Way":
    return lambda texts: way(texts) / by
