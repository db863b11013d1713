"""Nobody is named without a consent on record, in date, and for paper."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from zest.documents.facts.quotes import printable, quote_block
from zest.model.dossier import Dossier
from zest.model.experience import Consent, ExperienceRecord, Media, Quote

DAY = dt.date(2026, 11, 23)
GIVEN = Consent(given_on=dt.date(2026, 1, 1), until=dt.date(2027, 1, 1), media=(Media.PRINT,))
NAMED = Quote(text="Bien.", function="Gérante", name="Camille Exemple", consent=GIVEN)


@pytest.mark.parametrize(
    "consent,name,kept",
    [
        (GIVEN, "Camille Exemple", True),
        (None, "", True),
        (attrs.evolve(GIVEN, media=(Media.WEB,)), "", False),
        (attrs.evolve(GIVEN, until=dt.date(2026, 11, 22)), "", False),
        (attrs.evolve(GIVEN, withdrawn_on=dt.date(2026, 11, 23)), "", False),
        (attrs.evolve(GIVEN, given_on=None), "", False),
    ],
)
def test_a_name_needs_its_consent_and_a_lost_consent_takes_the_words_away(
    consent: Consent | None, name: str, kept: bool
) -> None:
    """Without a consent the function alone signs; one that was given and does not hold takes the quote away."""
    quote = attrs.evolve(NAMED, consent=consent)
    record = ExperienceRecord(key="a", quotes=(quote,))

    assert name == quote_block(quote, DAY)["name"]
    assert [quote] * kept == printable(record, DAY)


def test_the_day_of_the_kit_decides(sound: Dossier) -> None:
    """The same dossier names the person while her consent runs, and quotes her no more after it."""
    record = next(one for one in sound.experiences if one.key == "hotel-du-port")
    told: Callable[[dt.date], list[str]] = lambda day: [  # noqa: E731  # two lines of a table
        quote_block(one, day)["name"] for one in printable(record, day)
    ]

    assert (["Camille Exemple (personne fictive)"], []) == (told(DAY), told(dt.date(2028, 9, 30)))
