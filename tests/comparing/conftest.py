"""A sector written as a folder, and copies of it in which something was changed."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import zest
from zest.comparing import Judged, judged_by
from zest.plugins.assembly import assemble
from zest.plugins.local import load_local

SECTOR = Path(zest.__path__[0]) / "samples" / "sector"
SOURCE = '{ reference = "Essai", status = "verified", read_on = 2026-01-05 }'
LAW = f"""
[heures]
label = "Durée d'une semaine"
unit = "heures"
values = [{{ value = 40, since = 2010-01-01, source = {SOURCE} }}]
[pauses]
label = "Durée d'une pause"
unit = "minutes"
bound = "at-least"
values = [{{ value = 20, since = 2010-01-01, source = {SOURCE} }}]
[mots]
label = "Un texte"
unit = ""
values = [{{ value = "oui", since = 2010-01-01, source = {SOURCE} }}]
[repos]
label = "Durée du repos"
unit = "heures"
values = [{{ value = 5, since = 2010-01-01, source = {SOURCE} }}]
[trajets]
label = "Un chiffre sans sens"
unit = ""
values = [{{ value = 1, since = 2010-01-01, source = {SOURCE} }}]
"""
RULE = """
[{code}]
name = "{name}"
on = "mission"
ground = "agreement"
severity = "error"
requirement = "Une règle d'essai."
why = "Un essai."
remedy = "Un essai."
message = "Trop, {{value}} pour {{bound}}."
source = {source}
field = "pattern.weekly_hours"
{comparison}
figures = ["echantillon.essai.heures"]
bad = {{ "missions.0.pattern" = {{ weekly_hours = 45 }} }}
"""
PERMITS = f"""
[titre]
label = "Un titre"
validity_months = 60
source = {SOURCE}
"""

Edit = tuple[str, str, str]
Copy = Callable[..., Path]


def rule(code: str, comparison: str) -> str:
    """Return one declared rule."""
    return RULE.format(code=code, name=f"essai-{code.lower()}", source=SOURCE, comparison=comparison)


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """Return what writes the sector under a name, with edits: file, what stands there, what takes its place."""

    def write(name: str, *edits: Edit, edition: str = "2026.1") -> Path:
        folder = tmp_path / name
        shutil.copytree(SECTOR, folder)
        (folder / "law").mkdir()
        (folder / "law" / "essai.toml").write_text(LAW, "utf-8")
        rules = (
            ("ECH101", 'at_most = "echantillon.essai.heures"'),
            ("ECH102", "at_most = 39.5"),
            ("ECH103", "at_least = 2"),
            ("ECH106", 'at_least = "echantillon.essai.repos"'),
            ("ECH104", "required = true"),
        )
        (folder / "rules.toml").write_text("".join(rule(*one) for one in rules), "utf-8")
        (folder / "permits.toml").write_text(PERMITS, "utf-8")
        for file, old, new in (("sector.toml", "2026.1", edition), *edits):
            (folder / file).parent.mkdir(exist_ok=True)
            told = (folder / file).read_text("utf-8") if (folder / file).exists() else ""
            assert old in told, (file, old)
            (folder / file).write_text(told.replace(old, new, 1) if old else told + new, "utf-8")
        return folder

    return write


@pytest.fixture
def version(copy: Copy) -> Callable[..., Judged]:
    """Return what writes the sector with edits and loads it."""

    def load(name: str, *edits: Edit) -> Judged:
        made = assemble((), [load_local(copy(name, *edits))])
        assert not made.refused, made.refused[0].cause
        return judged_by(made.catalogue, "echantillon")

    return load
