"""The catalogue of a check: core rules and figures, and the sectors that it needs."""

import functools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import attrs

from zest.catalogue import Catalogue, by_code
from zest.errors import DuplicateCodeError, EditionError
from zest.findings import Finding
from zest.law import core_law, gather
from zest.plugins.discovery import discover, foreign
from zest.plugins.origin import Answered, Loaded, Refused, refuse
from zest.plugins.policy import LENIENT, Policy
from zest.plugins.resolution import resolve
from zest.rule import Rule
from zest.sector import written_rules

if TYPE_CHECKING:
    from zest.indicators.indicator import Indicator


@attrs.frozen(kw_only=True)
class Assembly:
    """What a check rests on, and what could not be had.

    Attributes:
        catalogue: rules, figures and facts of the sectors at hand.
        loaded: sectors at hand.
        refused: sectors asked for that are missing, broken or of another contract.
    """

    catalogue: Catalogue
    loaded: tuple[Loaded, ...] = ()
    refused: tuple[Refused, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The refusals, as findings."""
        return tuple(r.finding() for r in self.refused)

    @property
    def indicators(self) -> "tuple[Indicator, ...]":
        """Measures that the sectors at hand add to the core's."""
        return tuple(indicator for one in self.loaded for indicator in one.sector.indicators)

    @property
    def labels(self) -> tuple[str, ...]:
        """Slug and edition of each sector at hand, for a report."""
        return tuple(f"{one.origin.slug} {one.sector.profile.edition}" for one in self.loaded)


class _PrefixTakenError(DuplicateCodeError):
    """Two sectors begin the codes of their rules alike: either may be the one to change."""


_ANOTHER_PREFIX = (
    "Donnez un autre préfixe à l'un des deux : « prefix » dans sector.toml, et le début de ses codes."
)


@functools.cache
def core_rules() -> tuple[Rule, ...]:
    """Return the rules that zest itself ships: they are found by walking the package, like anyone's."""
    return tuple(written_rules("zest.rules"))


def assemble(slugs: Iterable[str], given: Iterable[Answered] = (), policy: Policy = LENIENT) -> Assembly:
    """Load the sectors of those names, what they extend, and those already loaded (local folders).

    Never raises for what a plugin does: what fails is in ``refused``.
    """
    wanted = dict.fromkeys((*slugs, *(one.slug for one in policy.required)))
    made = _gather(resolve(wanted, given, policy))
    return attrs.evolve(made, refused=(*made.refused, *_unmet(made, policy)))


def assemble_all(policy: Policy = LENIENT, given: Iterable[Answered] = ()) -> Assembly:
    """Load every installed sector beside those given; those of another contract are among the refused."""
    assembly = assemble(discover(external=policy.external), given, policy)
    return attrs.evolve(assembly, refused=(*assembly.refused, *foreign(external=policy.external)))


def _gather(results: Iterable[Loaded | Refused]) -> Assembly:
    """Put sectors together one after the other; one that clashes with those before it is refused."""
    core = Catalogue(rules=by_code(core_rules()), law=core_law())
    assembly = Assembly(catalogue=core)
    for one in results:
        if isinstance(one, Refused):
            assembly = attrs.evolve(assembly, refused=(*assembly.refused, one))
            continue
        try:
            catalogue = _with(assembly, one)
        except (DuplicateCodeError, EditionError) as error:
            code = "Z022" if isinstance(error, DuplicateCodeError) else "Z026"
            told = refuse(one.origin, code, str(error))
            if isinstance(error, _PrefixTakenError):
                told = attrs.evolve(told, remedy=_ANOTHER_PREFIX)
            assembly = attrs.evolve(assembly, refused=(*assembly.refused, told))
        else:
            assembly = attrs.evolve(assembly, catalogue=catalogue, loaded=(*assembly.loaded, one))
    return assembly


def _with(assembly: Assembly, one: Loaded) -> Catalogue:
    """Add a sector to a catalogue.

    Raises:
        DuplicateCodeError: its prefix, a code or a figure is another's; both owners are named.
        EditionError: what it extends was refused for such a reason.
    """
    catalogue, sector, profile = assembly.catalogue, one.sector, one.sector.profile
    if gone := [slug for slug in profile.extends if slug not in catalogue.sectors]:
        raise EditionError(
            f"L'édition régionale « {profile.slug} » ({one.origin}) prolonge « {gone[0]} », qui est refusé."
        )
    for other in assembly.loaded:
        if profile.prefix == other.sector.profile.prefix:
            owners = " et par ".join(f"« {who.slug} » ({who})" for who in (other.origin, one.origin))
            raise _PrefixTakenError(f"Le préfixe {profile.prefix} est donné deux fois, par {owners}.")
    return Catalogue(
        rules=by_code((*catalogue.rules.values(), *sector.rules)),
        law=gather((*catalogue.law.figures.values(), *sector.figures)),
        sectors={**catalogue.sectors, profile.slug: profile},
        overrides={**catalogue.overrides, profile.slug: sector.overrides}
        if sector.overrides
        else catalogue.overrides,
    )


def _unmet(made: Assembly, policy: Policy) -> Iterator[Refused]:
    """Yield a refusal for each requirement that a sector at hand does not meet; one that is missing is told already."""
    at_hand = {one.origin.slug: one for one in made.loaded}
    for asked in policy.required:
        one = at_hand.get(asked.slug)
        if one and not asked.met(one.sector.profile.edition):
            yield Refused(
                origin=one.origin,
                code="Z025",
                cause=(
                    f"Le secteur « {asked.slug} » est là dans son édition {one.sector.profile.edition} "
                    f"({one.origin}) ; la commande demande {asked}."
                ),
                remedy="Installez une version du greffon qui porte cette édition, ou changez --require.",
            )
