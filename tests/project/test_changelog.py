"""Fragments of the changelog: their names, and what a change of law must tell."""

import re
import tomllib
from pathlib import Path

import pytest

MONTH = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
DAY = re.compile(rf"\b\d{{4}}-\d{{2}}-\d{{2}}\b|\b(?:1er|\d{{1,2}})\s(?:{MONTH})\s\d{{4}}\b")
TEXT = re.compile(
    r"\b(?:articles?|loi|ordonnance|décret|arrêté|circulaire|instruction|avenant|accord|convention"
    r"|directive|règlement)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"\b(?:Z|HCR|BTP|NET)\d{3}\b")


def lacks(text: str) -> list[str]:
    """Return what a fragment about the law does not tell: its text, its day, the rules touched."""
    owed = {"text": TEXT, "day": DAY, "codes": CODE}
    return [name for name, pattern in owed.items() if not pattern.search(text)]


def fragments(root: Path) -> list[Path]:
    """Return the fragments waiting for a release."""
    return sorted(
        path for path in (root / "changelog.d").iterdir() if path.name not in {".gitignore", "README.md"}
    )


def test_a_change_of_law_told_in_full_lacks_nothing() -> None:
    """A text, a day and a code are enough."""
    assert [] == lacks("L'article L. 5132-9 change le 1er juillet 2027 : la règle Z301 en tient compte.")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Le plafond change le 2027-07-01 (Z301).", ["text"]),
        ("L'arrêté du ministre change le plafond (Z301).", ["day"]),
        ("Le décret du 3 mars 2027 change le plafond.", ["codes"]),
        ("Le plafond change.", ["text", "day", "codes"]),
    ],
)
def test_what_a_change_of_law_does_not_tell_is_named(text: str, expected: list[str]) -> None:
    """Each of the three things owed is missed by name."""
    assert expected == lacks(text)


def test_each_fragment_is_named_after_its_issue_and_kind(root: Path) -> None:
    """``<issue>.<kind>.md``, or ``+<word>.<kind>.md`` without an issue; the kinds are those of towncrier."""
    tool = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["tool"]["towncrier"]
    kinds = "|".join(kind["directory"] for kind in tool["type"])
    form = re.compile(rf"(?:\d+|\+[\w-]+)\.(?:{kinds})(?:\.\d+)?\.md")

    assert [] == [path.name for path in fragments(root) if not form.fullmatch(path.name)]


def test_each_fragment_is_a_sentence(root: Path) -> None:
    """A fragment begins with a capital and ends with a full stop."""
    texts = {path.name: path.read_text("utf-8").strip() for path in fragments(root)}

    assert [] == [name for name, text in texts.items() if not (text[0].isupper() and text.endswith("."))]


def test_each_fragment_about_the_law_tells_what_it_must(root: Path) -> None:
    """A fragment of kind ``droit`` names the text, the day it takes effect and the rules touched."""
    told = {path.name: lacks(path.read_text("utf-8")) for path in fragments(root) if ".droit." in path.name}

    assert {} == {name: missing for name, missing in told.items() if missing}
