"""One sector, from its entry point or its folder to a value, or to the reason why not."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs
import pluggy

from zest import hookspecs
from zest.errors import ContractError
from zest.law import Figure
from zest.model.profile import SectorProfile
from zest.plugins.containment import Overtime, describe, limited
from zest.plugins.discovery import Found
from zest.plugins.origin import Loaded, Origin, Refused
from zest.rule import Answer, Case, Rule
from zest.sector import Sector, check_contract


def load(found: Found) -> Loaded | Refused:
    """Import a plugin, register it, call its hook and check what it returns. Never raises."""
    stage = "ne s'importe pas"
    try:
        with limited():
            module = found.entry.load()
            stage = "est refusé à l'enregistrement"
            hooks = _register(module, found.origin.slug)
            stage = "échoue quand on lui demande son secteur"
            answers = hooks.zest_sector()
            stage = "rend un secteur que le contrat refuse"
            return Loaded(origin=found.origin, sector=_accept(answers, found.origin))
    except ContractError as error:
        return refuse(found.origin, "Z023", str(error))
    except KeyboardInterrupt:
        # It is the user's, and no plugin's.
        raise
    except BaseException as error:  # noqa: BLE001  # a plugin may raise anything
        cause = f"Le greffon « {found.origin.slug} » ({found.origin}) {stage} : {describe(error)}."
        return refuse(found.origin, "Z022", cause)


def load_folder(folder: Path, name: str) -> Loaded | Refused:
    """Load an unpackaged sector, its data only. Never raises."""
    origin = Origin(slug=name, module=str(folder), named=lambda: ("local", ""))
    try:
        with limited():
            sector = Sector.from_folder(folder)
        origin = attrs.evolve(origin, slug=sector.profile.slug)
        return Loaded(origin=origin, sector=_accept([sector], origin))
    except ContractError as error:
        return refuse(origin, "Z023", str(error))
    except (Exception, Overtime) as error:  # noqa: BLE001  # no code of the folder runs
        return refuse(
            origin, "Z022", f"Le secteur du dossier « {name} » ne se charge pas : {describe(error)}."
        )


def refuse(origin: Origin, code: str, cause: str) -> Refused:
    """Refuse a plugin, with the remedy that fits the cause."""
    remedies = {
        "Z021": f"Installez-le (« pip install {origin} »), puis relancez.",
        "Z022": f"Mettez {origin.distribution} à jour, ou prévenez qui le publie ; « zest sectors » redit la cause.",
        "Z023": f"Installez une version de {origin.distribution} faite pour ce zest.",
    }
    return Refused(origin=origin, code=code, cause=cause, remedy=remedies[code])


def _register(module: object, slug: str) -> hookspecs.Hooks:
    """Register one plugin in a manager of its own, so that it can disturb no other."""
    manager = pluggy.PluginManager("zest")
    manager.add_hookspecs(hookspecs)
    manager.register(module, slug)
    manager.check_pending()
    return hookspecs.hooks_of(manager)


def _accept(answers: list[Sector], origin: Origin) -> Sector:
    """Return the sector, its rules signed with its origin.

    Raises:
        ContractError: it accepts no contract that this zest speaks.
        TypeError: it is not one sector, or it holds something else than the contract's classes.
        ValueError: its slug or a code is not its own.
    """
    if len(answers) != 1 or not isinstance(answers[0], Sector):
        kinds = ", ".join(type(a).__name__ for a in answers) or "rien"
        raise TypeError(f"il faut un seul Sector, et non {kinds}")
    sector = answers[0]
    _require_shape(sector)
    # Said only when it fails: naming a distribution reads its metadata.
    check_contract(sector.profile.contract, lambda: f"Le greffon « {origin.slug} » ({origin})")
    if sector.profile.slug != origin.slug:
        raise ValueError(f"son secteur se nomme « {sector.profile.slug} » et non « {origin.slug} »")
    strangers = [r.code for r in sector.rules if r.code[:-3] != sector.profile.prefix]
    if strangers or sector.profile.prefix == "Z":
        raise ValueError(
            f"codes de règle hors du préfixe {sector.profile.prefix} : {', '.join(strangers) or 'Z'}"
        )
    return attrs.evolve(sector, rules=tuple(_signed(rule, origin) for rule in sector.rules))


def _signed(rule: Rule, origin: Origin) -> Rule:
    """Sign a rule with its origin, and give each of its calls the time that a plugin has."""
    check = rule.check

    def in_time(subject: object, case: Case) -> Iterator[Answer]:
        with limited():
            answers = list(check(subject, case))
        yield from answers

    return attrs.evolve(rule, origin=origin, check=in_time)


_TABLES = ("commitments", "agreements", "jobs", "tasks", "permits", "facts", "segment")


def _require_shape(sector: Sector) -> None:
    """Look at what a hook may have put together by hand; what is read later is not read here."""
    profile = sector.profile
    parts: tuple[tuple[type, Iterable[object]], ...] = (
        (SectorProfile, (profile,)),
        (Rule, sector.rules),
        (Figure, sector.figures),
        (Mapping, [getattr(profile, name, {}) for name in _TABLES]),
    )
    for kind, held in parts:
        if odd := [type(part).__name__ for part in held if not isinstance(part, kind)]:
            raise TypeError(f"il faut ici {kind.__name__}, et non {odd[0]}")
