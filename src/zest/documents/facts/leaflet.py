"""What the collective leaflet and the individual flyer show."""

from zest.documents.document import Data, Subject
from zest.documents.facts.common import common
from zest.documents.facts.figures import key_figures
from zest.documents.facts.quotes import printable, quote_block
from zest.documents.texts import filled, texts

_MOST_QUOTES = 3


def leaflet(subject: Subject) -> Data:
    """Return the facts of the collective leaflet (*dépliant collectif*)."""
    blocks = common(subject)
    quotes = [
        {**quote_block(quote, subject.as_of), "title": record.title}
        for record in subject.dossier.experiences
        for quote in printable(record, subject.as_of)
    ]
    return blocks | {
        "texts": filled(texts()["leaflet"], subject, blocks),
        "figures": key_figures(subject),
        "quotes": quotes[:_MOST_QUOTES],
    }


def flyer(subject: Subject) -> Data:
    """Return the facts of the individual flyer (*dépliant individuel*)."""
    blocks = common(subject)
    return blocks | {"texts": filled(texts()["leaflet"], subject, blocks)}
