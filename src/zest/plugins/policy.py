"""How plugins are looked for and how much they are forgiven."""

from typing import NamedTuple

from zest.plugins.requirements import Requirement


class Policy(NamedTuple):
    """What a caller decides of plugins.

    Attributes:
        external: whether plugins of other publishers than zest's own are looked for; its own are those that the
            metadata of the core name among its extras.
        strict: for authors: a plugin that warns, prints or speaks a version on its way out is refused.
        required: what the sectors at hand must be for the answer to count.
    """

    external: bool = True
    strict: bool = False
    required: tuple[Requirement, ...] = ()


LENIENT = Policy()
"""What applies when nobody says anything."""
