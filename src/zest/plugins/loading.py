"""One sector, from its entry point or its folder to a value, or to the reason why not."""

import re
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import pluggy

from zest import hookspecs
from zest.contract import CONTRACT
from zest.errors import ContractError, PluginError
from zest.plugins.acceptance import accept
from zest.plugins.containment import Overtime, describe, ended, limited
from zest.plugins.discovery import Found
from zest.plugins.noise import overheard
from zest.plugins.origin import Answered, Loaded, Origin, Unlaid, refuse
from zest.plugins.policy import LENIENT, Policy
from zest.plugins.rollback import rolled_back
from zest.sector import Sector, read_identity

if TYPE_CHECKING:
    from zest.plugins.acceptance import Published


def load(found: Found, policy: Policy = LENIENT) -> Answered:
    """Import a plugin, register it, call its hook and check what it returns. Never raises."""
    stage = "ne s'importe pas"
    try:
        with _contained(found.origin, _package(found.origin), policy) as notes:
            _require_reference(found.origin)
            module = found.entry.load()
            stage = "est refusé à l'enregistrement"
            hooks = _register(module, found.origin.slug)
            stage = "échoue quand on lui demande son secteur"
            answers = hooks.zest_sector()
            stage = "rend un secteur que le contrat refuse"
            published = _accepted(answers, found.origin, policy, notes)
            stage = "est refusé en mode strict"
        return _answered(published, found.origin, notes)
    except ContractError as error:
        who = f"Le greffon « {found.origin.slug} » ({found.origin})"
        return refuse(found.origin, "Z023", f"{who} est refusé pour son contrat : {error}")
    except KeyboardInterrupt:
        # It is the user's, and no plugin's.
        raise
    except BaseException as error:  # noqa: BLE001  # a plugin may raise anything
        words = describe(error, _package(found.origin))
        cause = f"Le greffon « {found.origin.slug} » ({found.origin}) {stage} : {ended(words)}"
        return refuse(found.origin, "Z022", cause)


_REFERENCE = re.compile(r"[\w.]+\s*(:\s*[\w.]+\s*)?(\[.*\]\s*)?")


def _require_reference(origin: Origin) -> None:
    """Look at what an entry point names before anyone does anything of it.

    Raises:
        PluginError: it names no module.
    """
    if not origin.local and not _REFERENCE.fullmatch(origin.module):
        raise PluginError(f"son point d'entrée, « {origin.module} », ne nomme pas un module")


def _package(origin: Origin) -> str:
    """Return the top package of a plugin: what its entry point names, or the name of its folder."""
    return Path(origin.module).resolve().name if origin.local else re.split(r"[.:]", origin.module)[0]


def load_folder(folder: Path, name: str, policy: Policy = LENIENT) -> Answered:
    """Load an unpackaged sector or edition, its data only. Never raises."""
    origin = Origin(slug=name, module=str(folder), local=True, named=lambda: ("local", ""))
    try:
        with _contained(origin, "", policy) as notes:
            read = _read(folder)
            slug = read.profile.slug if isinstance(read, Sector) else read.identity.slug
            origin = attrs.evolve(origin, slug=slug)
            published = _accepted([read], origin, policy, notes)
        return _answered(published, origin, notes)
    except ContractError as error:
        return refuse(origin, "Z023", str(error))
    except (Exception, Overtime) as error:  # noqa: BLE001  # no code of the folder runs
        return refuse(
            origin, "Z022", f"Le secteur du dossier « {name} » ne se charge pas : {ended(describe(error))}"
        )


def _read(folder: Path) -> "Published":
    """Read a folder as what its ``sector.toml`` says that it is."""
    if not read_identity(folder).extends:
        return Sector.from_folder(folder)
    from zest.edition.regional import RegionalEdition  # its classes take time to make

    return RegionalEdition.from_folder(folder)


@contextmanager
def _contained(origin: Origin, package: str, policy: Policy) -> Generator[list[str], None, None]:
    """Give a plugin its time, hear what it says, and leave no trace of one that fails."""
    with rolled_back(package), limited():
        with overheard(origin) as notes:
            yield notes
        if policy.strict and notes:
            raise PluginError(" ; ".join(notes))


def _accepted(answers: list["Published"], origin: Origin, policy: Policy, notes: list[str]) -> "Published":
    """Hold an answer to the contract, and note what its author will have to change."""
    published = accept(answers, origin, policy)
    identity = published.profile if isinstance(published, Sector) else published.identity
    notes += filter(None, [CONTRACT.farewell(identity.contract)])
    return published


def _answered(published: "Published", origin: Origin, notes: list[str]) -> Answered:
    told = tuple(notes)
    if isinstance(published, Sector):
        return Loaded(origin=origin, sector=published, notes=told)
    return Unlaid(origin=origin, edition=published, notes=told)


def _register(module: object, slug: str) -> hookspecs.Hooks:
    """Register one plugin in a manager of its own, so that it can disturb no other."""
    manager = pluggy.PluginManager("zest")
    manager.add_hookspecs(hookspecs)
    manager.register(module, slug)
    manager.check_pending()
    return hookspecs.hooks_of(manager)
