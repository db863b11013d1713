"""``zest check --watch``: again each time something is saved, until it is interrupted."""

import importlib.util
from collections.abc import Callable, Iterable
from pathlib import Path

from zest.cli.saying import say
from zest.errors import MissingExtraError, ZestError


def watch(path: str, again: Callable[[], int], changes: "Iterable[object] | None" = None) -> int:
    """Run once, then at each change of a dossier; return the last exit code when there is nothing more to wait for.

    Args:
        path: what is watched, folder or file.
        again: checks, and shows.
        changes: what tells of each change; the file system when left out.

    Raises:
        MissingExtraError: You have not installed the ``watch`` extra.
    """
    source = _changes(path) if changes is None else changes
    code = _once(again)
    for _ in source:
        say(f"« {path} » a changé.")
        code = _once(again)
    return code


def _once(again: Callable[[], int]) -> int:
    """Check; what is being typed may be unreadable for a moment, and the next save mends it."""
    try:
        return again()
    except ZestError as error:
        say(str(error))
        return 2


def _changes(path: str) -> Iterable[object]:
    if importlib.util.find_spec("watchfiles") is None:
        raise MissingExtraError(
            "Vérifier à chaque enregistrement demande un composant qui n'est pas installé ; "
            'installez-le avec : pip install "zest-coorace[watch]".'
        )
    from watchfiles import watch as watched

    given = Path(path)
    # An editor saves by putting another file in place: the folder is watched, not the file.
    folder = given if given.is_dir() else given.resolve().parent
    only = None if given.is_dir() else given.name
    say(f"« {path} » sera vérifié à chaque enregistrement ; Ctrl-C pour finir.")
    return watched(folder, watch_filter=lambda _, name: only is None or Path(name).name == only)
