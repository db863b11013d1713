"""A folder put in place whole, or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path

from zest.placing import beside


def plant(target: Path, files: Mapping[str, str]) -> None:
    """Write a folder beside its place, then put it there: nobody ever sees half of it.

    Args:
        target: a folder that does not exist yet; the one above it does.
        files: content by path below the folder.

    Raises:
        FileExistsError: there is something there already.
        OSError: the system refuses; nothing is left behind.
    """
    if os.path.lexists(target):
        raise FileExistsError(target)
    with beside(target) as made:
        for name, text in files.items():
            file = made / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8", newline="\n")
        made.rename(target)
