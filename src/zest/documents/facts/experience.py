"""What an experience sheet shows (*retour d'expérience*)."""

from zest.console.typography import number
from zest.documents.document import Data, Subject
from zest.documents.facts.common import common
from zest.documents.facts.quotes import printable, quote_block
from zest.documents.texts import filled, texts
from zest.documents.words import sentence


def experience(subject: Subject) -> Data:
    """Return the facts of one experience sheet; a person is named only where its consent lets it."""
    record = subject.experience
    if record is None:
        raise TypeError("an experience sheet is made for one experience record")
    blocks = common(subject)
    client = subject.dossier.client(record.client)
    quotes = [quote_block(one, subject.as_of) for one in printable(record, subject.as_of)]
    return blocks | {
        "experience": {
            "title": record.title,
            "client": client.name if client and client.name else record.client,
            "place": record.place,
            "profile": record.profile,
            "hours": number(record.hours) if record.hours is not None else "",
            "year": str(record.year) if record.year else "",
            "development": record.development,
            "context": record.context,
            "service": [sentence(one) for one in record.service],
            "benefits": [sentence(one) for one in record.benefits],
            "strengths": list(record.strengths),
            "quotes": quotes,
        },
        "texts": filled(texts()["about"], subject, blocks),
    }
