"""The libraries that workbooks need, and what to type when they are absent."""

import importlib.util

from zest.errors import MissingExtraError


def require(module: str) -> None:
    """Refuse to go on without a module.

    Raises:
        MissingExtraError: You have not installed the ``tableur`` extra.
    """
    if importlib.util.find_spec(module) is None:
        raise MissingExtraError(
            "Lire ou écrire un dossier en classeur demande des composants qui ne sont pas installés ; "
            'installez-les avec : pip install "zest-coorace[tableur]".'
        )
