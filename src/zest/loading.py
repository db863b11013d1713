"""``load`` as most people want it: a folder, a file of text, or a workbook."""

import os
from pathlib import PurePath

from zest.model.dossier import Dossier

WORKBOOKS = (".xlsx", ".xlsm", ".ods")
"""What a workbook's name ends with."""


def load(path: str | os.PathLike[str]) -> Dossier:
    """Read a dossier: a folder that holds ``zest.toml``, one file, or a workbook.

    Args:
        path: folder or file; TOML, JSON, YAML with the extra of that name, xlsx or ods with ``tableur``.

    Returns:
        The dossier, whatever is wrong inside it: its ``faults`` tell every fault of syntax, shape and type with
        file, line and column, or sheet and cell, and what could be read is there to be judged.

    Raises:
        UnreadableFileError: there is no such folder or file, it is empty, too large, or not text.
        MissingExtraError: it is YAML or a workbook, and what reads it is not installed.
    """
    if PurePath(path).suffix.lower() in WORKBOOKS:
        from zest.workbook.reading import load_workbook

        return load_workbook(path)
    from zest.io import dossier

    return dossier.load(path)
