"""A dossier from a folder or a file: everything wrong in it is told at once, nothing raises for its content."""

import functools
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import attrs

from zest.errors import UnreadableFileError
from zest.findings import Finding, Place
from zest.io.document import Document, KeyPath, SyntaxFault, parse_document, read_document
from zest.io.files import entries
from zest.io.leftovers import MAIN, SHEET_SUFFIXES, SHEETS, unread
from zest.io.logos import logo_findings
from zest.io.rows import Rows, read_rows
from zest.model.dossier import Dossier
from zest.notices import NOTICES
from zest.structuring import Misfitting, fit, original

_CODES = MappingProxyType(
    {"unknown-key": "Z002", "wrong-type": "Z003", "malformed": "Z004", "missing-key": "Z005"}
)


@attrs.frozen(kw_only=True)
class Files:
    """Where each part of a dossier was written.

    Attributes:
        main: the main file.
        parts: one file for each experience sheet.
        first: how many experience sheets the main file holds before those of ``parts``.
        rows: file and row of each object that a record table tells.
        ahead: for each collection, how many of its objects the main file holds before those of ``rows``.
        moved: how the indices of shortened lists moved.
        left_out: original paths of what was left out.
    """

    main: Document
    parts: tuple[Document, ...] = ()
    first: int = 0
    rows: Mapping[str, Sequence[Place]] = attrs.field(factory=dict)
    ahead: Mapping[str, int] = attrs.field(factory=dict)
    moved: Mapping[KeyPath, tuple[int, ...]] = attrs.field(factory=dict)
    left_out: frozenset[KeyPath] = frozenset()

    def place(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path``, a path of the dossier as it is now."""
        return self.written(original(path, self.moved), key=key)

    def written(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path``, a path of the dossier as it was written."""
        match path:
            case ("experiences", int(rank), *inside) if rank >= self.first:
                return self.parts[rank - self.first].place(tuple(inside), key=key)
            case (str(name), int(rank), *_) if name in self.rows and rank >= self.ahead[name]:
                return self.rows[name][rank - self.ahead[name]]
            case _:
                return self.main.place(path, key=key)

    def lost(self, path: KeyPath) -> bool:
        """Whether something at, above or below ``path`` was left out."""
        then = original(path, self.moved)
        return then in self._towards or any(then[:n] in self.left_out for n in range(len(then)))

    @functools.cached_property
    def _towards(self) -> frozenset[KeyPath]:
        """What was left out and every path that leads there."""
        return frozenset(gone[:n] for gone in self.left_out for n in range(len(gone) + 1))


def load(path: str | os.PathLike[str]) -> Dossier:
    """Read a dossier: a folder that holds ``zest.toml``, or one file.

    Args:
        path: folder or file; TOML, JSON, or YAML with the extra of that name.

    Returns:
        The dossier, whatever is wrong inside it: its ``faults`` tell every fault of syntax, shape and type with
        file, line and column, and what could be read is there to be judged.

    Raises:
        UnreadableFileError: there is no such folder or file, it is empty, too large, or not text.
        MissingExtraError: it is YAML and the ``yaml`` extra is not installed.
    """
    given = Path(path)
    main = _main_file(given)
    document = read_document(main, shown=main.as_posix())
    if isinstance(document, SyntaxFault):
        return Dossier(faults=(_syntax_finding(document),), readable=False)
    alone = main == given
    read = [] if alone else list(_parts(given))
    parts = tuple(part for part in read if isinstance(part, Document))
    broken = tuple(part for part in read if isinstance(part, Finding))
    left = () if alone else tuple(unread(given, main))
    rows = Rows() if alone else read_rows(given, document.data)
    dossier = _dossier(document, parts, (*broken, *left), rows)
    return attrs.evolve(dossier, remarks=tuple(logo_findings(dossier, main.parent)))


def load_text(text: str, file: str, form: str) -> Dossier:
    """Read a dossier from a text that is in no folder.

    Args:
        text: the main file, whole.
        file: its name in places.
        form: ``toml``, ``json``, ``yaml`` or ``yml``.

    Raises:
        UnreadableFileError: it is blank, or of another form.
        MissingExtraError: it is YAML and the ``yaml`` extra is not installed.
    """
    document = parse_document(text, file, form)
    if isinstance(document, SyntaxFault):
        return Dossier(faults=(_syntax_finding(document),), readable=False)
    return _dossier(document, (), (), Rows())


def _main_file(given: Path) -> Path:
    if not os.path.isdir(given):  # noqa: PTH112  # what may not be looked at is told when it is read
        return given
    names = {file.name for file in entries(given)}
    for name in MAIN:
        if name in names:
            return given / name
    raise UnreadableFileError(
        f"Le dossier « {given.as_posix()} » ne contient pas de fichier « {MAIN[0]} » ; "
        "créez-le, ou donnez le chemin du dossier qui le contient."
    )


def _parts(folder: Path) -> Iterator[Document | Finding]:
    """Read the experience sheets; one that cannot be read is a finding and the others are still read."""
    sheets = folder / SHEETS
    try:
        files = entries(sheets) if os.path.isdir(sheets) else []  # noqa: PTH112  # idem
    except UnreadableFileError as error:
        yield _unreadable(str(error), sheets)
        return
    for file in files:
        if file.suffix.lower() not in SHEET_SUFFIXES or file.name.startswith("."):
            continue
        try:
            document = read_document(file, shown=file.as_posix())
        except UnreadableFileError as error:
            yield _unreadable(str(error), file)
        else:
            yield _syntax_finding(document) if isinstance(document, SyntaxFault) else document


def _unreadable(message: str, file: Path) -> Finding:
    return NOTICES["Z006"].finding(message, identity=(file.name,), place=Place(file=file.as_posix()))


def _syntax_finding(fault: SyntaxFault) -> Finding:
    name = fault.place.file.rpartition("/")[2]
    return NOTICES["Z001"].finding(fault.message, identity=(name,), place=fault.place, subject=(name,))


def _dossier(main: Document, parts: tuple[Document, ...], broken: tuple[Finding, ...], rows: Rows) -> Dossier:
    listed = _listed(main, "experiences")
    raw = {**main.data, **_unless_empty("experiences", [*listed, *(part.data for part in parts)])}
    ahead = {name: _listed(main, name) for name in rows.objects}
    raw |= {name: [*ahead[name], *told] for name, told in rows.objects.items()}
    fitted = fit(Dossier, raw)
    files = Files(
        main=main,
        parts=parts,
        first=len(listed),
        rows=rows.places,
        ahead={name: len(written) for name, written in ahead.items()},
        moved=fitted.moved,
        left_out=fitted.left_out,
    )
    dossier = fitted.value or Dossier()
    found = (misfit_finding(misfit, files, raw) for misfit in fitted.misfits)
    return attrs.evolve(
        dossier,
        faults=(*broken, *found, *rows.findings),
        lost=frozenset(keys_lost(raw, fitted.left_out)),
        sources=files,
        tables=rows.tables,
        judged=rows.judged,
    )


def _listed(main: Document, key: str) -> list[Any]:
    """Return a collection as written; one that is no list is wrapped: reported where it stands, it hides nothing."""
    inside = main.data.get(key, [])
    return inside if isinstance(inside, list) else [inside]


def _unless_empty(key: str, value: list[Any]) -> dict[str, list[Any]]:
    return {key: value} if value else {}


class Written(Protocol):
    """Knows where each part of what was read stands."""

    def written(self, path: KeyPath, *, key: bool = False) -> Place:
        """Return the place of ``path``, a path of the dossier as it was written."""
        ...


def misfit_finding(misfit: Misfitting, files: Written, raw: Any) -> Finding:
    """Return the finding of one thing that does not fit."""
    collective = raw.get("collective")
    name = collective.get("name") if isinstance(collective, dict) else None
    at_key = misfit.kind == "unknown-key"
    path = misfit.path[:-1] if misfit.kind == "missing-key" else misfit.path
    return NOTICES[_CODES[misfit.kind]].finding(
        misfit.message,
        identity=tuple(str(step) for step in _stable(misfit.path, raw)),
        place=files.written(path, key=at_key),
        subject=tuple(n for n in (name, *_labels(misfit.path, raw)) if isinstance(n, str)),
    )


def _stable(path: KeyPath, raw: Any) -> Iterator[str | int]:
    """Replace ranks by the keys of the objects there, so that re-ordering a file changes no fingerprint."""
    for step in path:
        raw = _below(raw, step)
        key = raw.get("key") if isinstance(raw, dict) and isinstance(step, int) else None
        yield key if isinstance(key, str) else step


def _labels(path: KeyPath, raw: Any) -> Iterator[object]:
    for step in path:
        raw = _below(raw, step)
        if isinstance(raw, dict) and isinstance(step, int):
            yield raw.get("name") or raw.get("key")


def _below(raw: Any, step: str | int) -> Any:
    if isinstance(raw, dict):
        return raw.get(str(step))
    return raw[step] if isinstance(raw, list) and isinstance(step, int) else None


def keys_lost(raw: Any, left_out: frozenset[KeyPath]) -> Iterator[str]:
    """Yield the keys of the objects that were left out: what names them is not at fault."""
    for path in left_out:
        gone = raw
        for step in path:
            gone = _below(gone, step)
        if isinstance(gone, dict) and isinstance(gone.get("key"), str):
            yield gone["key"]
