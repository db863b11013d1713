"""What a check found, in the formats that other programs read: one small module a format.

Importing this package loads none of them.
"""

import importlib
import types
from collections.abc import Mapping

from zest.formats.told import Told

__all__ = ["FORMATS", "Told", "render"]

FORMATS: Mapping[str, str] = types.MappingProxyType({
    "jsonl": "un constat par ligne, en JSON",
    "csv": "un constat par ligne, pour un tableur",
    "markdown": "un résumé, pour un commentaire de demande de fusion",
    "junit": "JUnit XML, pour un tableau de bord d'intégration continue",
    "github": "annotations de GitHub Actions",
    "gitlab": "rapport « Code Quality » de GitLab",
    "sarif": "SARIF 2.1.0, pour l'analyse de code et les éditeurs",
})  # fmt: skip
"""Each format, with what it is for in French; ``text`` and ``json`` are older than these, and are elsewhere."""


def render(name: str, told: Told) -> str:
    """Return an answer in one of these formats; the same to the byte for the same answer.

    Args:
        name: a key of :data:`FORMATS`.
        told: what the check answered.
    """
    module = importlib.import_module(f"zest.formats.{'delimited' if name == 'csv' else name}")
    text: str = module.render(told)
    return text
