"""A sector under examination: what loaded of it, its files, its sample, and where each thing stands."""

import functools
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from zest.conformance import NotRun, Spot
from zest.datafiles import there
from zest.errors import ZestError
from zest.findings import Finding, Place
from zest.io.document import Document, read_document
from zest.io.places import SyntaxFault
from zest.plugins.assembly import Assembly
from zest.plugins.origin import Origin, Refused
from zest.rule import Rule
from zest.sector import Sector
from zest.testing.kit.laid_samples import edition_sample
from zest.testing.samples import dossier_of, findings_of, sector_sample

FILES_FIRST = "Les fichiers d'abord : corrigez les constats K101 et K102."
RULES_FIRST = "Une règle est en panne : corrigez d'abord les constats K203 et K208."
SAMPLE = "samples/sound.toml"
FOLDERS = ("documents", "indicators", "jobs", "law", "rules", "samples")
"""Folders of a sector whose files are looked at one by one."""


@attrs.frozen(kw_only=True, eq=False)
class Candidate:
    """One sector, asked about by every check.

    Attributes:
        origin: who publishes it.
        home: folder of its files, as the user named it; ``None`` when nobody knows.
        assembly: the core rules beside it, and beside what it extends when it is a regional edition.
    """

    origin: Origin
    home: Path | None
    assembly: Assembly

    @property
    def refusal(self) -> Refused | None:
        """Why there is no sector; ``None`` when there is one."""
        if any(one.origin.slug == self.origin.slug for one in self.assembly.loaded):
            return None
        # One that could not even be read goes by the name of its folder; it was asked for last.
        return self.assembly.refused[-1]

    @functools.cached_property
    def sector(self) -> Sector:
        """The sector itself; for a regional edition, what it makes of the sector that it extends.

        Raises:
            NotRun: it was refused.
        """
        for one in self.assembly.loaded:
            if one.origin.slug == self.origin.slug:
                return one.sector
        raise NotRun("Le secteur ne se charge pas.")

    @property
    def is_edition(self) -> bool:
        """Whether it extends a sector, and so keeps the facts of its trade.

        Raises:
            NotRun: it was refused.
        """
        return self.sector.national is not None

    @property
    def package(self) -> str:
        """Name of its folder, which is that of its package when it has one."""
        return self.home.resolve().name if self.home else ""

    @functools.cached_property
    def sample(self) -> Mapping[str, Any]:
        """The sound sample, as plain data.

        Raises:
            NotRun: there is none.
        """
        try:
            made = edition_sample(self.sector) if self.sector.national else sector_sample(self.sector)
            dossier_of(made)
        except ZestError:
            made = {}
        if made:
            return made
        raise NotRun(FILES_FIRST if self.has_sample else f"Le secteur n'a pas d'échantillon sain ({SAMPLE}).")

    @property
    def has_sample(self) -> bool:
        """Whether something is written in the file of its sound sample."""
        document = self.document(SAMPLE) if self.home else None
        return isinstance(document, SyntaxFault) or bool(document and document.data)

    def breaks(self, finding: Finding) -> bool:
        """Whether a finding tells that a rule or a file of this very sector failed."""
        return finding.apparatus and finding.origin == str(self.origin)

    def found(self, rule: Rule, changes: Mapping[str, Any]) -> tuple[Finding, ...]:
        """Return what one rule alone finds in the sound sample with changes.

        Raises:
            NotRun: there is no sample.
            ValueError: the changes cannot be made, or what they make is no dossier.
        """
        try:
            return findings_of(rule, changes, self.assembly, self.sample)
        except (ZestError, LookupError, TypeError, ValueError) as error:
            raise ValueError(" ".join(f"{error}".split())) from None

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """Paths of its files below its folder, of one folder deep at most."""
        return tuple(self._names()) if self.home else ()

    def _names(self) -> Iterator[str]:
        assert self.home is not None  # noqa: S101  # asked by ``names`` alone
        for folder in (self.home, *(self.home / name for name in FOLDERS)):
            for file in sorted(folder.iterdir()) if folder.is_dir() else ():
                # What bears the name of a file and is none is a fault: K101 tells it.
                if file.is_file() or file.name.endswith(".toml"):
                    yield file.relative_to(self.home).as_posix()

    @functools.cached_property
    def documents(self) -> Mapping[str, Document | SyntaxFault]:
        """Its TOML files, read with their places; those that are empty are left out."""
        told = {name: self.document(name) for name in self.names if name.endswith(".toml")}
        return {name: document for name, document in told.items() if document is not None}

    @functools.cached_property
    def empty(self) -> frozenset[str]:
        """Paths of its TOML files in which nothing is written."""
        told = {name for name in self.names if name.endswith(".toml") and name not in self.documents}
        return frozenset(told)

    def document(self, name: str) -> Document | SyntaxFault | None:
        """Read one file, ``None`` when there is none or it is empty; what else is wrong is told at its place."""
        file = self._file(name)
        try:
            if not there(file) or (file.is_file() and not file.read_bytes().strip()):
                return None
            return read_document(file, file.as_posix())
        except ZestError as error:
            return SyntaxFault(message=str(error), place=Place(file=file.as_posix()))

    def _file(self, name: str) -> Path:
        """Return the path of a file, also of one above the folder (``../../pyproject.toml``)."""
        return Path(os.path.normpath((self.home or Path()) / name))

    def data(self, name: str) -> Mapping[str, Any]:
        """Return what one file holds; nothing when it cannot be read."""
        document = self.documents.get(name)
        return document.data if isinstance(document, Document) else {}

    def place(self, spot: Spot) -> Place:
        """Return where a flaw stands, as far as it can be told."""
        if self.home is None:
            return Place()
        file = self._file(spot.file)
        if spot.line or spot.word or not spot.file.endswith(".toml"):
            return Place(file=file.as_posix(), line=spot.line or _line(file, spot.word))
        document = self.documents.get(spot.file) or self.document(spot.file)
        match document:
            case Document():
                return document.place(spot.path)
            case SyntaxFault():
                return document.place
            case _:
                return Place(file=file.as_posix())

    def spot(self, rule: Rule, *below: str) -> Spot:
        """Return where a rule stands: its table in ``rules.toml``, or its own file."""
        return self.spot_of(rule.code, *below)

    def spot_of(self, code: str, *below: str) -> Spot:
        """Return where the rule of a code stands, were it of a sector that does not load."""
        if code in self.data("rules.toml"):
            return Spot("rules.toml", (code, *below))
        return self.spot_in("rules/", code)

    def spot_in(self, folder: str, word: str) -> Spot:
        """Return where a word stands in the Python files of a folder; the sector as a whole when it does not."""
        written = (name for name in self.names if name.startswith(folder) and name.endswith(".py"))
        named = [name for name in written if _line(self._file(name), word)]
        return Spot(named[-1], word=word) if named else Spot()


def _line(file: Path, word: str) -> int:
    """Return the line on which a word first stands; 0 when it does not, or when there is no word."""
    if not word:
        return 0
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return 0
    return next((rank for rank, line in enumerate(lines, 1) if word in line), 0)
