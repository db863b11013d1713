"""A person's words: only what its consent allows, on that day, on that medium."""

import datetime as dt

from zest.documents.document import Data
from zest.model.experience import ExperienceRecord, Media, Quote

PRINT = Media.PRINT


def quote_block(quote: Quote, day: dt.date, medium: Media = PRINT) -> Data:
    """Return a quote; the name is left out unless a consent on record holds ``day`` for ``medium``.

    The function stays, for it names nobody (``model.experience.Quote``).
    """
    return {
        "text": quote.text,
        "function": quote.function,
        "name": quote.name if allowed(quote, day, medium) else "",
    }


def allowed(quote: Quote, day: dt.date, medium: Media = PRINT) -> bool:
    """Whether a name may be printed."""
    consent = quote.consent
    return consent is not None and consent.holds(day) and medium in consent.media


def printable(record: ExperienceRecord, day: dt.date, medium: Media = PRINT) -> list[Quote]:
    """Return the quotes of a sheet that may be printed: a refused or ended consent takes the words away too.

    Words without a name need none; words whose consent was given and no longer holds are not printed, since what was
    withdrawn is the quote and not its signature alone.
    """
    return [q for q in record.quotes if q.consent is None or allowed(q, day, medium)]
