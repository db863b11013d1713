"""Every dossier below a folder."""

import os
from collections.abc import Iterator
from pathlib import Path

from zest.cli.errors import WrongUse


def dossiers_below(root: Path) -> Iterator[Path]:
    """Yield the folders that hold a dossier, in order; what is inside one is part of it.

    Those that may not be looked into come last: whether they hold one is not known, and is told.

    Raises:
        WrongUse: there is no such folder, or no dossier in it.
    """
    from zest.io.leftovers import MAIN

    if not root.is_dir():
        raise WrongUse(f"« {root.as_posix()} » n'est pas un répertoire.")
    found = False
    closed: list[Path] = []
    for place, inner, names in os.walk(root, onerror=lambda error: closed.append(Path(str(error.filename)))):
        inner.sort()
        if set(MAIN) & set(names):
            found = True
            inner.clear()
            yield Path(place)
    yield from closed
    if not found and not closed:
        raise WrongUse(f"« {root.as_posix()} » ne contient aucun dossier : aucun fichier « {MAIN[0]} ».")
