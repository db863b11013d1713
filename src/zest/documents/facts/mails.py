"""What a model mail shows (*mailing type*)."""

from collections.abc import Callable

from zest.documents.document import Data, Subject
from zest.documents.facts.common import common
from zest.documents.texts import filled, texts


def mail(name: str) -> Callable[[Subject], Data]:
    """Return the facts function of the model mail of that name."""

    def facts(subject: Subject) -> Data:
        blocks = common(subject)
        told = filled(texts()["mails"][name], subject, blocks)
        promises = [one["statement"] for one in blocks["commitments"]] if told["promises"] else []
        return blocks | {"mail": {**told, "items": promises}}

    return facts
