"""Sectors that are a folder and not an installed plugin."""

from collections.abc import Iterable
from pathlib import Path

from zest.cli.errors import WrongUse
from zest.plugins.loading import load_folder
from zest.plugins.origin import Loaded, Refused


def local_sectors(folders: Iterable[str]) -> tuple[Loaded | Refused, ...]:
    """Load each folder; one that is broken is told in the report, as a plugin would be.

    Raises:
        WrongUse: there is no such folder, or it holds no ``sector.toml``.
    """
    return tuple(load_folder(_folder(name), Path(name).name) for name in folders)


def _folder(name: str) -> Path:
    folder = Path(name)
    if not folder.is_dir():
        raise WrongUse(f"le répertoire de secteur « {name} » n'existe pas.")
    if not (folder / "sector.toml").is_file():
        raise WrongUse(f"le répertoire « {name} » ne contient pas de fichier « sector.toml ».")
    return folder
