"""The two clocks of a delay: hours of the clock, or hours when the structure is open."""

import datetime as dt

import narwhals as nw

from zest.indicators.expressions import midnight_after
from zest.indicators.material import Expr, Frame, Material, Row
from zest.indicators.response.opening import HOUR, with_minutes
from zest.indicators.terms import Terms
from zest.model.commitment import Clock

SHOWN = ("recue_le", "traitee_le")


def _told(terms: Terms) -> Expr:
    """Whether the order was answered by the end of the day of the measure: what comes after it is not known yet."""
    return (nw.col("traitee_le") < nw.lit(midnight_after(terms.as_of))).fill_null(nw.lit(value=False))


def answered(terms: Terms) -> Expr:
    """When the order was answered; for one that was not, the end of the day of the measure."""
    return nw.when(_told(terms)).then(nw.col("traitee_le")).otherwise(nw.lit(midnight_after(terms.as_of)))


def in_time(terms: Terms) -> Expr:
    """Whether an order was answered within the threshold, by the clock that the promise states."""
    minutes = round((terms.threshold or 0) * HOUR)
    if terms.clock is Clock.BUSINESS_HOURS:
        return nw.col("_repondue_minutes") - nw.col("recue_le_minutes") <= minutes
    return answered(terms) <= nw.col("recue_le").dt.offset_by(f"{minutes}m")


def judged(terms: Terms) -> Expr:
    """Whether an order can be judged: it was answered, or its delay is over without an answer."""
    received = nw.col("recue_le") < nw.lit(midnight_after(terms.as_of))
    return received & (_told(terms) | ~in_time(terms))


def passed(terms: Terms) -> Expr:
    """Whether it was answered in time; an answer given before the question tells nothing."""
    return nw.when(answered(terms) >= nw.col("recue_le")).then(in_time(terms))


def timed(material: Material, terms: Terms, orders: Frame) -> Frame:
    """Add to orders, with business hours, the minutes of opening until their two moments."""
    if terms.clock is not Clock.BUSINESS_HOURS:
        return orders
    first, last = material.span("commandes")
    year_after = min(max(last, terms.as_of).toordinal() + 366, dt.date.max.toordinal())
    span = (first, dt.date.fromordinal(year_after))
    told = orders.with_columns(_repondue=answered(terms))
    return with_minutes(told, material, span, ("recue_le", "_repondue"), terms.opening or ())


def words(row: Row) -> str:
    """Say when the client asked, and when it was answered."""
    asked = f"demande du {row['recue_le']:%d/%m/%Y à %H:%M}"
    if row["traitee_le"] is None:
        return f"{asked}, sans réponse"
    hours, minutes = divmod(round((row["traitee_le"] - row["recue_le"]).total_seconds() / HOUR), HOUR)
    return f"{asked}, réponse du {row['traitee_le']:%d/%m/%Y à %H:%M} : {hours} h {minutes:02}"
