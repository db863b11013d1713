"""The presentation of an offer (*présentation*): a few slides that a person shows and completes."""

import datetime as dt
import importlib.util
import io
from typing import Any

from zest.documents.document import Data
from zest.documents.ooxml.packing import normalised
from zest.documents.slides.closing import contact, results
from zest.documents.slides.layouts import empty
from zest.documents.slides.opening import collective, cover
from zest.documents.slides.selling import commitments, jobs, offer
from zest.documents.word.grammar import cleaned
from zest.errors import MissingExtraError
from zest.model.charter import Charter


def deck(data: Data, charter: Charter) -> bytes:
    """Return the presentation; the same data give the same bytes.

    Raises:
        MissingExtraError: python-pptx is not installed.
    """
    if importlib.util.find_spec("pptx") is None:
        raise MissingExtraError(
            "La présentation demande python-pptx, qui n'est pas installé : « pip install 'zest-coorace[pptx]' »."
        )
    told = cleaned(data)
    presentation = empty(charter)
    _properties(presentation, told)
    for written in (cover, collective, offer, commitments, jobs, results, contact):
        written(presentation, told)
    out = io.BytesIO()
    presentation.save(out)
    return normalised(out.getvalue())


def _properties(presentation: Any, told: Data) -> None:
    properties, day = presentation.core_properties, dt.date.fromisoformat(told["edition"]["date"])
    moment = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001  # python-pptx wants it without a zone
    properties.author = told["collective"]["name"][:_PROPERTY]
    properties.title = f"{told['sector']['title'][: _PROPERTY - len(_WHAT)]}{_WHAT}"
    properties.created = properties.modified = properties.last_printed = moment
    properties.last_modified_by, properties.revision, properties.language = "zest", 1, "fr-FR"
    properties.keywords = "zest:presentation"


_PROPERTY = 255
"""Signs that PowerPoint takes in a property of a file, which the slides themselves show whole or refuse."""
_WHAT = " : présentation"
