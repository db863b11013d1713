"""An invented sector with a figure and a rule that reads it, and editions of it, written as folders."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import zest
from zest.plugins.assembly import Assembly, assemble
from zest.plugins.loading import load_folder

SECTOR = Path(zest.__path__[0]) / "samples" / "sector"
SOURCE = '{ reference = "Essai", status = "verified", read_on = 2026-01-05 }'
WHO = f'author = "Région"\non = 2026-01-10\nreason = "Un essai."\nsource = {SOURCE}\n'

LAW = f"""
[heures]
label = "Durée d'une semaine"
unit = "heures"
bound = "at-most"
values = [
    {{ value = 40, since = 2010-01-01, source = {SOURCE} }},
]
[pauses]
label = "Durée d'une pause"
unit = "minutes"
values = [
    {{ value = 20, since = 2010-01-01, source = {SOURCE} }},
]
"""
RULES = f"""
[ECH101]
name = "week-too-long"
on = "mission"
ground = "agreement"
severity = "error"
requirement = "Une semaine n'est pas trop longue."
why = "Un essai."
remedy = "Un essai."
message = "La semaine compte {{value}} heures, pour {{bound}} au plus."
source = {SOURCE}
field = "pattern.weekly_hours"
at_most = "echantillon.essai.heures"
figures = ["echantillon.essai.heures"]
bad = {{ "missions.0.pattern" = {{ weekly_hours = 45 }} }}
"""

Edit = Callable[..., Path]
Gather = Callable[..., Assembly]


@pytest.fixture
def sector(tmp_path: Path) -> Path:
    """The invented sector, with one figure, one rule and a second promise."""
    folder = tmp_path / "echantillon"
    shutil.copytree(SECTOR, folder)
    (folder / "law").mkdir()
    (folder / "law" / "essai.toml").write_text(LAW, "utf-8")
    (folder / "rules.toml").write_text(RULES, "utf-8")
    with (folder / "commitments.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[accueil]\nfamily = "quality"\nstatement = "Chacun est accueilli."\ncomparison = "done"\n'
        )
    return folder


@pytest.fixture
def edition(tmp_path: Path) -> Edit:
    """Return what writes an edition as a folder."""

    def write(slug: str, content: str, *, extends: object = "echantillon", prefix: str = "") -> Path:
        folder = tmp_path / slug
        folder.mkdir()
        told = [extends] if isinstance(extends, str) else extends
        identity = (SECTOR / "sector.toml").read_text("utf-8")
        identity = identity.replace('"echantillon"', f'"{slug}"').replace(
            '"ECH"', f'"{prefix or slug[:6].upper()}"'
        )
        (folder / "sector.toml").write_text(f"{identity}extends = {told}\n", "utf-8")
        (folder / "edition.toml").write_text(content.replace("WHO\n", WHO), "utf-8")
        return folder

    return write


@pytest.fixture
def gather(sector: Path) -> Gather:
    """Return what puts the sector and editions of it together; those asked for last."""

    def put(*folders: Path) -> Assembly:
        return assemble((), [load_folder(folder, folder.name) for folder in (sector, *folders)])

    return put
