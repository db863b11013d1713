"""The libraries that tables need, and what to type when they are absent."""

import importlib.util

from zest.errors import MissingExtraError


def require(*modules: str) -> None:
    """Refuse to go on without those modules.

    Raises:
        MissingExtraError: You have not installed the ``records`` extra.
    """
    if any(importlib.util.find_spec(name) is None for name in modules or ("polars", "narwhals")):
        raise MissingExtraError(
            "Lire ou écrire des tableaux de commandes et de missions demande des composants qui ne sont pas "
            'installés ; installez-les avec : pip install "zest-coorace[records]".'
        )
