"""How a sector comes before the kit: by the name of what is installed, or by its folder."""

import importlib.util
from collections.abc import Iterable
from pathlib import Path

from zest.errors import UnreadableFileError
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.discovery import discover
from zest.plugins.local import home_of, load_local, origin_of
from zest.plugins.origin import Origin
from zest.plugins.resolution import of_other_contract
from zest.structuring import suggest
from zest.testing.kit.candidate import Candidate


def candidate(word: str, beside: Iterable[str] = ()) -> Candidate:
    """Return the sector of that name, or of that folder; a name wins where both exist.

    Args:
        word: name or folder.
        beside: folders of sectors that it may extend, and that are not installed.

    Raises:
        UnreadableFileError: it is neither.
    """
    index = discover()
    if word in index or of_other_contract(word):
        return installed(word)
    if Path(word).exists():
        return of_folder(Path(word), map(Path, beside))
    near = suggest(word, index)
    raise UnreadableFileError(f"« {word} » n'est ni un répertoire ni un secteur installé{near}")


def of_folder(folder: Path, beside: Iterable[Path] = ()) -> Candidate:
    """Return the sector of a folder, with those of other folders that it may extend.

    Raises:
        UnreadableFileError: there is no such folder, or no sector in it, or several.
    """
    home = home_of(folder)
    given = [load_local(one) for one in (*beside, folder)]
    return Candidate(origin=origin_of(home), home=home, assembly=assemble((), given))


def installed(slug: str) -> Candidate:
    """Return an installed sector, or the reason why it cannot be had."""
    made = assemble((slug,))
    every = [one.origin for one in made.loaded] + [one.origin for one in made.refused]
    origin = next(origin for origin in every if origin.slug == slug)
    return Candidate(origin=origin, home=_home(made, origin), assembly=made)


def _home(made: Assembly, origin: Origin) -> Path | None:
    """Return where the files are, without importing what was refused."""
    for one in made.loaded:
        if one.origin.slug == origin.slug:
            return one.sector.folder
    module = origin.module.partition(":")[0]
    try:
        spec = importlib.util.find_spec(module.partition(".")[0]) if module else None
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None
