"""What is tracked speaks of the project alone: no registry, no machine, no lock that names one."""

import re
from pathlib import Path

import pytest

# Each name is cut in two, so that this file does not hold what it looks for.
HOSTS = [
    "pypi" + r"\.org",
    "python" + r"hosted\.org",
    "registry" + r"\.npmjs",
    "debian" + r"\.org",
    "pkg" + r"\.dev",
]
FOLDERS = [r"(?<![\w.-])/(?:wor" + "k/|tm" + "p/|roo" + r"t/|hom" + r"e/\w|User" + r"s/\w|op" + r"t/\w)"]
INDEXES = [r"https?://[^\s/]+/(?:sim" + "ple|pack" + "ages)/", '"resol' + r'ved": *"http']
TRACES = re.compile("|".join([*HOSTS, *FOLDERS, *INDEXES]))
LOCKS = re.compile(r"(?:^|/)(?:uv\.lock|pylock.*\.toml|poetry\.lock|package-lock\.json|sbom.*\.json)$")


def traces(text: str) -> list[str]:
    """Return what in a text names a registry host or a place on someone's machine."""
    return [match[0] for match in TRACES.finditer(text)]


@pytest.mark.parametrize(
    "line",
    [
        "index = https://files.python" + "hosted.org/x",
        "see pypi" + ".org",
        "cd /wor" + "k/x",
        "rm /tm" + "p/x",
        "/hom" + "e/someone/zest",
        "http://mirror.example/sim" + "ple/attrs",
    ],
)
def test_a_trace_is_seen(line: str) -> None:
    """The search finds the name of a host, of a personal folder or of an index."""
    assert traces(line)


def test_ordinary_text_leaves_no_trace() -> None:
    """Paths of the project and addresses of law texts are not taken for traces."""
    text = "tests/wor" + "k/a.toml, https://www.legifrance.gouv.fr/codes/article_lc/LEGIARTI000006903494"

    assert [] == traces(text)


def test_no_tracked_file_names_a_registry_or_a_machine(root: Path, kept_files: list[str]) -> None:
    """Every tracked text file is free of registry hosts and of paths of one machine."""
    found = {
        name: hits
        for name in kept_files
        if (hits := traces((root / name).read_bytes().decode("utf-8", "replace")))
    }

    assert {} == found


def test_no_lock_file_is_tracked(kept_files: list[str]) -> None:
    """A lock names the registry that made it, so none is tracked."""
    assert [] == [name for name in kept_files if LOCKS.search(name)]
