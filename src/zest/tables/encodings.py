"""A text file of any French encoding as UTF-8: found, converted when it must be, told when it is mixed."""

import codecs
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import IO, Final

import attrs

from zest.errors import UnreadableFileError
from zest.tables.faults import Faults
from zest.tables.spool import Spool

BLOCK: Final = 1 << 23
"""Bytes read at once; a line longer than eight of them is no line."""

_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_FOREIGN = (
    (b"PK\x03\x04", "est un classeur ou une archive ; donnez-lui son extension (.xlsx, .ods)."),
    (b"\xd0\xcf\x11\xe0", "est un ancien classeur ; donnez-lui son extension (.xls)."),
    (b"%PDF-", "est un PDF ; donnez le tableau dont il est tiré."),
    (b"PAR1", "est un fichier Parquet ; donnez-lui son extension (.parquet)."),
)


@attrs.frozen(kw_only=True)
class Utf8:
    """A text file that polars can read.

    Attributes:
        path: the file itself, or its copy in UTF-8.
        quotes: whether it holds straight quotes.
    """

    path: Path
    quotes: bool


def as_utf8(path: Path, encoding: str, spool: Spool, faults: Faults) -> Utf8:
    """Return the file, or a copy of it, in UTF-8 with line feeds.

    Args:
        path: of the file.
        encoding: as stated; found when empty.
        spool: where a copy may be written.
        faults: where to tell that two encodings are mixed.

    Raises:
        UnreadableFileError: it is no text, or not in the encoding stated.
    """
    with path.open("rb") as stream:
        head = stream.read(4096)
    _require_text(head, faults.file)
    stated = encoding or _marked(head)
    if stated:
        return _copied(path, spool, _stated(path, stated, faults.file))
    quotes, utf8, ends = _survey(path)
    if utf8 and ends:
        return Utf8(path=path, quotes=quotes)
    return _copied(path, spool, _found(path, faults))


def _require_text(head: bytes, file: str) -> None:
    for mark, cause in _FOREIGN:
        if head.startswith(mark):
            raise UnreadableFileError(f"Le fichier « {file} » {cause}")
    if not head.strip(b"\0") or (b"\0" in head and not _marked(head)):
        line = head[: head.index(b"\0")].count(b"\n") + 1
        raise UnreadableFileError(
            f"Le fichier « {file} » contient des caractères nuls, le premier à la ligne {line} : "
            "ôtez-les si c'est un tableau en texte, ou donnez le tableau lui-même."
        )


def _marked(head: bytes) -> str:
    """Return the encoding that the first bytes tell; UTF-16 without its mark is seen by its nul bytes."""
    if head.startswith(_UTF_32):  # Its mark begins as that of UTF-16 does.
        return "utf-32"
    if head.startswith(_UTF_16):
        return "utf-16"
    half = len(head) // 2
    if half and head[1::2].count(0) > half * 0.7:
        return "utf-16-le"
    return "utf-16-be" if half and head[::2].count(0) > half * 0.7 else ""


def _survey(path: Path) -> tuple[bool, bool, bool]:
    """Return whether the file holds quotes, whether it is all UTF-8, whether its lines end as they should.

    Raises:
        UnreadableFileError: a line never ends.
    """
    quotes, feeds, returns, endless = False, False, False, 0
    utf8 = _Checker()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            quotes = quotes or b'"' in block
            endless = 0 if b"\n" in block else endless + len(block)
            feeds, returns = feeds or not endless, returns or b"\r" in block
            if endless > 8 * BLOCK and not returns:
                raise UnreadableFileError(f"Le fichier « {path.name} » n'a pas de fins de ligne.")
            utf8.see(block)
    utf8.see(b"", final=True)
    return quotes, utf8.holds, feeds or not returns


