"""Data files that zest and its plugins ship: read whole, structured strictly, refused with their place."""

import functools
import math
import os
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

import attrs

from zest.errors import DataFileError
from zest.structuring import KeyPath, fit

T = TypeVar("T")


def read_table(file: Path) -> dict[str, Any]:
    """Read one TOML file of a package.

    Raises:
        DataFileError: the file is absent, is no file, is not UTF-8 or is not TOML.
    """
    try:
        # A pipe or a device would be waited for, or never end.
        data = file.read_bytes() if file.is_file() else None
    except OSError:
        data = None
    if data is None:
        raise DataFileError(f"{file} : {_unreadable(file)}")
    try:
        return tomllib.loads(data.decode("utf-8-sig"), parse_float=functools.partial(_finite, file))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataFileError(
            f"{file}:{line} : ce fichier n'est pas en UTF-8 ; ré-enregistrez-le en UTF-8."
        ) from None
    except (ValueError, RecursionError) as error:
        raise DataFileError(f"{file}{_spot(str(error))} : la syntaxe TOML est fautive ici.") from None


def _finite(file: Path, words: str) -> float:
    """Read a number; with one that is none, every comparison would be false, and a rule silent for ever.

    Raises:
        DataFileError: it is infinite, or no number.
    """
    number = float(words)
    if not math.isfinite(number):
        raise DataFileError(f"{file} : « {words} » n'est pas un nombre ordinaire ; écrivez-en un.")
    return number


def _unreadable(file: Path) -> str:
    if file.is_dir():
        return "c'est un répertoire ; il faut ici un fichier."
    if not there(file):
        return "ce fichier est attendu, et il n'y est pas."
    return "ce fichier n'est pas lisible ; vérifiez ses droits, et où mène le lien si c'en est un."


def there(path: Path) -> bool:
    """Whether something bears this name: what is there and cannot be read is a fault, and no absence."""
    return os.path.lexists(path)


def tables_in(folder: Path) -> list[Path]:
    """Return what a folder of TOML files holds under such names, in the order of names; nothing when it is absent.

    Raises:
        DataFileError: it is no folder, or may not be looked into.
    """
    if not there(folder):
        return []
    try:
        return sorted((one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda f: f.name)
    except OSError:
        raise DataFileError(f"{folder} : il faut ici un répertoire que l'on puisse lire.") from None


def _spot(words: str) -> str:
    """Return the line and the column that tomllib tells in English, as places are written."""
    found = re.search(r"\(at line (\d+), column (\d+)\)", words)
    return f":{found[1]}:{found[2]}" if found else ""


def build(kind: type[T], raw: object, file: object) -> T:
    """Structure plain data of ``file`` as ``kind``.

    Raises:
        DataFileError: with one line for each thing that does not fit, at its path.
    """
    fitted = fit(kind, raw)
    if fitted.value is None or fitted.misfits:
        lines = [f"{file}, {spell(m.path)} : {m.message}" for m in fitted.misfits]
        raise DataFileError("\n".join(lines))
    return fitted.value


def spell(path: KeyPath) -> str:
    """Write a path as people read it: ``jobs[2].codes``."""
    words = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return words.lstrip(".") or "le fichier"


def keyed(kind: type[T], file: Path, name: str) -> dict[str, T]:
    """Read a file whose tables are objects; each table's name becomes the object's ``name`` field.

    Raises:
        DataFileError: the file does not hold what it must.
    """
    tables = read_table(file)
    if misplaced := [key for key, table in tables.items() if not isinstance(table, dict)]:
        raise DataFileError(f"{file}, {misplaced[0]} : il faut ici une table.")
    return {key: build(kind, {name: key, **table} if name else table, file) for key, table in tables.items()}


@attrs.frozen(eq=False)
class Late(Mapping[str, T], Generic[T]):
    """A mapping that is read when first asked for, once, so that a check does not pay for what it leaves.

    Attributes:
        read: reads it; may raise ``DataFileError``, at the first use and not before.
    """

    read: Callable[[], Mapping[str, T]]

    @functools.cached_property
    def _all(self) -> Mapping[str, T]:
        return self.read()

    def __getitem__(self, key: str) -> T:
        return self._all[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)


@attrs.frozen(eq=False)
class OneByOne(Mapping[str, T], Generic[T]):
    """A mapping whose keys are known and whose values are read one by one, each once.

    Attributes:
        readers: for each key, what reads its value; may raise ``DataFileError``.
    """

    readers: Mapping[str, Callable[[], T]]
    _read: dict[str, T] = attrs.field(factory=dict, init=False, repr=False)

    def __getitem__(self, key: str) -> T:
        if key not in self._read:
            self._read[key] = self.readers[key]()
        return self._read[key]

    def __contains__(self, key: object) -> bool:
        return key in self.readers

    def __iter__(self) -> Iterator[str]:
        return iter(self.readers)

    def __len__(self) -> int:
        return len(self.readers)
