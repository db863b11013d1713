"""Whether a file is a PNG image from end to end: its chunks, their sums, and every line of its pixels.

Source: the PNG specification of the W3C, third edition, chapters 5 (chunks), 7 and 8 (lines, interlacing), 11 (header).
"""

import itertools
import struct
import zlib
from collections.abc import Iterator
from types import MappingProxyType

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_LEAST = len(SIGNATURE) + 16
_CHANNELS = MappingProxyType({0: 1, 2: 3, 3: 1, 4: 2, 6: 4})
_DEPTHS = MappingProxyType({0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)})
_WHOLE = ((0, 0, 1, 1),)
_PASSES = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
"""First column, first row and steps of each pass of an interlaced image."""
_FILTERS = 5


def size_of(content: bytes) -> tuple[int, int]:
    """Return width and height that the header of an image tells, in pixels; zeros where there is no such header."""
    if len(content) < _LEAST or not content.startswith(SIGNATURE):
        return 0, 0
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def is_sound(content: bytes) -> bool:
    """Whether every chunk is whole and every line of pixels is there.

    The caller has bounded the size that the header tells: as many pixels are unpacked in memory.
    """
    try:
        chunks = list(_chunks(content))
        return 0 not in size_of(content) and _drawn(chunks)
    except (struct.error, zlib.error, ValueError, KeyError):
        return False


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and data of each chunk up to the end of the image.

    Raises:
        struct.error: the file is cut.
        ValueError: a sum is wrong, or a chunk that one must know is unknown.
    """
    at, kind = len(SIGNATURE), b""
    while kind != b"IEND":
        length, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", content, at + 8 + length)
        if told != zlib.crc32(kind + data):
            raise ValueError(kind)
        if kind[:1].isupper() and kind not in (b"IHDR", b"PLTE", b"IDAT", b"IEND"):
            raise ValueError(kind)
        yield kind, data
        at += 12 + length


def _drawn(chunks: list[tuple[bytes, bytes]]) -> bool:
    """Whether the pixels are those that the header tells, each line after one of the filters that there are."""
    width, height, depth, colour, *rest = struct.unpack(">IIBBBBB", chunks[0][1])
    if chunks[0][0] != b"IHDR" or depth not in _DEPTHS[colour] or rest not in ([0, 0, 0], [0, 0, 1]):
        return False
    if colour == 3 and b"PLTE" not in dict(chunks):  # colours of a palette
        return False
    lines = list(_lines(width, height, depth * _CHANNELS[colour], _PASSES if rest[2] else _WHOLE))
    packed = b"".join(data for kind, data in chunks if kind == b"IDAT")
    pixels = zlib.decompressobj().decompress(packed, sum(lines) + 1)
    starts = itertools.accumulate(lines[:-1], initial=0)
    return len(pixels) == sum(lines) and all(pixels[at] < _FILTERS for at in starts)


def _lines(
    width: int, height: int, bits: int, passes: tuple[tuple[int, int, int, int], ...]
) -> Iterator[int]:
    """Yield the bytes of each line, that of its filter included."""
    for left, top, across, down in passes:
        columns, rows = -(-max(0, width - left) // across), -(-max(0, height - top) // down)
        if columns:
            yield from itertools.repeat(1 + -(-columns * bits // 8), rows)