@attrs.define
class _Checker:
    """Tells whether bytes that come block after block are UTF-8."""

    holds: bool = True
    _decoder: codecs.IncrementalDecoder = attrs.field(factory=codecs.getincrementaldecoder("utf-8"))

    def see(self, block: bytes, *, final: bool = False) -> None:
        """Look at one more block; most are plain ASCII, which takes no decoding."""
        if not self.holds or (block.isascii() and not self._decoder.getstate()[0]):
            return
        try:
            self._decoder.decode(block, final)
        except UnicodeDecodeError:
            self.holds = False


def _is_utf8(block: bytes) -> bool:
    try:
        block.decode()
    except UnicodeDecodeError:
        return False
    return True


def blocks(path: Path) -> Iterator[bytes]:
    """Yield a file in blocks of whole lines.

    Raises:
        UnreadableFileError: a line never ends.
    """
    with path.open("rb") as stream:
        kept = b""
        while block := stream.read(BLOCK):
            whole, end, kept = (kept + block).rpartition(b"\n")
            if end:
                yield whole + end
            elif len(kept) > 8 * BLOCK and b"\r" not in kept:
                raise UnreadableFileError(f"Le fichier « {path.name} » n'a pas de fins de ligne.")
        if kept:
            yield kept


def _copied(path: Path, spool: Spool, texts: Iterable[str]) -> Utf8:
    copy, quotes = spool.file(f"{path.stem}.utf8.csv"), False
    with copy.open("w", encoding="utf-8", newline="") as out:
        for text in texts:
            quotes = quotes or '"' in text
            out.write(text)
    return Utf8(path=copy, quotes=quotes)


def _stated(path: Path, encoding: str, file: str) -> Generator[str, None, None]:
    """Yield the text of a file whose encoding is known.

    Raises:
        UnreadableFileError: there is no such encoding, or the file is not in it.
    """
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        with path.open("rb") as stream:
            yield from _ended(decoder, stream)
    except LookupError:
        raise UnreadableFileError(
            f"L'encodage « {encoding} » n'existe pas ; écrivez par exemple « cp1252 »."
        ) from None
    except UnicodeError:
        raise UnreadableFileError(f"Le fichier « {file} » n'est pas en « {encoding} ».") from None


def _ended(decoder: codecs.IncrementalDecoder, stream: IO[bytes]) -> Iterator[str]:
    import io

    # It holds back a carriage return until it knows what follows.
    ends = io.IncrementalNewlineDecoder(decoder, translate=True)
    while block := stream.read(BLOCK):
        yield ends.decode(block).replace("\ufeff", "")
    yield ends.decode(b"", final=True)


def _found(path: Path, faults: Faults) -> Iterator[str]:
    """Yield the text of a file that is not, or not all, in UTF-8: what is not UTF-8 is Windows-1252."""
    line, seen = 0, set[str]()
    for block in blocks(path):
        text, encoding = _decoded(block, line, faults)
        seen |= encoding
        # Old spreadsheets end their lines with a carriage return alone.
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        line += text.count("\n")
        yield text
    if len(seen) > 1 and not faults.counts["Z007"]:
        faults.add("Z007", "Le fichier mêle de l'UTF-8 et du Windows-1252 ; ses lignes ont toutes été lues.")


def _decoded(block: bytes, line: int, faults: Faults) -> tuple[str, set[str]]:
    if _is_utf8(block):
        return block.decode(), set() if block.isascii() else {"utf-8"}
    if block.decode(errors="ignore").isascii():
        return block.decode("cp1252", errors="replace"), {"cp1252"}
    return "".join(_by_line(block, line, faults)), {"utf-8", "cp1252"}


def _by_line(block: bytes, line: int, faults: Faults) -> Iterator[str]:
    for rank, row in enumerate(block.splitlines(keepends=True), line + 1):
        if _is_utf8(row):
            yield row.decode()
            continue
        faults.add(
            "Z007",
            f"La ligne {rank} est en Windows-1252 dans un fichier en UTF-8 ; elle a été lue.",
            row=rank,
            about=(f"ligne {rank}",),
        )
        yield row.decode("cp1252", errors="replace")
