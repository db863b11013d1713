"""The kit of editions holds for an edition with rules of its own, and for one that loosens on purpose."""

import shutil
from pathlib import Path
from typing import ClassVar

import pytest

import zest
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.loading import load_folder
from zest.testing.editions import EditionConformance

SAMPLES = Path(zest.__path__[0]) / "samples"
RULE = """
[ECR101]
name = "week-too-long-here"
on = "mission"
ground = "agreement"
severity = "warning"
requirement = "Une semaine n'est pas trop longue."
why = "Un essai."
remedy = "Un essai."
message = "La semaine compte {value} heures, pour {bound} au plus."
source = { reference = "Essai", status = "verified", read_on = 2026-01-05 }
field = "pattern.weekly_hours"
at_most = 40
bad = { "missions.0.pattern" = { weekly_hours = 45 } }
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The invented sector with a sound sample, and the invented edition with a rule."""
    folder = tmp_path_factory.mktemp("edition")
    sector, edition = folder / "echantillon", folder / "regional"
    shutil.copytree(SAMPLES / "sector", sector)
    shutil.copytree(SAMPLES / "edition", edition)
    (sector / "samples").mkdir()
    shutil.copy(SAMPLES / "core.toml", sector / "samples" / "sound.toml")
    (edition / "rules.toml").write_text(RULE, "utf-8")
    return sector, edition


class TestInvented(EditionConformance):
    """The invented edition: what it loosens is told, and every offer has a finding for it."""

    slug = "echantillon-regional"
    loosened: ClassVar[frozenset[str]] = frozenset({"reponse"})

    @pytest.fixture(autouse=True)
    def _here(self, folders: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch) -> None:
        """Take the edition from its folder: nobody installed it."""

        def made(_: object) -> Assembly:
            return assemble((), [load_folder(folder, folder.name) for folder in folders])

        monkeypatch.setattr(TestInvented, "assembly", property(made))
