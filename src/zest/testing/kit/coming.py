"""How a sector comes before the kit: by the name of what is installed, or by its folder."""

import importlib.util
from collections.abc import Mapping
from pathlib import Path

from zest.errors import UnreadableFileError
from zest.plugins.assembly import sector_named
from zest.plugins.discovery import Found, discover
from zest.plugins.local import home_of, load_local, origin_of
from zest.plugins.origin import Loaded, Refused
from zest.structuring import suggest
from zest.testing.kit.candidate import Candidate


def candidate(word: str) -> Candidate:
    """Return the sector of that name, or of that folder; a name wins where both exist.

    Raises:
        UnreadableFileError: it is neither.
    """
    index = discover()
    if word in index:
        return installed(word, index)
    if Path(word).exists():
        return of_folder(Path(word))
    near = suggest(word, index)
    raise UnreadableFileError(f"« {word} » n'est ni un répertoire ni un secteur installé{near}")


def of_folder(folder: Path) -> Candidate:
    """Return the sector of a folder.

    Raises:
        UnreadableFileError: there is no such folder, or no sector in it, or several.
    """
    home = home_of(folder)
    return Candidate(origin=origin_of(home), home=home, result=load_local(folder))


def installed(slug: str, index: Mapping[str, tuple[Found, ...]] | None = None) -> Candidate:
    """Return an installed sector, or the reason why it cannot be had."""
    result = sector_named(slug, discover() if index is None else index)
    return Candidate(origin=result.origin, home=_home(result), result=result)


def _home(result: Loaded | Refused) -> Path | None:
    """Return where the files are, without importing what was refused."""
    if isinstance(result, Loaded):
        return result.sector.folder
    module = result.origin.module.partition(":")[0]
    try:
        spec = importlib.util.find_spec(module.partition(".")[0]) if module else None
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None
