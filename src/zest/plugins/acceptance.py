"""What a hook returned, held to the contract before anything reads it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs

from zest.contract import CONTRACT
from zest.errors import PluginError
from zest.law import Figure
from zest.model.profile import SectorIdentity, SectorProfile
from zest.plugins.calls import signed
from zest.plugins.late_files import owned, owned_table
from zest.plugins.origin import Origin
from zest.plugins.policy import Policy
from zest.rule import Rule
from zest.sector import Sector

if TYPE_CHECKING:
    from zest.edition.regional import RegionalEdition
    from zest.indicators.indicator import Indicator

    Published = Sector | RegionalEdition


def accept(answers: list["Published"], origin: Origin, policy: Policy) -> "Published":
    """Return the sector or the edition, its rules signed with its origin.

    Raises:
        ContractError: it accepts no contract that this zest speaks.
        PluginError: it is not one sector nor one edition, it holds something else than the contract's classes, or its
            slug or a code is not its own.
    """
    if len(answers) != 1 or not _is_published(answers[0]):
        kinds = ", ".join(type(a).__name__ for a in answers) or "rien"
        raise PluginError(f"il faut un seul Sector, et non {kinds}")
    published = answers[0]
    identity = published.profile if isinstance(published, Sector) else published.identity
    _require_shape(published, identity)
    CONTRACT.agree(identity.contract, lambda: "son secteur")
    _require_own_names(identity, published.rules, origin)
    rules = tuple(signed(rule, origin, strict=policy.strict) for rule in published.rules)
    if not isinstance(published, Sector):
        return attrs.evolve(published, rules=rules)
    return attrs.evolve(
        published,
        profile=owned(published.profile, origin),
        rules=rules,
        columns=owned_table(published.columns, origin),
        indicators=_signed_measures(published, origin),
    )


def _signed_measures(sector: Sector, origin: Origin) -> "tuple[Indicator, ...]":
    if not sector.indicators:
        return ()
    # Late: few sectors measure anything of their own.
    from zest.plugins.measure_calls import signed_measure

    slugs = [one.slug for one in sector.indicators]
    # The name of the sector first, as its prefix in codes: what it measures takes no name from zest, nor from another.
    if strange := [slug for slug in slugs if not slug.startswith(f"{sector.profile.slug}-")]:
        raise PluginError(f"la mesure « {strange[0]} » doit commencer par « {sector.profile.slug}- »")
    if twice := [slug for slug in slugs if slugs.count(slug) > 1]:
        raise PluginError(f"la mesure « {twice[0]} » est donnée deux fois")
    return tuple(signed_measure(one, origin) for one in sector.indicators)


def _is_published(answer: object) -> bool:
    if isinstance(answer, Sector):
        return True
    # Late: most plugins are no edition, and its classes take time to make.
    from zest.edition.regional import RegionalEdition

    return isinstance(answer, RegionalEdition)


def _require_own_names(identity: SectorIdentity, rules: Iterable[Rule], origin: Origin) -> None:
    if identity.slug != origin.slug:
        raise PluginError(f"son secteur se nomme « {identity.slug} » et non « {origin.slug} »")
    if identity.prefix in ("K", "Z"):
        raise PluginError(f"le préfixe {identity.prefix} est celui de zest ; prenez-en un autre")
    if strangers := [r.code for r in rules if r.code[:-3] != identity.prefix]:
        raise PluginError(f"codes de règle hors du préfixe {identity.prefix} : {', '.join(strangers)}")


_TABLES = ("commitments", "agreements", "jobs", "tasks", "permits", "facts", "segment")


def _require_shape(published: "Published", identity: SectorIdentity) -> None:
    """Look at what a hook may have put together by hand; what is read later is not read here."""
    whole = isinstance(published, Sector)
    parts: tuple[tuple[type, Iterable[object]], ...] = (
        (SectorProfile if whole else SectorIdentity, (identity,)),
        (Rule, published.rules),
        (Figure, published.figures),
        (Mapping, [getattr(identity, name, {}) for name in _TABLES] if whole else ()),
    )
    for kind, held in parts:
        if odd := [type(part).__name__ for part in held if not isinstance(part, kind)]:
            raise PluginError(f"il faut ici {kind.__name__}, et non {odd[0]}")
