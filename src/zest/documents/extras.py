"""Libraries that documents are made with: when one is missing, how to install it."""

import importlib.util

from zest.errors import MissingExtraError


def require_library(module: str, name: str, what: str, extra: str) -> None:
    """Refuse in French where a library is missing.

    Args:
        module: its name for Python.
        name: its name for people.
        what: French; the documents that it makes.
        extra: that installs it.

    Raises:
        MissingExtraError: it is not installed.
    """
    if importlib.util.find_spec(module) is None:
        raise MissingExtraError(
            f"Les documents {what} demandent {name}, qui n'est pas installé : "
            f"« pip install 'zest-coorace[{extra}]' »."
        )
