"""What is wrong in a Word model, and where."""

import re

import attrs

_SHOWN = 60


@attrs.frozen(kw_only=True)
class TemplateFault:
    """One thing that is wrong in a model.

    Attributes:
        part: of the file; empty for the whole.
        paragraph: its number in the part, from 1; 0 where there is none.
        text: beginning of the paragraph.
        words: French sentence.
    """

    part: str = ""
    paragraph: int = 0
    text: str = ""
    words: str

    @property
    def place(self) -> str:
        """French words for where it is."""
        numbered = f"paragraphe {self.paragraph}" if self.paragraph else ""
        return ", ".join(one for one in (self.part, numbered) if one)


def fault_at(part: str, source: str, line: int, words: str) -> TemplateFault:
    """Return a fault of a line of what Jinja reads, which has one line a paragraph."""
    lines = source.split("\n")
    text = re.sub(r"<[^>]*>", "", lines[line - 1]).strip()[:_SHOWN] if 0 < line <= len(lines) else ""
    return TemplateFault(part=part, paragraph=max(0, line - 1), text=text, words=words)
