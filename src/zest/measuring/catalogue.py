"""Measures and rules of rows, found by walking their packages; sectors add theirs."""

import functools
from collections.abc import Iterable, Mapping

from zest.errors import DuplicateCodeError
from zest.indicators.gathering import held
from zest.indicators.indicator import Indicator
from zest.indicators.row_rule import RowRule


@functools.cache
def core_indicators() -> tuple[Indicator, ...]:
    """Return the measures that zest itself ships."""
    return tuple(sorted(held("zest.indicators", Indicator), key=lambda one: one.slug))


@functools.cache
def row_rules() -> tuple[RowRule, ...]:
    """Return the rules of rows, in the order of their codes and tables."""
    return tuple(sorted(held("zest.row_rules", RowRule), key=lambda one: (one.code, one.table)))


def by_slug(others: Iterable[Indicator] = ()) -> Mapping[str, Indicator]:
    """Return every measure by its slug, those of sectors after the core's.

    Raises:
        DuplicateCodeError: two measures have one slug.
    """
    known: dict[str, Indicator] = {}
    for one in (*core_indicators(), *others):
        if one.slug in known:
            raise DuplicateCodeError(f"La mesure « {one.slug} » est donnée deux fois.")
        known[one.slug] = one
    return known
