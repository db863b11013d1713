"""Sectors by their name, and regional editions laid over the sectors that they extend."""

from collections.abc import Iterable, Mapping
from pathlib import Path

import attrs

from zest.errors import EditionError
from zest.plugins.containment import describe, ended
from zest.plugins.discovery import Found, discover, foreign
from zest.plugins.loading import load
from zest.plugins.origin import Answered, Loaded, Origin, Refused, Unlaid, refuse
from zest.plugins.policy import LENIENT, Policy
from zest.structuring import suggest

Index = Mapping[str, tuple[Found, ...]]


def resolve(slugs: Iterable[str], given: Iterable[Answered], policy: Policy) -> tuple[Loaded | Refused, ...]:
    """Return the sectors of those names and those given, each after what it extends.

    What an edition extends is there as well, unless it could not be had: the refusal of the edition tells it.
    """
    known: dict[str, Answered] = {}
    for one in given:
        slug = one.origin.slug
        known[slug] = _of_two(known[slug], one) if slug in known else one
    wanted = dict.fromkeys((*known, *slugs))
    made = _Resolving(given=known, policy=policy)
    for slug in wanted:
        made.resolve(slug, ())
    return tuple(one for slug, one in made.made.items() if isinstance(one, Loaded) or slug in wanted)


def _of_two(first: Answered, second: Answered) -> Answered:
    """Return a sector that was given twice; where two folders tell one name, to take either would be a guess."""
    places = [Path(one.origin.module) for one in (first, second)]
    if places[0].resolve() == places[1].resolve():
        return second
    named = " et par ".join(f"« {place.as_posix()} »" for place in places)
    return Refused(
        origin=second.origin,
        code="Z022",
        cause=f"Le secteur « {second.origin.slug} » est donné deux fois, par {named} : aucun n'est pris.",
        remedy="Ne donnez que l'un des deux, ou changez le « slug » de l'autre, dans sector.toml.",
    )


@attrs.define
class _Resolving:
    """What was found so far, bases before what extends them; entry points are looked for once, and only when needed."""

    given: Mapping[str, Answered]
    policy: Policy
    made: dict[str, Loaded | Refused] = attrs.field(factory=dict)
    index: Index | None = None

    def resolve(self, slug: str, towards: tuple[str, ...]) -> Loaded | Refused:
        """Return one sector; ``towards`` are the editions that led to it."""
        if slug not in self.made:
            one = self.given[slug] if slug in self.given else self._installed(slug)
            made = self._laid(one, (*towards, slug)) if isinstance(one, Unlaid) else one
            self.made[slug] = made
        return self.made[slug]

    def _installed(self, slug: str) -> Answered:
        if self.index is None:
            self.index = discover(external=self.policy.external)
        return sector_named(slug, self.index, self.policy)

    def _laid(self, one: Unlaid, towards: tuple[str, ...]) -> Loaded | Refused:
        extends = one.edition.identity.extends
        if again := [slug for slug in extends if slug in towards]:
            return _unlaid(one, f"elle se prolonge elle-même : {' → '.join((*towards, again[0]))}")
        bases = [self.resolve(slug, towards) for slug in extends]
        if missing := [base for base in bases if isinstance(base, Refused)]:
            needed = f"{_who(one)} prolonge « {missing[0].origin.slug} », dont elle ne peut se passer."
            return attrs.evolve(missing[0], origin=one.origin, cause=f"{needed} {missing[0].cause}")
        from zest.edition.laying import laid  # most checks name no edition

        try:
            sector = laid(one.edition, [base.sector for base in bases if isinstance(base, Loaded)])
        except Exception as error:  # noqa: BLE001  # an edition made by hand may hold anything
            return _unlaid(one, str(error) if isinstance(error, EditionError) else describe(error))
        return Loaded(origin=one.origin, sector=sector, notes=one.notes)


def _who(one: Unlaid) -> str:
    return f"L'édition régionale « {one.origin.slug} » ({one.origin})"


def _unlaid(one: Unlaid, why: str) -> Refused:
    return refuse(one.origin, "Z026", f"{_who(one)} ne s'applique pas : {ended(why)}")


def sector_named(slug: str, index: Index, policy: Policy) -> Answered:
    """Load the one sector of that name, or say why there is none."""
    found = index.get(slug, ())
    if len(found) == 1:
        return load(found[0], policy)
    origin = Origin(slug=slug, module="", named=lambda: (f"zest-{slug}", ""))
    if found:
        owners = " et par ".join(f"« {one.origin} »" for one in found)
        words = f"Le secteur « {slug} » est publié plusieurs fois, par {owners} : aucun n'est pris."
        remedy = "Désinstallez ce qui est de trop (« pip uninstall »), puis relancez."
        return Refused(origin=origin, code="Z022", cause=words, remedy=remedy)
    if other := of_other_contract(slug, policy):
        return other
    if not policy.external and (aside := discover().get(slug)):
        return _set_aside(aside[0].origin)
    return refuse(
        origin, "Z021", f"Le greffon du secteur « {slug} » n'est pas installé{suggest(slug, index)}"
    )


def of_other_contract(slug: str, policy: Policy = LENIENT) -> Refused | None:
    """Return why the plugin of that name is not even looked for, when it was made for another contract."""
    return next((one for one in foreign(external=policy.external) if one.origin.slug == slug), None)


def _set_aside(origin: Origin) -> Refused:
    return Refused(
        origin=origin,
        code="Z021",
        cause=f"Le greffon « {origin.slug} » ({origin}) n'est pas publié avec zest : --no-external l'écarte.",
        remedy="Retirez --no-external, ou donnez le répertoire du secteur par --sector.",
    )
