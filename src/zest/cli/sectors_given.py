"""Sectors that the command line names: a folder, or one that is installed."""

import os
from collections.abc import Iterable
from pathlib import Path

from zest.cli.errors import WrongUse
from zest.cli.parsing import nearest
from zest.cli.saying import say
from zest.errors import PluginError, UnreadableFileError
from zest.model.profile import SectorProfile
from zest.plugins.assembly import Assembly, assemble, assemble_all
from zest.plugins.discovery import discover
from zest.plugins.local import home_of, load_local
from zest.plugins.origin import Answered
from zest.plugins.policy import LENIENT, Policy
from zest.plugins.resolution import of_other_contract


def local_sectors(folders: Iterable[str], policy: Policy = LENIENT) -> tuple[Answered, ...]:
    """Load each folder; one that is broken is told in the report, as a plugin would be.

    Raises:
        UnreadableFileError: there is no such folder, or no sector in it, or several.
    """
    return tuple(load_local(Path(name), policy) for name in folders)


def holds_sector(path: Path) -> bool:
    """Whether a folder is that of a sector (its project, its package or its data), and not of a dossier."""
    from zest.io.leftovers import MAIN

    if any(os.path.isfile(path / name) for name in MAIN):  # noqa: PTH113  # raises for nothing
        return False
    try:
        home_of(path)
    except UnreadableFileError:
        return False
    return True


def folders_in(words: Iterable[str]) -> list[str]:
    """Return those of the words that name a folder and no installed sector."""
    index = discover()
    return [word for word in words if word not in index and Path(word).exists()]


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


def every_sector(policy: Policy = LENIENT, folders: Iterable[str] = ()) -> Assembly:
    """Load every installed sector; those that fail are told on standard error, since the answer lacks them.

    Raises:
        PluginError: the command line requires one of them.
        UnreadableFileError: a folder holds no sector.
    """
    assembly = complete(assemble_all(policy, local_sectors(folders, policy)), policy)
    for one in assembly.refused:
        say(f"{one.cause} Cette réponse ne tient pas compte du secteur « {one.origin.slug} ».")
    return assembly


def sector_named(
    word: str, folders: Iterable[str] = (), what: str = "n'est pas un secteur installé"
) -> Assembly:
    """Load one sector, the last of what is loaded: of a folder given beside, installed, or named by its own folder.

    Raises:
        WrongUse: there is none of that name.
        PluginError: there is one, and it is broken.
    """
    itself = folders_in([word])
    given = local_sectors([*folders, *itself])
    slug = given[-1].origin.slug if itself else word
    known = [*(one.origin.slug for one in given), *discover()]
    if slug not in known:
        if stranger := of_other_contract(slug):
            raise PluginError(f"{stranger.cause} {stranger.remedy}")
        raise WrongUse(f"« {word} » {what}{nearest(word, known)}")
    # What is named comes last, so that what it may extend is there before it.
    assembly = assemble((slug,), sorted(given, key=lambda one: one.origin.slug == slug))
    for one in assembly.refused:
        if one.origin.slug == slug:
            raise PluginError(one.cause)
    return assembly


def last(assembly: Assembly) -> SectorProfile:
    """Return the facts of the last sector that was loaded: the one that was named, after what it extends."""
    return assembly.loaded[-1].sector.profile
