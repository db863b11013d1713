"""No-break spaces in the pages: no line begins with « ; » or « : »."""

from typing import TYPE_CHECKING

from docutils import nodes

from zest.console.typography import french

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, bool]:
    """Change the words of each page before titles are gathered from it."""
    app.connect("doctree-read", lambda _, page: tie(page), priority=100)
    return {"parallel_read_safe": True}


def tie(page: nodes.document) -> None:
    """Tie double punctuation to the word before it, but not in what is typed or written to a file."""
    for words in list(page.findall(nodes.Text)):
        if not isinstance(words.parent, nodes.literal | nodes.FixedTextElement):
            words.parent.replace(words, nodes.Text(french(words)))
