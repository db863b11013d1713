"""A sector that nobody installed: its project, its package, or its bare folder of data files."""

import contextlib
import importlib.util
import os
import re
import sys
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType

import attrs

from zest.datafiles import read_table
from zest.errors import UnreadableFileError, ZestError
from zest.plugins.discovery import Found
from zest.plugins.loading import load, load_folder
from zest.plugins.origin import Answered, Origin, Refused
from zest.plugins.policy import LENIENT, Policy
from zest.plugins.process import PROCESS

IDENTITY = "sector.toml"
"""The file that makes a folder a sector."""


def home_of(folder: Path) -> Path:
    """Return where the files of a sector lie: the folder itself, or its package when it is a project.

    Raises:
        UnreadableFileError: there is no such folder, or no sector in it, or several.
    """
    if folder.is_file():
        raise UnreadableFileError(
            f"« {folder.as_posix()} » est un fichier ; donnez le répertoire d'un secteur."
        )
    if not folder.is_dir():
        raise UnreadableFileError(f"le répertoire de secteur « {folder.as_posix()} » n'existe pas.")
    places = [folder, *sorted(folder.glob("src/*/")), *sorted(folder.glob("*/"))]
    homes = [place for place in places if os.path.isfile(place / IDENTITY)]  # noqa: PTH113
    if not homes:
        raise UnreadableFileError(
            f"le répertoire « {folder.as_posix()} » ne contient pas de fichier « {IDENTITY} »."
        )
    if len(homes) > 1 and homes[0] != folder:
        several = ", ".join(f"« {home.as_posix()} »" for home in homes)
        raise UnreadableFileError(f"« {folder.as_posix()} » contient plusieurs secteurs : nommez {several}.")
    return homes[0]


def load_local(folder: Path, policy: Policy = LENIENT) -> Answered:
    """Load the sector of a folder as if it were installed, its rules in Python included.

    Never raises for what the folder does; it is called « local ».

    Raises:
        UnreadableFileError: there is no such folder, or no sector in it, or several.
    """
    home = home_of(folder)
    if (home / "__init__.py").is_file():
        result = _load_package(home, policy)
    elif written := sorted(home.glob("rules/*.py")):
        result = _refused(home, f"« {written[0].name} » est une règle en Python, et ce n'est pas un paquet")
    else:
        result = load_folder(home, _name(home), policy)
    if not isinstance(result, Refused):
        return result
    remedy = f"Corrigez le secteur : « zest sector check {folder.as_posix()} » situe chaque faute."
    return attrs.evolve(result, remedy=remedy)


def origin_of(home: Path) -> Origin:
    """Return who a local sector is: the slug that it tells, or the name of its folder."""
    slug = _name(home)
    with contextlib.suppress(ZestError):
        slug = str(read_table(home / IDENTITY).get("slug", slug))
    return Origin(slug=slug, module=str(home), local=True, named=lambda: ("local", ""))


def _refused(home: Path, cause: str) -> Refused:
    words = f"Le secteur du dossier « {_name(home)} » ne se charge pas : {cause}."
    return Refused(origin=origin_of(home), code="Z022", cause=words, remedy="")


_MODULE = re.compile(r"[A-Za-z_]\w*", re.ASCII)


def _load_package(home: Path, policy: Policy) -> Answered:
    if not _MODULE.fullmatch(_name(home)):
        return _refused(home, "un paquet Python n'a que des lettres, des chiffres et « _ » dans son nom")
    return _beside(_name(home), Found(origin_of(home), _Folder(home)), policy)


def _name(home: Path) -> str:
    # « . » has no name of its own.
    return home.resolve().name


@attrs.frozen
class _Folder:
    """Stands where an entry point would."""

    home: Path

    def load(self) -> ModuleType:
        """Import the package from its own folder, whatever else the path holds under its name."""
        name, file = _name(self.home), self.home / "__init__.py"
        loader = SourceFileLoader(name, str(file))
        spec = ModuleSpec(name, loader, origin=str(file), is_package=True)
        spec.has_location, spec.submodule_search_locations = True, [str(self.home)]
        module = sys.modules[name] = importlib.util.module_from_spec(spec)
        loader.exec_module(module)
        return module


def _beside(package: str, found: Found, policy: Policy) -> Answered:
    """Load a package whose name may already be taken; what was there before is there afterwards."""
    with PROCESS:
        before = _taken(package)
        kept = False
        try:
            result = load(found, policy)
            kept = not before and not isinstance(result, Refused)
            return result
        finally:
            if not kept:
                _taken(package)
                sys.modules.update(before)


def _taken(package: str) -> dict[str, ModuleType]:
    """Forget the modules of a package and return them."""
    mine = [name for name in sys.modules if name == package or name.startswith(f"{package}.")]
    return {name: sys.modules.pop(name) for name in mine}
