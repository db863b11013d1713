"""The same parts give the same bytes: python-docx and its kin write the second of the clock into each entry."""

import io
import zipfile
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)
_FIRST = "[Content_Types].xml"
_PLAIN = 0o600 << 16
_UNIX = 3


def normalised(content: bytes) -> bytes:
    """Return the same package with its entries sorted, its dates fixed and its attributes plain.

    The deflated bytes hang on the zlib at hand: compare parts, not packages, from one machine to another.
    """
    return packed(unpacked(content))


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the parts of a package of ours, by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    """Return a package of some parts, by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        _add(package, parts)
    return out.getvalue()


def packed_on(base: bytes, parts: Mapping[str, bytes]) -> bytes:
    """Return a package with more parts, put behind those that it has: these are not deflated again."""
    out = io.BytesIO(base)
    with zipfile.ZipFile(out, "a") as package:
        _add(package, parts)
    return out.getvalue()


def _add(package: zipfile.ZipFile, parts: Mapping[str, bytes]) -> None:
    for name in sorted(parts, key=lambda one: (one != _FIRST, one)):
        entry = zipfile.ZipInfo(name, _EPOCH)
        entry.external_attr, entry.create_system = _PLAIN, _UNIX
        # A compressed face or image is not made smaller by trying again.
        stored = name.endswith((".png", ".jpeg", ".jpg"))
        entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
        package.writestr(entry, parts[name])
