"""The files of a new sector: plain text in which a few words are replaced, each in the form that its file asks for."""

import datetime as dt
import json
import re
import string
from collections.abc import Iterator, Mapping
from pathlib import Path

from zest.scaffold.names import Names
from zest.version import version

_HERE = Path(__file__).parent
_SUFFIX = ".tmpl"
_SAMPLE = _HERE.parent / "samples" / "core.toml"
_EXPECTED = dt.timedelta(days=180)
"""How long a new sector may stay unfilled before its kit fails."""


class _Template(string.Template):
    """A text in which ``§name`` is replaced; what replaces it is not read again."""

    delimiter = "§"


def new_sector(names: Names, day: dt.date) -> Mapping[str, str]:
    """Return every file of a new sector's project, by its path with forward slashes.

    Args:
        names: of the sector.
        day: of its making.
    """
    words = _words(names, day)
    made = dict(_filled(_HERE / "sector", words))
    made[f"src/{names.package}/samples/sound.toml"] = _sample(names)
    return dict(sorted(made.items()))


def _words(names: Names, day: dt.date) -> Mapping[str, str]:
    return {
        "slug": names.slug,
        "package": names.package,
        "distribution": names.distribution,
        "prefix": names.prefix,
        "idcc": names.idcc,
        "label_toml": toml(names.label),
        "label_md": markdown(names.label),
        "description_toml": toml(f"Greffon de zest : le secteur {names.label}"),
        "wordmark_toml": toml(f"zest' {names.label.upper()}"),
        "day": day.isoformat(),
        "year": str(day.year),
        "edition": f"{day.year}.1",
        "until": (day + _EXPECTED).isoformat(),
        "window": _window(),
    }


def _window() -> str:
    """Return the versions of zest that a sector made by this one accepts: this minor version, and not the next."""
    major, minor = (int(number) for number in re.findall(r"\d+", version())[:2])
    return f">={major}.{minor},<{major}.{minor + 1}"


def toml(words: str) -> str:
    """Write a text of one line as TOML does, quotes included. JSON escapes the same signs in the same way."""
    return json.dumps(words, ensure_ascii=False)


def markdown(words: str) -> str:
    """Write a text so that Markdown shows it as it is."""
    return re.sub(r"([\\`*_{}\[\]<>#|~&])", r"\\\1", words)


def _filled(folder: Path, words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.rglob(f"*{_SUFFIX}")):
        name = file.relative_to(folder).as_posix().removesuffix(_SUFFIX)
        path = name.replace("PACKAGE", words["package"]).replace("dot.", ".")
        yield path, _Template(file.read_text("utf-8")).substitute(words)


_HEADER = "# L'échantillon sain : un dossier inventé et en règle, que changent les exemples des règles.\n\n"


def _sample(names: Names) -> str:
    """Return the core's own sound sample, told of this sector: it stays sound as the rules of the core change."""
    _, _, body = _SAMPLE.read_text("utf-8").partition("\n\n")
    renamed = {"echantillon": names.slug, "essayeur": "exemple", "9998": names.idcc, "reponse": "reponse-48h"}
    for old, new in renamed.items():
        body = body.replace(f'"{old}"', f'"{new}"')
    return _HEADER + body
