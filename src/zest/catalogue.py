"""Rules by code, no code twice."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from zest.errors import DuplicateCodeError, UnknownRuleError
from zest.law import Law
from zest.model.profile import SectorProfile
from zest.notices import NOTICES, Notice
from zest.rule import Rule
from zest.structuring import suggest


@attrs.frozen(kw_only=True)
class Catalogue:
    """Everything that a check rests on besides the dossier.

    Attributes:
        rules: by code, in the order of codes.
        law: every dated figure.
        sectors: facts of the sectors at hand, by slug.
    """

    rules: Mapping[str, Rule]
    law: Law
    sectors: Mapping[str, SectorProfile] = attrs.field(factory=dict)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def find(self, word: str) -> Rule | Notice:
        """Return the rule or notice of that code or name.

        Raises:
            UnknownRuleError: there is none; the message names the nearest.
        """
        every: tuple[Rule | Notice, ...] = (*self.rules.values(), *NOTICES.values())
        for known in every:
            if word.upper() == known.code or word.lower() == known.name:
                return known
        raise UnknownRuleError(f"Aucune règle « {word} »{suggest(word.upper(), self.codes())}")

    def codes(self) -> list[str]:
        """Return every code, rules and notices, in order."""
        return sorted((*self.rules, *NOTICES))

    def selected(self, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> "Catalogue":
        """Keep the rules whose code begins with one of ``select`` and with none of ``ignore``.

        Raises:
            UnknownRuleError: a word is the beginning of no code.
        """
        for word in (*select, *ignore):
            if not any(code.startswith(word.upper()) for code in self.codes()):
                raise UnknownRuleError(
                    f"Aucune règle ne commence par « {word} »{suggest(word.upper(), self.codes())}"
                )
        kept = {c: r for c, r in self.rules.items() if chosen(c, select, ignore)}
        return attrs.evolve(self, rules=kept)


def chosen(code: str, select: tuple[str, ...], ignore: tuple[str, ...]) -> bool:
    """Whether ``code`` begins with a word of ``select`` (or ``select`` is empty) and with none of ``ignore``."""
    wanted = not select or code.startswith(tuple(w.upper() for w in select))
    return wanted and not (ignore and code.startswith(tuple(w.upper() for w in ignore)))


def by_code(rules: Iterable[Rule]) -> dict[str, Rule]:
    """Put rules in the order of their codes.

    Raises:
        DuplicateCodeError: two rules have one code; both owners are named.
    """
    known: dict[str, Rule] = {}
    for one in sorted(rules, key=lambda r: r.code):
        if one.code in known or one.code in NOTICES:
            other = known[one.code].origin if one.code in known else "zest"
            raise DuplicateCodeError(
                f"Le code {one.code} est donné deux fois, par {other} et par {one.origin}."
            )
        known[one.code] = one
    return known
