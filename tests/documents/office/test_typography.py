"""The words of the models themselves are set as those of the data are."""

import io
import re

import pytest

pytest.importorskip("docxtpl")

import docx

from zest.documents.word.models import COMMON, MODELS, model
from zest.documents.words import typeset


@pytest.mark.parametrize("slug", MODELS)
def test_no_word_of_a_model_is_set_as_typed(slug: str) -> None:
    """No line begins with a colon or ends with an opening guillemet, and apostrophes are curly."""
    document = docx.Document(io.BytesIO(model(slug, COMMON)))
    section = document.sections[0]
    stories = (document, section.header, section.footer, section.first_page_header, section.first_page_footer)
    cells = [cell for story in stories for table in story.tables for cell in table._cells]
    lines = [line.text for story in (*stories, *cells) for line in story.paragraphs]
    words = [re.sub(r"\{[{%].*?[%}]\}", "", line) for line in lines]

    assert [typeset(line) for line in words] == words
