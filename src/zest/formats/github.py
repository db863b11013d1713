"""Annotations of GitHub Actions: workflow commands, one line each, that no word of the dossier can break out of.

Form read in ``actions/toolkit``: in a message ``%``, CR and LF are escaped; in a property ``:`` and ``,`` too.
"""

from types import MappingProxyType

from zest.console.typography import french
from zest.findings import Finding, Severity
from zest.formats.told import Told

LEVELS = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"})

_MESSAGE = MappingProxyType(str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"}))
_PROPERTY = MappingProxyType(str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}))


def render(told: Told) -> str:
    """Return one annotation a finding; waived ones are not annotated."""
    return "".join(f"{_annotation(one)}\n" for one in told.standing)


def _annotation(one: Finding) -> str:
    level, said, words = annotation(one)
    properties = ",".join(f"{key}={str(value).translate(_PROPERTY)}" for key, value in said.items())
    return f"::{level} {properties}::{words.translate(_MESSAGE)}"


def annotation(one: Finding) -> tuple[str, dict[str, str | int], str]:
    """Return the level, the properties and the words of one annotation, before they are written.

    The properties are in the order of GitHub's toolkit, so that it writes the same bytes.
    """
    title = french(" · ".join((f"{one.code} {one.name}", *one.subject[-1:])))
    place: dict[str, str | int] = {"file": one.place.file, "line": one.place.line, "col": one.place.column}
    where = f" ({one.place.sheet})" if one.place.sheet else ""
    words = french(" ".join(part for part in (one.message + where, one.remedy) if part))
    return LEVELS[one.severity], {"title": title, **{key: told for key, told in place.items() if told}}, words
