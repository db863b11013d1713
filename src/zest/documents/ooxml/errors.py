"""What a file of Word or PowerPoint is refused for."""

import attrs


@attrs.frozen
class UnsafeFile(Exception):
    """Something in a file that could run, read, fetch or never end.

    Attributes:
        part: of the file; empty for the whole.
        words: French sentence without its end: what is there.
    """

    part: str
    words: str

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.part} : {self.words}" if self.part else self.words
