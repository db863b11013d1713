"""What a distribution asks to be installed beside it, and whether it is."""

import re
from collections.abc import Iterator

import attrs
import importlib_metadata

_NAME = r"(?P<name>[\w.-]+)(?:\[[^]]*])?"
_EXTRA = r"(?:;.*extra\s*==\s*['\"](?P<extra>[\w.-]+)['\"].*)?"
_LINE = re.compile(rf"{_NAME}\s*(?P<asked>[^;]*?)\s*{_EXTRA}")
_CLAUSE = re.compile(r"(>=|<)\s*([\d.]+)")


@attrs.frozen(kw_only=True)
class Part:
    """One thing that is asked for.

    Attributes:
        name: of the distribution.
        asked: versions that will do, as the metadata write them.
        extra: name of the extra that asks for it; empty when it is always asked for.
        version: installed; empty when it is not.
    """

    name: str
    asked: str
    extra: str
    version: str

    @property
    def sound(self) -> bool:
        """Whether it is installed in a version that will do; clauses other than ``>=`` and ``<`` are not looked at."""
        return bool(self.version) and all(
            numbers(self.version) >= numbers(bound)
            if sign == ">="
            else numbers(self.version) < numbers(bound)
            for sign, bound in _CLAUSE.findall(self.asked)
        )


def numbers(version: str) -> tuple[int, ...]:
    """Return the numbers that begin a version; what follows them (``rc1``, ``+local``) is not looked at."""
    found = re.match(r"\d+(?:\.\d+)*", version)
    told = [int(part) for part in found[0].split(".")] if found else []
    while told and not told[-1]:
        told.pop()
    return tuple(told)


def parts_of(distribution: str) -> Iterator[Part]:
    """Yield what the metadata of a distribution ask for; nothing when it is not installed."""
    try:
        lines = importlib_metadata.requires(distribution) or []
    except importlib_metadata.PackageNotFoundError:
        return
    for line in lines:
        if found := _LINE.fullmatch(line):
            name = found["name"]
            yield Part(name=name, asked=found["asked"], extra=found["extra"] or "", version=installed(name))


def installed(name: str) -> str:
    """Return the installed version of a distribution; empty when there is none."""
    try:
        return importlib_metadata.version(name) or ""
    except importlib_metadata.PackageNotFoundError:
        return ""
