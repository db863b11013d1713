"""The decorator that makes a check of a function, as ``rule`` makes a rule."""

import re
from collections.abc import Callable, Iterator

from zest.conformance import Check, Flaw, Tier
from zest.testing.kit.candidate import Candidate

SENTENCE = re.compile(r"[A-ZÀÂÉÈÊÎÔŒ«0-9].*[.?…]", re.DOTALL)
"""A capital or a figure first, a full stop last."""


def check(
    code: str, tier: Tier, *, requirement: str, why: str, remedy: str
) -> Callable[[Callable[[Candidate], Iterator[Flaw]]], Check]:
    """Turn a function into a :class:`~zest.conformance.Check`; its name becomes the check's.

    Args:
        code: ``K`` and three digits.
        tier: the first tier that asks for it.
        requirement: French sentence: what must be.
        why: French; what it protects.
        remedy: French; what to do.
    """

    def declare(find: Callable[[Candidate], Iterator[Flaw]]) -> Check:
        name = find.__name__.replace("_", "-")
        return Check(
            code=code, name=name, tier=tier, requirement=requirement, why=why, remedy=remedy, find=find
        )

    return declare
