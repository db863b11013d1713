"""Exports of the ASP's Extranet IAE (« fluxIAE »), read as rows whatever their dirt.

Source: what public readers of these files expect, read on 22 August 2026; no documentation of the format is public.
``fluxIAE_<Table>_<ddmmyyyy>_<hhmmss>.csv.gz`` (or ``.riae``); cells parted by ``|`` and never quoted; a first line that
begins with ``DEB`` in most, a last one that begins with ``FIN``.
"""

import re
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from zest.errors import UnreadableFileError
from zest.io.files import read_bytes

NAME = re.compile(r"fluxIAE_(?P<table>\w+?)_\d{8}_\d{6}\.(?:csv|csv\.gz|riae|riae\.gz)", re.ASCII)

LARGEST = 512 << 20
"""Bytes of the largest file that is read, unpacked."""

Row = Mapping[str, str]


@attrs.frozen(kw_only=True)
class Export:
    """One file of the ASP.

    Attributes:
        table: its name: ``ContratMission``, ``EtatMensuelIndiv``…
        file: path as given.
        rows: cells by header.
        broken: lines that have not as many cells as the header.
    """

    table: str
    file: str
    rows: tuple[Row, ...]
    broken: tuple[int, ...] = ()


def read_exports(folder: Path) -> Mapping[str, Export]:
    """Read the exports of a folder, by table; of two of one table, the later one by its name.

    Raises:
        UnreadableFileError: there is none, or one cannot be read.
    """
    if not folder.is_dir():
        raise UnreadableFileError(f"« {folder.as_posix()} » n'est pas un répertoire d'exports de l'ASP.")
    found = {
        match["table"]: file
        for file in sorted(folder.iterdir(), key=_day)
        if (match := NAME.fullmatch(file.name))
    }
    if not found:
        raise UnreadableFileError(
            f"Le répertoire « {folder.as_posix()} » n'a aucun export « fluxIAE_…_jjmmaaaa_hhmmss.csv.gz »."
        )
    return {table: read_export(file, table) for table, file in found.items()}


def _day(file: Path) -> tuple[str, str]:
    """Return what puts the exports of one table in the order of their days."""
    told = re.search(r"_(\d\d)(\d\d)(\d{4})_(\d{6})\.", file.name)
    return (f"{told[3]}{told[2]}{told[1]}{told[4]}" if told else "", file.name)


def read_export(file: Path, table: str) -> Export:
    """Read one export.

    Raises:
        UnreadableFileError: it is absent, too large, damaged, in another encoding, or has no header.
    """
    shown = file.as_posix()
    text = _text(_unpacked(read_bytes(file, limit=LARGEST), shown), shown)
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    body = [one for one in lines if not re.match(r"(?:DEB|FIN)(?![a-z_])", one[1])]
    if not body or "|" not in body[0][1]:
        raise UnreadableFileError(
            f"Le fichier « {shown} » n'a pas d'en-tête dont les cellules sont séparées par « | »."
        )
    headers = [header.strip() for header in body[0][1].split("|")]
    cells = [(number, line.split("|")) for number, line in body[1:]]
    return Export(
        table=table,
        file=shown,
        rows=tuple(
            dict(zip(headers, map(str.strip, row), strict=True))
            for _, row in cells
            if len(row) == len(headers)
        ),
        broken=tuple(number for number, row in cells if len(row) != len(headers)),
    )


def _unpacked(data: bytes, shown: str) -> bytes:
    if not data.startswith(b"\x1f\x8b"):
        return data
    try:
        unpacker = zlib.decompressobj(wbits=31)
        unpacked = unpacker.decompress(data, LARGEST)
    except zlib.error:
        raise UnreadableFileError(f"Le fichier « {shown} » est abîmé : il ne se décompresse pas.") from None
    if unpacker.unconsumed_tail or not unpacker.eof:
        raise UnreadableFileError(f"Le fichier « {shown} » est coupé, ou trop grand une fois décompressé.")
    return unpacked


def _text(data: bytes, shown: str) -> str:
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFileError(f"Le fichier « {shown} » n'est ni en UTF-8 ni en Windows-1252.")


def told(row: Row, *names: str) -> Iterator[str]:
    """Yield cells of a row, empty where the export has no such column."""
    yield from (row.get(name, "") for name in names)
