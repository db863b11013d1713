"""The libraries that pages need, and what to type when they are absent."""

import importlib.util

from zest.errors import MissingExtraError


def require(*modules: str) -> None:
    """Refuse to go on without those modules.

    Raises:
        MissingExtraError: You have not installed the ``report`` extra.
    """
    if any(importlib.util.find_spec(name) is None for name in modules):
        raise MissingExtraError(
            "Écrire un rapport demande des composants qui ne sont pas installés ; installez-les avec : "
            'pip install "zest-coorace[report]".'
        )
