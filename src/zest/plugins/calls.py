"""A rule of a plugin, at each of its calls: signed with its origin, given its time, heard if it speaks."""

import functools
from collections.abc import Iterator

import attrs

from zest.errors import PluginError
from zest.plugins.containment import Overtime, limit_words, limited
from zest.plugins.noise import metered, overheard
from zest.plugins.origin import Origin
from zest.rule import Answer, Case, Rule


def signed(rule: Rule, origin: Origin, *, strict: bool = False) -> Rule:
    """Return the rule as the engine will call it; with ``strict``, a call that warns or prints fails."""
    heard, check = (overheard if strict else metered), rule.check
    late = False

    @functools.wraps(check)
    def contained(subject: object, case: Case) -> Iterator[Answer]:
        nonlocal late
        if late:
            raise _too_long()
        try:
            with heard(origin) as notes, limited():
                answers = list(check(subject, case))
        except Overtime:
            # Asked again of each of a thousand missions, it would hang the check all the same.
            late = True
            raise _too_long() from None
        except SystemExit:
            raise PluginError("elle a voulu arrêter le programme (SystemExit)") from None
        if strict and notes:
            raise PluginError(f"le mode strict n'admet pas ce qu'elle fait : {' ; '.join(notes)}")
        yield from answers

    return attrs.evolve(rule, origin=origin, check=contained)


def _too_long() -> PluginError:
    return PluginError(f"elle n'a pas répondu en {limit_words()}, et n'est plus posée")
