"""A file of TOML, JSON or YAML as data, that knows the place of everything it holds."""

import bisect
import functools
import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, Literal, TypeAlias

import attrs

from zest.errors import UnreadableFileError
from zest.findings import Place
from zest.io.files import printable
from zest.io.guards import check_text, first_trouble
from zest.io.places import FaultError, KeyPath, Node, SyntaxFault, offset_of, place_at
from zest.io.text import read_text, require_content

__all__ = ["Document", "Format", "KeyPath", "SyntaxFault", "parse_document", "read_document"]

Format: TypeAlias = Literal["toml", "json", "yaml"]

_FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {"toml": "toml", "json": "json", "yaml": "yaml", "yml": "yaml"}
)


@attrs.frozen(kw_only=True)
class Document:
    """What a file says, and where it says it.

    Attributes:
        file: its name, as to be shown.
        data: what it says: tables, lists, texts, numbers, booleans, dates (TOML and YAML), ``None`` (JSON
            and YAML); depth, size and numbers are bounded.
        text: the text it was read from, lines ending in a line feed.
        format: the syntax it is written in.
    """

    file: str
    data: dict[str, Any]
    text: str = attrs.field(repr=False)
    format: Format

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Give the place of a value, or of its key; of the nearest ancestor when the path is absent.

        The first call goes through the text again; the others only look up.
        """
        offset = offset_of(self._places, path, key=key)
        line = bisect.bisect_right(self._lines, offset)
        return Place(file=self.file, line=line, column=offset - self._lines[line - 1] + 1)

    @functools.cached_property
    def _lines(self) -> list[int]:
        """Where each line begins: to count them again for each of many places takes the square of the text."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @functools.cached_property
    def _places(self) -> Node:
        return _syntax(self.format)[1](self.text)


def read_document(path: Path, shown: str) -> Document | SyntaxFault:
    """Read a file in the syntax that its extension tells.

    Args:
        path: where it is.
        shown: its name in messages and places.

    Raises:
        UnreadableFileError: You gave a file that cannot be read as text, or with another extension.
        MissingExtraError: You gave a YAML file and have not installed the ``yaml`` extra.
    """
    if not os.path.lexists(path):
        # What is not there has no format either.
        read_text(path, shown=shown)
    form = _format(path.suffix.lower().removeprefix("."), shown)
    return _parse(read_text(path, shown=shown), shown, form)


def parse_document(text: str, file: str, format: str) -> Document | SyntaxFault:  # noqa: A002 - its plain name
    """Read a text.

    Args:
        text: the text, with or without a byte order mark, whatever ends its lines.
        file: its name in messages and places.
        format: ``toml``, ``json``, ``yaml`` or ``yml``.

    Raises:
        UnreadableFileError: You gave a blank text, or asked for another format.
        MissingExtraError: You asked for YAML and have not installed the ``yaml`` extra.
    """
    form = _format(format, file)
    require_content(text, file)
    return _parse(text.removeprefix("\ufeff").replace("\r\n", "\n"), file, form)


def _format(name: str, file: str) -> Format:
    if name not in _FORMATS:
        raise UnreadableFileError(
            f"Le fichier « {printable(file)} » n'est pas d'un format que zest sait lire ; "
            "donnez un fichier .toml, .json, .yaml ou .yml, ou un classeur .xlsx ou .ods."
        )
    return _FORMATS[name]


def _parse(text: str, file: str, form: Format) -> Document | SyntaxFault:
    try:
        data = _data(text, form)
    except FaultError as fault:
        return SyntaxFault(message=fault.message, place=place_at(text, fault.offset, file))
    document = Document(file=file, data=data, text=text, format=form)
    if trouble := first_trouble(data):
        return SyntaxFault(message=trouble.message, place=document.place(trouble.path, key=trouble.key))
    return document


def _data(text: str, form: Format) -> dict[str, Any]:
    check_text(text)
    data = _syntax(form)[0](text)
    if not isinstance(data, dict):
        raise FaultError(
            "Le document doit être une table, c'est-à-dire des clés suivies de leurs valeurs ; "
            "donnez un nom à ce qu'il contient."
        )
    return data


def _syntax(form: Format) -> tuple[Callable[[str], Any], Callable[[str], Node]]:
    """Give the parser and the scanner of a format; only the format at hand is imported."""
    match form:
        case "toml":
            from zest.io import toml

            return toml.parse, toml.scan
        case "json":
            from zest.io import json_text

            return json_text.parse, json_text.scan
        case _:
            from zest.io import yaml_text

            return yaml_text.parse, yaml_text.scan
