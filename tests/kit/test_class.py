"""The class of tests: each check its own test, what does not count said and not hidden."""

import datetime as dt
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

import pytest

from zest.conformance import Check, Tier
from zest.testing.conformance import SectorConformance
from zest.testing.generated import ask_planted
from zest.testing.kit.every import CHECKS
from zest.testing.samples import core_sample

Write = Callable[..., Path]
BY_CODE = {check.code: check for check in CHECKS}


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the public tables, so that what is found is the same everywhere."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))


def kit(home: Path, tier: Tier = Tier.SILVER) -> SectorConformance:
    """Return the class of tests of a sector, as its author would write it."""
    made: type[SectorConformance] = type("Mine", (SectorConformance,), {"home": home, "tier": tier})
    return made()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.code)
def test_each_check_is_a_test_of_its_own(check: Check) -> None:
    """Named after its code, so that one can be asked for; its docstring is what it asks."""
    test = getattr(SectorConformance, f"test_{check.code}_{check.name.replace('-', '_')}")

    assert check.requirement == test.__doc__


def test_a_flaw_fails_with_its_place_and_its_remedy(write: Write) -> None:
    """All of them, in the words of « zest sector check »."""
    home = write({"jobs/exemple.toml": ('"preparer"', '"prepare"')})
    with pytest.raises(AssertionError) as failure:
        kit(home).examine(BY_CODE["K302"])

    assert all(
        words in str(failure.value)
        for words in ("K302 name-leads-nowhere", "« prepare »", "exemple.toml:11", "→ Reprenez le nom")
    )


@pytest.mark.parametrize("code", ["K304", "K301"])
def test_what_is_kept_passes(code: str, write: Write) -> None:
    """In silence."""
    kit(write()).examine(BY_CODE[code])


def test_what_only_a_higher_tier_asks_is_skipped(write: Write) -> None:
    """And says which; a class that means to go there fails."""
    home = write({"jobs/exemple.toml": ("constraints =", "also =")})
    with pytest.raises(pytest.skip.Exception, match="« gold », et non « silver »"):
        kit(home).examine(BY_CODE["K305"])
    with pytest.raises(AssertionError, match="les contraintes"):
        kit(home, Tier.GOLD).examine(BY_CODE["K305"])


def test_what_cannot_be_asked_is_skipped(write: Write) -> None:
    """With the reason."""
    with pytest.raises(pytest.skip.Exception, match="ZEST_DATA"):
        kit(write(), Tier.GOLD).examine(BY_CODE["K501"])


def test_an_expected_failure_is_shown_as_such(write: Write) -> None:
    """As pytest shows its own; one that passes fails."""
    told = f'[[expected_failures]]\ncheck = "CODE"\nreason = "Un motif."\nuntil = {dt.date.max}\n'
    home = write(
        {"conformance.toml": told.replace("CODE", "K112"), "tasks.toml": ("Préparer", "À REMPLACER : x")}
    )
    with pytest.raises(pytest.xfail.Exception, match="Un motif."):
        kit(home).examine(BY_CODE["K112"])
    kit(home).test_expected_failures_are_founded()

    other = home.with_name("autre")
    shutil.copytree(home, other)
    (other / "src" / "zest_essai" / "conformance.toml").write_text(told.replace("CODE", "K302"), "utf-8")
    with pytest.raises(AssertionError, match="K302 était attendu en échec, et il est tenu"):
        kit(other).test_expected_failures_are_founded()


def test_the_author_s_own_run_is_green(write: Write, tmp_path: Path) -> None:
    """The test file of the project, as its author runs it, in a process of its own."""
    env = {**os.environ, "HYPOTHESIS_STORAGE_DIRECTORY": str(tmp_path)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly"]
    done = subprocess.run(
        command, cwd=write(filled=False), env=env, capture_output=True, text=True, check=False
    )

    assert 0 == done.returncode, done.stdout
    assert "1 xfailed" in done.stdout


def test_a_sector_without_rules_has_nothing_to_plant() -> None:
    """The generated tests ask the rest."""

    class Bare(SectorConformance):
        home: ClassVar[Path | None] = Path(sys.modules["zest"].__path__[0]) / "samples" / "sector"

    assert () == Bare().sector.rules
    Bare().test_K290_rule_fails_on_generated()
    ask_planted(Bare().sector, Bare().assembly, core_sample())


@pytest.mark.parametrize("test", ["test_K290_rule_fails_on_generated", "test_K291_planted_fault_missed"])
def test_generated_dossiers_are_asked_of_those_who_aim_at_silver(test: str, write: Write) -> None:
    """And skipped for those who aim at bronze."""
    home = write()
    getattr(kit(home), test)()
    with pytest.raises(pytest.skip.Exception, match="« silver », et non « bronze »"):
        getattr(kit(home, Tier.BRONZE), test)()
