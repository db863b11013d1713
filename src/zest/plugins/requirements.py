"""What a user asks of a sector before its answer counts: ``hotellerie-restauration>=2026.1``.

The version is that of the sector's *edition*, which says what is promised and judged, is the one that reports name,
and that a local folder has too; the version of a distribution only says how it was packed.
"""

import re
from typing import NamedTuple

from zest.model.ranking import rank

_WRITTEN = re.compile(r"([a-z0-9][a-z0-9-]*)\s*(?:(>=|==)\s*(\S+))?", re.ASCII)


class Requirement(NamedTuple):
    """One thing asked.

    Attributes:
        slug: of the sector.
        sign: ``>=``, ``==``, or empty when any edition will do.
        edition: numbers and dots; empty when any will do.
    """

    slug: str
    sign: str = ""
    edition: str = ""

    def met(self, edition: str) -> bool:
        """Whether an edition is what was asked; one that is not made of numbers is only equal to itself."""
        if not self.sign or edition == self.edition:
            return True
        told, asked = rank(edition), rank(self.edition)
        return bool(told and asked) and (told >= asked if self.sign == ">=" else told == asked)

    def __str__(self) -> str:
        return f"{self.slug}{self.sign}{self.edition}"


def read(text: str) -> Requirement:
    """Read what was typed.

    Raises:
        ValueError: with a French sentence.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if not found or (found[3] and not rank(found[3])):
        raise ValueError(f"« {text} » n'est pas de la forme SECTEUR>=ÉDITION, par exemple btp>=2026.1")
    return Requirement(found[1], found[2] or "", found[3] or "")
