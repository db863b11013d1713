"""What a client says of a collective, and the consent without which nobody is named."""

import datetime as dt
import enum

import attrs

from zest.model.period import Period


class Media(enum.StrEnum):
    """Where a quote or a name may appear."""

    PRINT = "print"
    WEB = "web"
    PRESS = "press"
    INTERNAL = "internal"


@attrs.frozen(kw_only=True)
class Consent:
    """A written consent to be quoted (*consentement*): prior, specific, limited in time, revocable.

    Attributes:
        given_on: day it was signed.
        until: last day, included.
        media: where the words may appear.
        withdrawn_on: first day without it.
        document: where the signed paper is.
    """

    given_on: dt.date | None = None
    until: dt.date | None = None
    media: tuple[Media, ...] = ()
    withdrawn_on: dt.date | None = None
    document: str = ""

    def holds(self, day: dt.date) -> bool:
        """Whether it was given, not ended and not withdrawn on ``day``."""
        return (
            self.given_on is not None
            and day in Period(start=self.given_on, end=self.until)
            and (self.withdrawn_on is None or day < self.withdrawn_on)
        )


@attrs.frozen(kw_only=True)
class Quote:
    """Words of a client.

    Attributes:
        text: the words.
        function: function of who spoke; always printable.
        name: name of who spoke; printable only while ``consent`` holds.
        consent: ``None`` when there is none on record.
    """

    text: str
    function: str = ""
    name: str = ""
    consent: Consent | None = None


@attrs.frozen(kw_only=True)
class ExperienceRecord:
    """An experience sheet (*retour d'expérience*).

    Attributes:
        key: reference.
        title: French words.
        structure: key of the structure.
        offer: key of the offer.
        client: key of the client, or its name as printed.
        place: where.
        profile: the worker sought.
        hours: volume lent, in hours.
        year: the year of that volume.
        development: professional development of the employees.
        context: French words.
        service: what the offer was made of.
        benefits: what the client recognises.
        strengths: strong points of the structure.
        quotes: words of the client.
    """

    key: str
    title: str = ""
    structure: str = ""
    offer: str = ""
    client: str = ""
    place: str = ""
    profile: str = ""
    hours: float | None = None
    year: int | None = None
    development: str = ""
    context: str = ""
    service: tuple[str, ...] = ()
    benefits: tuple[str, ...] = ()
    strengths: tuple[str, ...] = ()
    quotes: tuple[Quote, ...] = ()
