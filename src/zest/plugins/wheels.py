"""A sector that is in a wheel, looked at without installing it."""

import configparser
import zipfile
from pathlib import Path

import attrs

from zest.errors import UnreadableFileError
from zest.plugins.local import load_local
from zest.plugins.origin import Answered
from zest.plugins.policy import LENIENT, Policy
from zest.plugins.rollback import apart
from zest.sector import GROUP

LIMIT = 64 * 1024 * 1024
"""Bytes that a wheel may hold once unpacked; a sector is text, and weighs a hundredth of that."""


def load_wheel(wheel: Path, into: Path, policy: Policy = LENIENT) -> Answered:
    """Unpack a wheel and load the one sector that it publishes.

    Args:
        wheel: file.
        into: empty folder that stays there for as long as the sector is used: some of its files are read late.
        policy: how much the plugin is forgiven.

    Raises:
        UnreadableFileError: it is no wheel, is too large, or publishes no sector or several.
    """
    shown = f"« {wheel.as_posix()} »"
    try:
        with zipfile.ZipFile(wheel) as archive:
            if sum(one.file_size for one in archive.infolist()) > LIMIT:
                raise UnreadableFileError(f"{shown} est trop grand pour être un secteur.")
            module = _module(archive, shown)
            archive.extractall(into)
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, configparser.Error):
        raise UnreadableFileError(f"{shown} n'est pas une archive de greffon (wheel) lisible.") from None
    home = into.joinpath(*module.split("."))
    # What is looked at must not be taken for what is installed.
    with apart(home.name):
        result = load_local(home, policy)
    name, version = (*wheel.name.split("-"), "", "")[:2]
    told = (name.replace("_", "-"), version)
    return attrs.evolve(result, origin=attrs.evolve(result.origin, local=False, named=lambda: told))


def _module(archive: zipfile.ZipFile, shown: str) -> str:
    """Return the module of the one sector that the entry points of a wheel name."""
    (listed,) = (name for name in archive.namelist() if name.endswith(".dist-info/entry_points.txt"))
    points = configparser.ConfigParser(delimiters=("=",))
    points.read_string(archive.read(listed).decode())
    modules = [value.partition(":")[0].strip() for _, value in points.items(GROUP)] if GROUP in points else []
    if len(modules) != 1:
        raise UnreadableFileError(f"{shown} publie {len(modules)} secteurs ; il en faut un.")
    return modules[0]
