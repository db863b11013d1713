"""Files of the survey: those given, or those of the folder of public data; else what to download."""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from zest.errors import UnreadableFileError
from zest.opportunities.opening import SUFFIXES

DATA = "ZEST_DATA"
"""Environment variable that names the folder of public data."""

WANTED = (
    "Aucun fichier de l'enquête BMO. Téléchargez sur data.gouv.fr le jeu de données « Enquête Besoins en "
    "main-d'œuvre (BMO) » de France Travail (une édition par année, en classeur ou en CSV) ; donnez-le par "
    f"« --bmo FICHIER », ou mettez-le dans un répertoire que nomme la variable {DATA}."
)


def survey_files(given: Sequence[str]) -> tuple[Path, ...]:
    """Return the files to read: those given, those of the folders given, or those of ``ZEST_DATA``.

    Raises:
        UnreadableFileError: there is none; the message says what to download and where to put it.
    """
    folder = os.environ.get(DATA, "")
    found = tuple(
        dict.fromkeys(path for word in given or [folder] * bool(folder) for path in _in(Path(word)))
    )
    if not found:
        raise UnreadableFileError(f"« {given[0]} » : {WANTED}" if given else WANTED)
    return found


def _in(path: Path) -> Iterator[Path]:
    """Yield the file itself, or the files of a folder whose name says that they are of the survey."""
    if not path.is_dir():
        yield path
        return
    named = sorted(one for one in path.iterdir() if "bmo" in one.name.lower() and one.is_file())
    yield from (one for one in named if one.name.lower().endswith(SUFFIXES) and _is_edition(one))


def _is_edition(path: Path) -> bool:
    """Whether the first row has the columns of the survey; other tables may lie beside it."""
    from zest.opportunities.columns import known_columns, missing
    from zest.opportunities.opening import open_table

    try:
        ranks, year = known_columns([cell or "" for cell in open_table(path).row(0)])
    except UnreadableFileError:
        return False
    return not missing(ranks, year)
