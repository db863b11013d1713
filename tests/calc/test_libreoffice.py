"""LibreOffice opens a workbook, saves it again as xlsx and as ods, and nothing is lost: ``nox -s calc``."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

import zest
from zest.model.dossier import Dossier
from zest.testing.strategies import dossiers
from zest.workbook.writing import to_workbook

pytestmark = pytest.mark.skipif("ZEST_CALC" not in os.environ, reason="nox -s calc")

EXAMPLES = sorted(file.parent for file in Path(__file__).parents[2].glob("examples/*/zest.toml"))


def resave(books: list[Path], form: str, folder: Path) -> None:
    """Have LibreOffice open workbooks and save each into ``folder``."""
    office = shutil.which("soffice")
    assert office
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", form, "--outdir", str(folder), *map(str, books)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)


@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_examples_are_the_same_after_libreoffice(form: str, tmp_path: Path) -> None:
    """Every example of the repository, faults of form left out."""
    books = [tmp_path / f"{folder.name}.xlsx" for folder in EXAMPLES]
    for book, folder in zip(books, EXAMPLES, strict=True):
        book.write_bytes(to_workbook(zest.load(folder)))
    resave(books, form, tmp_path / "saved")
    for book, folder in zip(books, EXAMPLES, strict=True):
        saved = zest.load(tmp_path / "saved" / f"{book.stem}.{form}")

        assert () == saved.faults
        assert zest.load(folder) == saved


def test_any_dossier_is_the_same_after_libreoffice(tmp_path: Path) -> None:
    """Eight of any words, in one run of the program."""
    drawn: list[Dossier] = []

    @settings(
        max_examples=8, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck),
        derandomize=True,
    )  # fmt: skip
    @given(dossiers())
    def draw(dossier: Dossier) -> None:
        drawn.append(dossier)

    draw()
    books = [tmp_path / f"{rank}.xlsx" for rank in range(len(drawn))]
    for book, dossier in zip(books, drawn, strict=True):
        book.write_bytes(to_workbook(dossier))
    for form in ("xlsx", "ods"):
        resave(books, form, tmp_path / form)
        different = [
            rank
            for rank, dossier in enumerate(drawn)
            if zest.load(tmp_path / form / f"{rank}.{form}") != dossier
        ]

        assert [] == different
