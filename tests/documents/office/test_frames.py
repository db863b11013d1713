"""What passes the measure does not overflow: LibreOffice draws the slides, with the face of the kit and without it."""

import os
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import attrs
import pytest

pytest.importorskip("pptx")

import pptx

from zest.documents.document import Data, Subject
from zest.documents.errors import Overflow, Unfit
from zest.documents.facts import office
from zest.documents.ooxml import metrics
from zest.documents.preparing import prepared
from zest.documents.slides.deck import deck

Draw = Callable[..., None]
pytestmark = pytest.mark.skipif("ZEST_OFFICE" not in os.environ, reason="LibreOffice : nox -s office")

FONTS = Path(metrics.__file__).parents[1] / "word/fonts"
CONFIGURATION = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
<include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir>{}</dir></fontconfig>"""
POINT = 72 / 914_400
"""Points in one unit of a slide."""
SLACK = 1.0
"""Points."""
AIR = 0.12
"""Share of the height of a word's box that is above its tallest letter, and below its lowest."""
WORDS = [
    "mission",
    "accompagnement",
    "hôtel",
    "cuisine",
    "salariés",
    "employé·e",
    "restauration",
    "d’étage",
    "préparées",
    "week-end",
    "été",
]
DECKS = 6


@attrs.frozen
class Box:
    """A rectangle in points, and what is written in it."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def within(self, other: "Box") -> bool:
        """Whether it stays within another."""
        air = AIR * (self.bottom - self.top)
        return (
            self.left >= other.left - SLACK
            and self.right <= other.right + SLACK
            and self.top + air >= other.top - SLACK
            and self.bottom - air <= other.bottom + SLACK
        )


def longer(data: Data, chance: Random) -> Data:
    """Every text that people write, each of a length of its own, its words found nowhere else."""

    def text(most: int) -> str:
        return " ".join(
            f"{chance.choice(WORDS)}{chance.randrange(10**4)}" for _ in range(chance.randint(1, most))
        )

    promise, job, structure = data["commitments"][0], data["jobs"][0], data["structures"][0]
    return {
        **data,
        "collective": {**data["collective"], "name": text(4)},
        "sector": {**data["sector"], "words": dict(data["sector"]["words"], cover=text(8), headline=text(9), why=text(24))},
        "commitments": [{**promise, "title": text(4), "statement": text(20)} for _ in range(chance.randint(1, 8))],
        "jobs": [{**job, "title": text(4), "summary": text(14)} for _ in range(chance.randint(1, 8))],
        "structures": [{**structure, "name": text(3), "city": text(1)} for _ in range(chance.randint(1, 18))],
    }  # fmt: skip


def passing(data: Data, subject: Subject) -> Iterator[bytes]:
    """Presentations that the measure lets through."""
    chance = Random(20261123)  # noqa: S311  # chooses lengths, the same at each run
    while True:
        try:
            yield deck(longer(data, chance), subject.profile.charter)
        except (Overflow, Unfit):
            continue


def frames(slide: Any) -> list[Box]:
    """Frames of a slide, and what they say."""
    return [
        Box(
            re.sub(r"\s+", " ", one.text_frame.text),
            one.left * POINT,
            one.top * POINT,
            (one.left + one.width) * POINT,
            (one.top + one.height) * POINT,
        )
        for one in slide.shapes
        if one.has_text_frame
    ]


def drawn(pdf: Path) -> list[list[Box]]:
    """The words of each page."""
    told = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout
    pattern = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    return [
        [
            Box(word, *map(float, (left, top, right, bottom)))
            for left, top, right, bottom, word in re.findall(pattern, page)
        ]
        for page in told.split("<page ")[1:]
    ]


def astray(words: Sequence[Box], told: Sequence[Box]) -> list[str]:
    """Words of a page that stand in none of the frames that say them."""
    return [
        f"{word} : {[one for one in told if word.text in one.text]}"
        for word in words
        if re.search(r"\d{3}", word.text)
        and not any(word.text in one.text and word.within(one) for one in told)
    ]


@pytest.mark.parametrize("known", [True, False], ids=["with the face", "without it"])
def test_what_passes_stays_in_its_frame(
    offered: list[Subject], tmp_path: Path, draw: Draw, known: bool
) -> None:
    """Long texts, chosen at random among those that pass, each stay in their frame."""
    environment = dict(os.environ)
    if known:
        (tmp_path / "fonts.conf").write_text(CONFIGURATION.format(FONTS), "utf-8")
        environment["FONTCONFIG_FILE"] = str(tmp_path / "fonts.conf")
    made = passing(prepared(office.deck(offered[0])), offered[0])
    files = [tmp_path / f"{rank}.pptx" for rank in range(DECKS)]
    for file in files:
        file.write_bytes(next(made))
    draw(files, environment)
    wrong, seen = [], 0
    for file in files:
        pages = drawn(file.with_suffix(".pdf"))
        for words, slide in zip(pages, pptx.Presentation(str(file)).slides, strict=True):
            wrong += astray(words, frames(slide))
            seen += len(words)

    assert [] == wrong
    assert seen > 500 * DECKS / 3
