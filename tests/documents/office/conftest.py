"""LibreOffice as the tests call it."""

import subprocess
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import pytest

Draw = Callable[..., None]


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Turn documents into PDF, in the folder of the test, by a LibreOffice with a profile of its own."""

    def drawn(files: Iterable[Path], environment: Mapping[str, str] | None = None) -> None:
        home = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
        how = ["--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
        command = ["soffice", home, *how, *map(str, files)]
        subprocess.run(command, check=True, capture_output=True, timeout=600, env=environment)

    return drawn
