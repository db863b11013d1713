"""A kit put on disk whole, or not at all; what somebody has changed by hand since is never lost."""

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from zest.documents.errors import KitError
from zest.documents.making import Made
from zest.placing import beside

MANIFEST = "kit.json"
SCHEMA = "zest-kit/1"


class Shelf:
    """A folder beside the kit that becomes the kit when all went well.

    Within its block, files are added; ``close`` puts them in place. Left without closing, nothing is left behind.
    """

    def __init__(self, target: Path, *, force: bool = False, keep: bool = False) -> None:
        """Look at what is there.

        Args:
            target: the folder of the kit.
            force: whether what was changed by hand since may be replaced.
            keep: whether the documents that are not made again stay.

        Raises:
            KitError: what is there is no kit, or was changed by hand.
        """
        self.target: Path = target
        self.beside: Path = target
        self._stack = contextlib.ExitStack()
        self.entries: dict[str, dict[str, Any]] = {}
        self.before: Mapping[str, Mapping[str, Any]] = _before(target, force=force)
        self.keep: bool = keep

    def __enter__(self) -> Self:
        """Make the folder beside."""
        self.beside = self._stack.enter_context(beside(self.target, parents=True))
        self.beside.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave nothing behind."""
        self._stack.__exit__(kind, error, trace)

    def add(self, made: Made) -> None:
        """Write one file."""
        file = self.beside / made.path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(made.content)
        digest = hashlib.sha256(made.content).hexdigest()
        told = {"title": made.title, "label": made.label, "bytes": len(made.content), "sha256": digest}
        self.entries[made.path] = told

    def close(self, name: str, page: bytes) -> None:
        """Put the kit of the collective of that name in place, with its index page."""
        (self.beside / "index.html").write_bytes(page)
        told = {"schema": SCHEMA, "name": name, "files": self.entries}
        text = json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (self.beside / MANIFEST).write_text(text, "utf-8", newline="\n")
        _swap(self.beside, self.target)

    def keep_others(self, titles: Sequence[str]) -> None:
        """Take over the documents of the kit that are not made again, then put all in the order of their titles."""
        for path, told in self.before.items():
            if self.keep and path not in self.entries:
                file = self.beside / path
                file.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.target / path, file)
                self.entries[path] = dict(told)
        ranks = {title: rank for rank, title in enumerate(titles)}
        ordered = sorted(
            self.entries, key=lambda path: (ranks.get(str(self.entries[path]["title"]), len(ranks)), path)
        )
        self.entries = {path: self.entries[path] for path in ordered}


def _swap(new: Path, target: Path) -> None:
    """Put a folder in the place of another; the old one then takes its place, where all is removed."""
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    if target.exists():
        target.rename(old)
    try:
        new.rename(target)
    except BaseException:
        if old.exists():
            old.rename(target)
        raise
    if old.exists():
        old.rename(new)


def _before(target: Path, *, force: bool) -> Mapping[str, Mapping[str, Any]]:
    """Return what the kit that is there holds.

    Raises:
        KitError: it is no kit, or was changed by hand.
    """
    if not os.path.lexists(target) or (target.is_dir() and not any(target.iterdir())):
        return {}
    shown = target.as_posix()
    if target.is_symlink() or not target.is_dir():
        raise KitError(f"« {shown} » existe déjà et n'est pas un répertoire : donnez un autre nom.")
    told = _manifest(target)
    if told is None:
        raise KitError(f"« {shown} » n'a pas été écrit par « zest kit » : donnez un autre répertoire.")
    changed = [path for path in _files(target) if not _same(target / path, told.get(path))]
    if changed and not force:
        raise KitError(
            f"« {shown}/{changed[0]} » a été ajouté ou modifié depuis que le kit est écrit : "
            "rangez-le ailleurs, ou ajoutez « --force » pour le remplacer."
        )
    return {path: told[path] for path in _files(target) if _same(target / path, told.get(path))}


def _manifest(target: Path) -> Mapping[str, Mapping[str, Any]] | None:
    try:
        told = json.loads((target / MANIFEST).read_text("utf-8"))
        return told["files"] if told["schema"] == SCHEMA else None
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None


def _files(target: Path) -> list[str]:
    every = (file.relative_to(target).as_posix() for file in target.rglob("*") if not file.is_dir())
    return sorted(path for path in every if path not in (MANIFEST, "index.html"))


def _same(file: Path, told: Mapping[str, Any] | None) -> bool:
    try:
        return told is not None and hashlib.sha256(file.read_bytes()).hexdigest() == told["sha256"]
    except (OSError, KeyError, TypeError):
        return False
