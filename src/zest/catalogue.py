"""Rules by code, no code twice; figures; the facts of the sectors at hand, and which of them extends which."""

import functools
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType

import attrs

from zest.errors import DuplicateCodeError, UnknownRuleError
from zest.law import Figure, Law
from zest.model.profile import SectorProfile
from zest.notices import NOTICES, Notice
from zest.rule import Rule


# A rule of anyone's must not change what the others are judged by; a converter that serves three types has none.
def _rules(table: Mapping[str, Rule]) -> Mapping[str, Rule]:
    return MappingProxyType(table)


def _sectors(table: Mapping[str, SectorProfile]) -> Mapping[str, SectorProfile]:
    return MappingProxyType(table)


def _overrides(table: Mapping[str, Mapping[str, Figure]]) -> Mapping[str, Mapping[str, Figure]]:
    return MappingProxyType(table)


@attrs.frozen(kw_only=True)
class Catalogue:
    """Everything that a check rests on besides the dossier.

    Attributes:
        rules: by code, in the order of codes.
        law: every dated figure.
        sectors: facts of the sectors at hand, by slug.
        overrides: by slug of a regional edition, the figures that its offers are judged by instead of its sector's.
    """

    rules: Mapping[str, Rule] = attrs.field(converter=_rules)
    law: Law
    sectors: Mapping[str, SectorProfile] = attrs.field(factory=dict, converter=_sectors)
    overrides: Mapping[str, Mapping[str, Figure]] = attrs.field(factory=dict, converter=_overrides)

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules.values())

    def find(self, word: str) -> Rule | Notice:
        """Return the rule or notice of that code or name.

        Raises:
            UnknownRuleError: there is none; the message names the nearest.
        """
        every = self._every()
        for known in every:
            if word.upper() == known.code or word.lower() == known.name:
                return known
        raise UnknownRuleError(f"Aucune règle « {word} »{_nearest(word, every)}")

    def _every(self) -> tuple[Rule | Notice, ...]:
        return *self.rules.values(), *NOTICES.values()

    def lineage(self, slugs: Iterable[str]) -> tuple[str, ...]:
        """Return sectors and whatever they extend, each once: the rules of all of these judge."""
        if not self._extending:
            return tuple(slugs)
        found: dict[str, None] = {}
        waiting = list(slugs)
        while waiting:
            slug = waiting.pop(0)
            if slug not in found:
                found[slug] = None
                waiting += self._extending.get(slug, ())
        return tuple(found)

    @functools.cached_property
    def _extending(self) -> Mapping[str, tuple[str, ...]]:
        return {slug: profile.extends for slug, profile in self.sectors.items() if profile.extends}

    def laws(self, rule: Rule, slugs: Iterable[str]) -> tuple[tuple[str, Law], ...]:
        """Return the laws by which a rule judges a subject of some sectors, each with the edition that it is of.

        One, without a name, unless a regional edition has changed a figure that the rule reads: then one for each
        value that the figure has among the subject's offers.
        """
        found: dict[tuple[Figure | None, ...], str] = {}
        for slug in slugs:
            if not rule.sector or rule.sector in self.lineage((slug,)):
                held = self.overrides.get(slug, {})
                changed = tuple(held.get(key) for key in rule.figures)
                found.setdefault(changed, slug if any(changed) else "")
        return tuple((slug, self._law_of(slug)) for slug in found.values()) or (("", self.law),)

    def _law_of(self, slug: str) -> Law:
        return Law({**self.law.figures, **self.overrides[slug]}) if slug else self.law

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
                    f"Aucune règle ne commence par « {word} »{_nearest(word, self._every())}"
                )
        kept = {c: r for c, r in self.rules.items() if chosen(c, select, ignore)}
        return attrs.evolve(self, rules=kept)


def _nearest(word: str, known: Iterable[Rule | Notice]) -> str:
    """End a sentence with the nearest code, or else the nearest name: nobody reads hundreds of them."""
    codes, names = zip(*((one.code, one.name) for one in known), strict=True)
    near = get_close_matches(word.upper(), codes, n=1) or get_close_matches(word.lower(), names, n=1)
    return f" ; vouliez-vous dire « {near[0]} » ?" if near else " ; « zest rules » les liste."


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
            raise DuplicateCodeError(f"Le code {one.code} est donné deux fois, {_by(one, known)}.")
        known[one.code] = one
    return known


def _by(one: Rule, known: Mapping[str, Rule]) -> str:
    """Name both owners of a code; where they are one, its two rules."""
    other = known.get(one.code)
    if other is None:
        return f"par zest et par {one.origin}"
    if other.origin != one.origin:
        return f"par {other.origin} et par {one.origin}"
    return f"par {one.origin} : « {other.name} » et « {one.name} »"
