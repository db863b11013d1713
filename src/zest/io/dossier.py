"""A dossier from a folder or a file: everything wrong in it is told at once, nothing raises for its content."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs

from zest.errors import UnreadableFileError
from zest.findings import Finding, Place
from zest.io.document import Document, SyntaxFault, parse_document, read_document
from zest.io.files import entries
from zest.io.leftovers import MAIN, SHEET_SUFFIXES, SHEETS, unread
from zest.io.logos import logo_findings
from zest.io.misfits import keys_lost, misfit_finding
from zest.io.rows import Rows, read_rows
from zest.io.whereabouts import Files
from zest.model.dossier import Dossier
from zest.notices import NOTICES
from zest.structuring import fit


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
