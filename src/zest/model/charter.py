"""Colours of a sector, and the contrast that they must keep (WCAG 2)."""

import re
from typing import Self

import attrs

_HEX = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


class Colour(str):
    """An sRGB colour, ``#rrggbb``."""

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Check the form.

        Raises:
            ValueError: with a French sentence.
        """
        if not _HEX.fullmatch(text):
            raise ValueError(f"« {text} » n'est pas une couleur de la forme « #rrggbb ».")
        return super().__new__(cls, text.lower())

    @property
    def luminance(self) -> float:
        """Relative luminance, 0–1, as WCAG 2 defines it."""
        channels = (int(self[i : i + 2], 16) / 255 for i in (1, 3, 5))
        linear = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
        return sum(k * c for k, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: Colour, other: Colour) -> float:
    """Return the contrast ratio of two colours, 1–21."""
    high, low = sorted((one.luminance, other.luminance), reverse=True)
    return (high + 0.05) / (low + 0.05)


WHITE = Colour("#ffffff")


@attrs.frozen(kw_only=True)
class Charter:
    """Five roles of colour, a label and a wordmark.

    Attributes:
        primary: backgrounds and titles.
        accent: marks and rules; never text on white.
        light: page backgrounds.
        ink: running text.
        soft: text on primary.
        wordmark: words beside the brand (« zest' BTP »).
        zone: height kept free around the wordmark, in its own heights.
    """

    primary: Colour
    accent: Colour
    light: Colour
    ink: Colour
    soft: Colour
    wordmark: str
    zone: float = 0.5

    def pairs(self) -> tuple[tuple[str, float, float], ...]:
        """Return each pair that is used: French name, measured ratio, ratio to reach.

        Source: WCAG 2 level AA (4.5 for text, 3 for marks); 7 for running text is ours.
        """
        return (
            ("blanc sur principale", contrast(WHITE, self.primary), 4.5),
            ("principale sur claire", contrast(self.primary, self.light), 4.5),
            ("douce sur principale", contrast(self.soft, self.primary), 4.5),
            ("encre sur blanc", contrast(self.ink, WHITE), 7.0),
            ("encre sur claire", contrast(self.ink, self.light), 7.0),
            ("encre sur accent", contrast(self.ink, self.accent), 4.5),
            ("accent sur principale", contrast(self.accent, self.primary), 3.0),
        )

    def failures(self) -> tuple[str, ...]:
        """Return one French sentence for each pair that is not contrasted enough."""
        return tuple(
            f"Contraste insuffisant, {name} : {ratio:.2f} mesuré, {least:.1f} exigé."
            for name, ratio, least in self.pairs()
            if ratio < least
        )
