"""Images are looked at chunk by chunk and line by line."""

import struct
import zlib

import pytest

from zest.io.png import SIGNATURE, is_sound, size_of

GREY, COLOURS, PALETTE = 0, 2, 3
WHOLE = (4, 2, 8, GREY, 0)
"""Width, height, bits of a sample, kind of colour, interlaced or not."""


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk with its length and its sum."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def image(
    pixels: bytes,
    *,
    head: tuple[int, ...] = WHOLE,
    before: bytes = b"",
    packed: bytes = b"",
    end: bytes = chunk(b"IEND", b""),
) -> bytes:
    """An image, whatever its pixels."""
    width, height, depth, colour, laced = head
    first = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, laced))
    return SIGNATURE + first + before + chunk(b"IDAT", packed or zlib.compress(pixels)) + end


LINES = bytes((0, 1, 2, 3, 4)) * 2
COLOUR = chunk(b"PLTE", bytes(3))


@pytest.mark.parametrize(
    "content",
    [
        image(LINES),
        image(LINES) + b"rest",
        image(LINES, before=chunk(b"tEXt", b"Title\0Logo")),
        image(bytes(13), head=(4, 1, 8, COLOURS, 0)),
        image(bytes(2 * 2), head=(4, 2, 1, PALETTE, 0), before=COLOUR),
        # Of seven passes, one pixel has the first alone; three by three have five of them.
        image(bytes(2), head=(1, 1, 8, GREY, 1)),
        image(bytes(2 + 2 + 3 + 2 * 2 + 4), head=(3, 3, 8, GREY, 1)),
    ],
)  # fmt: skip
def test_a_whole_image_is_sound(content: bytes) -> None:
    """Grey, in colours, of a palette, interlaced; with words beside it, and with what stands after its end."""
    assert is_sound(content)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg/>" * 9,
        image(LINES)[:40],
        image(LINES, end=b""),
        image(LINES, head=(0, 2, 8, GREY, 0)),
        image(LINES, head=(4, 0, 8, GREY, 0)),
        image(LINES, packed=b"xxxx"),
        image(LINES[:-1]),
        image(LINES + b"\0"),
        image(b"\x09" + LINES[1:]),
        image(LINES, head=(4, 2, 3, GREY, 0)),
        image(LINES, head=(4, 2, 8, 7, 0)),
        image(LINES, head=(4, 2, 8, PALETTE, 0)),
        image(LINES, head=(4, 2, 8, GREY, 2)),
        image(LINES, before=chunk(b"ABCD", b"")),
        image(LINES).replace(b"IDAT", b"IDAt"),
        SIGNATURE + chunk(b"tEXt", struct.pack(">IIBBBBB", 4, 2, 8, GREY, 0, 0, 0)) + image(LINES)[33:],
    ],
)
def test_a_damaged_image_is_not(content: bytes) -> None:
    """Cut, without an end, without pixels, packed wrong, a line too few or too many, of no known kind or sum."""
    assert not is_sound(content)


def test_the_size_is_what_the_header_tells() -> None:
    """Before anything is unpacked."""
    assert (4, 2) == size_of(image(LINES))
    assert (0, 0) == size_of(b"<svg/>")
