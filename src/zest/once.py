"""Something worked out once for an object, and let go with it."""

import weakref
from collections.abc import Callable
from typing import TypeVar

S = TypeVar("S")
M = TypeVar("M")


def once_for_each(make: Callable[[S], M]) -> Callable[[S], M]:
    """Return ``make``, which then works once for each object, told by identity and held weakly.

    A dossier is frozen: what was worked out stays true. Its hash would walk over all that it holds.

    Args:
        make: works on a frozen object that can be weakly referred to, and keeps no reference to it.
    """
    made: dict[int, M] = {}

    def found(subject: S) -> M:
        known = id(subject)
        if known not in made:
            made[known] = make(subject)
            # Runs before the memory, and so the identity, can be another object's.
            weakref.finalize(subject, made.pop, known, None).atexit = False
        return made[known]

    return found
