"""Records of a platform, read from JSON or CSV; and written."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from zest.errors import UnreadableFileError
from zest.io.files import read_bytes
from zest.io.text import decoded

Record = dict[str, Any]

LARGEST = 64 << 20
"""Bytes of the largest file of records that is read."""


def read_records(path: Path) -> list[Record]:
    """Read a list of records: JSON (a list, or an answer of a service with ``results``), or CSV with a header.

    Raises:
        UnreadableFileError: the file is absent, too large, not text, or holds no list of records.
    """
    shown = path.as_posix()
    data = read_bytes(path, limit=LARGEST)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        # Small or not, the reader of texts says what is wrong with its encoding.
        text = decoded(data[: 1 << 20], shown)
    return _csv(text, shown) if path.suffix.lower() == ".csv" else _json(text, shown)


def _csv(text: str, shown: str) -> list[Record]:
    sign = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=sign, strict=True))
    except csv.Error as error:
        raise UnreadableFileError(f"Le fichier « {shown} » n'est pas un CSV lisible ({error}).") from None
    # Cells beyond the header, or missing at the end of a row, have no name or no value.
    return [{key: value or "" for key, value in row.items() if key is not None} for row in rows]


def _json(text: str, shown: str) -> list[Record]:
    try:
        raw: Any = json.loads(text)
    except (ValueError, RecursionError):
        raise UnreadableFileError(f"Le fichier « {shown} » n'est pas du JSON lisible.") from None
    listed = raw.get("results") if isinstance(raw, dict) else raw
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise UnreadableFileError(f"Le fichier « {shown} » ne contient pas de liste de structures.")
    return listed


def to_json(records: list[Record]) -> bytes:
    """Return records as JSON."""
    return (json.dumps(records, ensure_ascii=False, indent=2) + "\n").encode()
