"""The catalogue of a check: core rules and figures, and the sectors that it needs."""

import functools
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from zest.catalogue import Catalogue, by_code
from zest.errors import DuplicateCodeError
from zest.findings import Finding
from zest.law import core_law, gather
from zest.plugins.discovery import Found, discover, foreign
from zest.plugins.loading import load, refuse
from zest.plugins.origin import Loaded, Origin, Refused
from zest.rule import Rule
from zest.sector import written_rules
from zest.structuring import suggest

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


@functools.cache
def core_rules() -> tuple[Rule, ...]:
    """Return the rules that zest itself ships: they are found by walking the package, like anyone's."""
    return tuple(written_rules("zest.rules"))


def assemble(slugs: Iterable[str], given: Iterable[Loaded | Refused] = ()) -> Assembly:
    """Load the sectors of those names, and add those already loaded (local folders).

    Never raises for what a plugin does: what fails is in ``refused``.
    """
    given = tuple(given)
    local = {one.origin.slug for one in given}
    wanted = [slug for slug in dict.fromkeys(slugs) if slug not in local]
    index = discover() if wanted else {}
    return _gather((*given, *(sector_named(slug, index) for slug in wanted)))


def assemble_all() -> Assembly:
    """Load every installed sector; those of another contract are among the refused."""
    assembly = assemble(discover())
    return attrs.evolve(assembly, refused=(*assembly.refused, *foreign()))


def sector_named(slug: str, index: Mapping[str, tuple[Found, ...]]) -> Loaded | Refused:
    """Load the one sector of that name, or say why there is none."""
    found = index.get(slug, ())
    if len(found) == 1:
        return load(found[0])
    origin = Origin(slug=slug, module="", named=lambda: (f"zest-{slug}", ""))
    if other := next((one for one in foreign() if not found and one.origin.slug == slug), None):
        return other
    if not found:
        return refuse(
            origin, "Z021", f"Le greffon du secteur « {slug} » n'est pas installé{suggest(slug, index)}"
        )
    owners = ", ".join(str(one.origin) for one in found)
    return refuse(
        origin, "Z022", f"Le secteur « {slug} » est publié plusieurs fois, par {owners} : aucun n'est pris."
    )


def _gather(results: Iterable[Loaded | Refused]) -> Assembly:
    """Put sectors together one after the other; one that clashes with those before it is refused."""
    core = Catalogue(rules=by_code(core_rules()), law=core_law())
    assembly = Assembly(catalogue=core)
    for one in results:
        if isinstance(one, Refused):
            assembly = attrs.evolve(assembly, refused=(*assembly.refused, one))
            continue
        try:
            catalogue = _with(assembly.catalogue, one)
        except DuplicateCodeError as error:
            refused = (*assembly.refused, refuse(one.origin, "Z022", str(error)))
            assembly = attrs.evolve(assembly, refused=refused)
        else:
            assembly = attrs.evolve(assembly, catalogue=catalogue, loaded=(*assembly.loaded, one))
    return assembly


def _with(catalogue: Catalogue, one: Loaded) -> Catalogue:
    profile = one.sector.profile
    return Catalogue(
        rules=by_code((*catalogue.rules.values(), *one.sector.rules)),
        law=gather((*catalogue.law.figures.values(), *one.sector.figures)),
        sectors={**catalogue.sectors, profile.slug: profile},
    )
