"""Sectors that the command line names: a folder, or one that is installed."""

from collections.abc import Iterable
from pathlib import Path

from zest.cli.errors import WrongUse
from zest.cli.parsing import nearest
from zest.cli.saying import say
from zest.errors import PluginError
from zest.plugins.assembly import Assembly, assemble, assemble_all
from zest.plugins.discovery import discover
from zest.plugins.loading import load_folder
from zest.plugins.origin import Answered
from zest.plugins.policy import LENIENT, Policy


def local_sectors(folders: Iterable[str], policy: Policy = LENIENT) -> tuple[Answered, ...]:
    """Load each folder; one that is broken is told in the report, as a plugin would be.

    Raises:
        WrongUse: there is no such folder, or it holds no ``sector.toml``.
    """
    return tuple(load_folder(_folder(name), Path(name).name, policy) for name in folders)


def _folder(name: str) -> Path:
    folder = Path(name)
    if not folder.is_dir():
        raise WrongUse(f"le répertoire de secteur « {name} » n'existe pas.")
    if not (folder / "sector.toml").is_file():
        raise WrongUse(f"le répertoire « {name} » ne contient pas de fichier « sector.toml ».")
    return folder


def local(folder: str) -> Assembly:
    """Load the sector of a folder, the last of what is loaded.

    Raises:
        PluginError: it is broken.
    """
    assembly = assemble((), local_sectors([folder]))
    if assembly.refused:
        raise PluginError(assembly.refused[0].cause)
    return assembly


def complete(assembly: Assembly, policy: Policy) -> Assembly:
    """Return an assembly that lacks nothing that the command line requires.

    Raises:
        PluginError: a sector of ``--require`` is not at hand in the edition that it asks for, or ``--strict`` forgives
            nothing.
    """
    named = {asked.slug for asked in policy.required}
    for one in assembly.refused:
        if policy.strict or one.origin.slug in named:
            raise PluginError(f"{one.cause} {one.remedy}")
    return assembly


def every_sector(policy: Policy = LENIENT) -> Assembly:
    """Load every installed sector; those that fail are told on standard error, since the answer lacks them.

    Raises:
        PluginError: the command line requires one of them.
    """
    assembly = complete(assemble_all(policy), policy)
    for one in assembly.refused:
        say(f"{one.cause} Cette réponse ne tient pas compte du secteur « {one.origin.slug} ».")
    return assembly


def installed(slug: str, what: str = "n'est pas un secteur installé") -> Assembly:
    """Load one installed sector, the last of what is loaded.

    Raises:
        WrongUse: there is none of that name.
        PluginError: there is one, and it is broken.
    """
    index = discover()
    if slug not in index:
        raise WrongUse(f"« {slug} » {what}{nearest(slug, index)}")
    assembly = assemble((slug,))
    if assembly.refused:
        raise PluginError(assembly.refused[0].cause)
    return assembly
