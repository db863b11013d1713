"""The colours of a page: those of the sector when there is one, else the brand's common ones."""

from zest.model.charter import Charter, Colour

COMMON = Charter(
    primary=Colour("#33511b"),
    accent=Colour("#f2c811"),
    light=Colour("#f7f7e6"),
    ink=Colour("#1d2417"),
    soft=Colour("#e5efb8"),
    wordmark="zest'",
)
"""Our own, until COORACE supplies its charter; every pair keeps its contrast, which a test computes."""


def variables(charter: Charter) -> str:
    """Return the colours as the variables that the style reads."""
    roles = ("primary", "accent", "light", "ink", "soft")
    return f":root {{ {' '.join(f'--{role}: {getattr(charter, role)};' for role in roles)} }}\n"
