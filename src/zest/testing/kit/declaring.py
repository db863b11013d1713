"""The decorator that makes a check of a function, as ``rule`` makes a rule."""

import re
from collections.abc import Callable, Iterator

from zest.conformance import Check, Flaw, Tier
from zest.testing.kit.candidate import Candidate

Find = Callable[[Candidate], Iterator[Flaw]]

SENTENCE = re.compile(r"[A-ZÀÂÉÈÊÎÔŒ«0-9].*[.?…]", re.DOTALL)
"""A capital or a figure first, a full stop last."""


def check(
    code: str, tier: Tier, *, requirement: str, why: str, remedy: str, of_trade: bool = False
) -> Callable[[Find], Check]:
    """Turn a function into a :class:`~zest.conformance.Check`; its name becomes the check's.

    Args:
        code: ``K`` and three digits.
        tier: the first tier that asks for it.
        requirement: French sentence: what must be.
        why: French; what it protects.
        remedy: French; what to do.
        of_trade: whether it looks at the facts of a trade, which a regional edition keeps from its sector.
    """

    def declare(find: Find) -> Check:
        name = find.__name__.replace("_", "-")
        return Check(
            code=code,
            name=name,
            tier=tier,
            requirement=requirement,
            why=why,
            remedy=remedy,
            find=_of_trade(find) if of_trade else find,
        )

    return declare


def _of_trade(find: Find) -> Find:
    def asked(candidate: Candidate) -> Iterator[Flaw]:
        if not candidate.is_edition:
            yield from find(candidate)

    return asked
