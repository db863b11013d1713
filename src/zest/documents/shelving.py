"""A kit put on disk whole, or not at all; what somebody has put there or changed by hand since is never lost."""

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
            force: whether documents that were changed by hand since may be replaced.
            keep: whether the documents that are not made again stay.

        Raises:
            KitError: what is there is no kit, or was changed by hand.
        """
        self.shown: str = target.as_posix()
        # « . » has no name to put something beside.
        self.target: Path = Path(os.path.abspath(target))  # noqa: PTH100  # a link stays one, to be refused
        if not self.target.name:
            raise KitError(f"« {self.shown} » ne peut pas être un kit : donnez le nom d'un répertoire.")
        self.beside: Path = self.target
        self._stack = contextlib.ExitStack()
        self.entries: dict[str, dict[str, Any]] = {}
        before, foreign = _before(self.target, self.shown, force=force)
        self.before: Mapping[str, Mapping[str, Any]] = before
        self.foreign: tuple[str, ...] = foreign
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
        """Write one file.

        Raises:
            KitError: a file that is no document of the kit stands in its place.
        """
        if made.path in self.foreign:
            raise KitError(
                f"« {self.shown}/{made.path} » n'a pas été écrit par « zest kit », et un document porte ce nom : "
                "rangez-le ailleurs."
            )
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
        """Take over what is not made again, then put all in the order of the titles of documents.

        What is no document of the kit stays in any case.
        """
        for path in self.foreign:
            self._take_over(path)
        for path, told in self.before.items():
            if self.keep and path not in self.entries:
                self._take_over(path)
                self.entries[path] = dict(told)
        ranks = {title: rank for rank, title in enumerate(titles)}
        ordered = sorted(
            self.entries, key=lambda path: (ranks.get(str(self.entries[path]["title"]), len(ranks)), path)
        )
        self.entries = {path: self.entries[path] for path in ordered}

    def _take_over(self, path: str) -> None:
        file = self.beside / path
        file.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(self.target / path, file, follow_symlinks=False)


def _swap(new: Path, target: Path) -> None:
    """Put a folder in the place of another; the old one then takes its place, where all is removed."""
    old = target.with_name(f".{target.name}.{os.getpid()}.old")
    if Path.cwd().is_relative_to(target.resolve()):
        _refill(new, target, old)
        return
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


def _refill(new: Path, target: Path, old: Path) -> None:
    """Put what a folder holds in the place of what another holds.

    The folder itself stays: whoever works in it would be left in one that is gone.
    """
    old.mkdir()
    done: list[tuple[Path, Path]] = []
    try:
        for source, goal in ((target, old), (new, target)):
            for one in sorted(source.iterdir()):
                now = one.rename(goal / one.name)
                done.append((now, one))
    except OSError:
        for now, then in reversed(done):
            now.rename(then)
        raise
    finally:
        shutil.rmtree(old, ignore_errors=True)


def _before(
    target: Path, shown: str, *, force: bool
) -> tuple[Mapping[str, Mapping[str, Any]], tuple[str, ...]]:
    """Return the documents of the kit that is there, then the files that are none.

    Raises:
        KitError: it is no kit, or a document was changed by hand.
    """
    if not os.path.lexists(target) or (target.is_dir() and not any(target.iterdir())):
        return {}, ()
    if target.is_symlink() or not target.is_dir():
        raise KitError(f"« {shown} » existe déjà et n'est pas un répertoire : donnez un autre nom.")
    told = _manifest(target)
    if told is None:
        raise KitError(f"« {shown} » n'a pas été écrit par « zest kit » : donnez un autre répertoire.")
    there = _files(target)
    changed = [path for path in there if path in told and not _same(target / path, told[path])]
    if changed and not force:
        raise KitError(
            f"« {shown}/{changed[0]} » a été modifié depuis que le kit est écrit : "
            "rangez-le ailleurs, ou ajoutez « --force » pour le remplacer."
        )
    return {path: told[path] for path in there if path in told}, tuple(
        path for path in there if path not in told
    )


def _manifest(target: Path) -> Mapping[str, Mapping[str, Any]] | None:
    """Return what the manifest tells of each file, as far as it is what zest writes; nothing where there is none."""
    try:
        told = json.loads((target / MANIFEST).read_text("utf-8"))
        if told["schema"] == SCHEMA:
            return {
                path: one
                for path, one in told["files"].items()
                if isinstance(one, dict) and set(one) >= _ENTRY
            }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    return None


_ENTRY = frozenset({"title", "label", "bytes", "sha256"})


def _files(target: Path) -> list[str]:
    found = (file for file in target.rglob("*") if file.is_symlink() or not file.is_dir())
    every = (file.relative_to(target).as_posix() for file in found)
    return sorted(path for path in every if path not in (MANIFEST, "index.html"))


def _same(file: Path, told: Mapping[str, Any]) -> bool:
    try:
        return bool(hashlib.sha256(file.read_bytes()).hexdigest() == told["sha256"])
    except OSError:
        return False
