"""YAML as plain data, when the optional dependency that reads it is installed."""

import importlib.util
from typing import Any

from zest.errors import MissingExtraError
from zest.io.places import Node


def parse(text: str) -> Any:
    """Read a text of the strict subset of YAML 1.2 that `zest.io.yaml_build` describes.

    Raises:
        FaultError: The text breaks the syntax, or uses what the subset leaves out.
        MissingExtraError: You have not installed the ``yaml`` extra.
    """
    return _build(text)[0]


def scan(text: str) -> Node:
    """Give the place of each key and value of a text that `parse` accepted."""
    return _build(text)[1]


def _build(text: str) -> tuple[Any, Node]:
    if importlib.util.find_spec("yaml") is None:
        raise MissingExtraError(
            "Lire un fichier YAML demande un composant qui n'est pas installé ; "
            'installez-le avec : pip install "zest-coorace[yaml]".'
        )
    from zest.io import yaml_build

    return yaml_build.build(text)
