"""What Visual Studio Code shows, by the language server of its TOML extension; run by ``nox -s formats``."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from zest.json_schema.published import published

MODULES = os.environ.get("ZEST_FORMATS", "")
pytestmark = pytest.mark.skipif(not MODULES, reason="needs npm: nox -s formats")

DOSSIER = """\
#:schema ./schemas/dossier-1.json

[collective]
name = "Zest"
coordinator_fte = 1.5


[[structures]]
key = "a"
name = "b"
kind = ""
"""
QUESTIONS = [["completion", 5, 0], ["completion", 10, 8], ["hover", 4, 3]]
Told = dict[str, Any]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Told:
    """What the server answers, on a dossier beside its schema."""
    home = tmp_path_factory.mktemp("dossier")
    (home / "schemas").mkdir()
    (home / "schemas/dossier-1.json").write_text(published("dossier").text, "utf-8")
    (home / "zest.toml").write_text(DOSSIER, "utf-8")
    (home / "asked.json").write_text(json.dumps(QUESTIONS), "utf-8")
    script = Path(__file__).parent / "editor/taplo.mjs"
    words = ["node", str(script), MODULES, str(home / "zest.toml"), str(home / "asked.json")]
    answer: Told = json.loads(
        subprocess.run(words, check=True, capture_output=True, text=True, timeout=60).stdout
    )
    return answer


def test_keys_are_proposed_with_what_they_hold(told: Told) -> None:
    """In a table, those that it may still have, in French."""
    keys = {one["label"]: one.get("documentation", {}).get("value", "") for one in told["answers"][0]}

    assert {"territory", "fictional", "created_on"} <= set(keys)
    assert not {"name", "coordinator_fte", "siret"} & set(keys)
    assert "La fonction de qui anime, jamais son nom." == keys["coordinator"]


def test_words_of_a_list_are_proposed_with_what_they_mean(told: Told) -> None:
    """Each with its French name."""
    words = {one["label"]: one["documentation"]["value"] for one in told["answers"][1]}

    assert "association intermédiaire" == words['"AI"']
    assert "entreprise de travail temporaire d'insertion" == words['"ETTI"']


def test_a_key_is_explained(told: Told) -> None:
    """Under the pointer."""
    assert "de 0 à 1" in json.dumps(told["answers"][2], ensure_ascii=False)


def test_what_the_schema_refuses_is_underlined(told: Told) -> None:
    """At its line: a share above one, and a kind that is none."""
    lines = {one["range"]["start"]["line"] for said in told["said"] for one in said["diagnostics"]}

    assert {4, 10} == lines
