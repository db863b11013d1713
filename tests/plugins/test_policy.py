"""What a caller asks of plugins: an edition at least, no stranger, nothing forgiven."""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from zest.cli import main
from zest.plugins import discovery
from zest.plugins.assembly import assemble, assemble_all
from zest.plugins.policy import Policy
from zest.plugins.requirements import Requirement, read

Install = Callable[..., Path]
Told = Callable[..., tuple[int, str]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str], install: Install, tmp_path: Path) -> Told:
    """Return what runs a command beside a sector « sain » of edition 2026.1: exit code, output and errors."""
    install("sain")
    (tmp_path / "zest.toml").write_text('[[offers]]\nkey = "o"\nsector = "sain"\n', "utf-8")

    def command(*words: str) -> tuple[int, str]:
        code = main([word.format(dossier=tmp_path) for word in words])
        out = capsys.readouterr()
        return code, (out.out + out.err).replace("\u00a0", " ")

    return command


@pytest.mark.parametrize(
    "asked,edition,met",
    [
        ("btp", "", True),
        ("btp>=2026.1", "2026.1", True),
        ("btp>=2026.1", "2026.1.0", True),
        ("btp>=2026.2", "2026.10", True),
        ("btp>=2026.2", "2026.1", False),
        ("btp >= 2026", "2027.1", True),
        ("btp==2026.1", "2026.1.0", True),
        ("btp==2026.1", "2026.2", False),
        ("btp>=2026.1", "pilote", False),
    ],
)
def test_an_edition_is_compared_number_by_number(asked: str, edition: str, met: bool) -> None:
    """2026.10 comes after 2026.2; what is not made of numbers meets nothing but its own name."""
    assert met == read(asked).met(edition)


def test_an_edition_that_is_no_number_is_equal_to_itself() -> None:
    """A requirement made by a program may name one."""
    assert Requirement("btp", "==", "pilote").met("pilote")
    assert "btp>=2026.1" == str(read("btp >= 2026.1"))


@pytest.mark.parametrize("text", ["", ">=2026", "BTP>=1", "btp>2026", "btp>=", "btp>=x", "btp=2026"])
def test_what_is_not_a_requirement_is_wrong_use(text: str, told: Told) -> None:
    """Exit 2, with the form to use."""
    code, words = told("check", "{dossier}", "--require", text)

    assert (2, True) == (code, "n'est pas de la forme SECTEUR>=ÉDITION" in words)


def test_a_requirement_that_is_met_changes_nothing(told: Told) -> None:
    """The same answer to the byte."""
    assert told("check", "{dossier}") == told(
        "check", "{dossier}", "--require", "sain>=2026.1", "--require", "sain"
    )


def test_a_requirement_that_is_not_met_is_a_located_finding(told: Told) -> None:
    """At the offer that names the sector; exit 3, and what was found is there."""
    code, words = told("check", "{dossier}", "--require", "sain>=2027.1")

    assert 3 == code
    assert "zest.toml:3:10" in words
    assert "est là dans son édition 2026.1 (zest-sain 1.2.3) ; la commande demande sain>=2027.1." in words
    assert "sain 2026.1" in words
    assert "Z105" in words


def test_a_sector_that_is_required_and_missing_is_told_once(told: Told) -> None:
    """It is looked for even if no offer names it."""
    code, words = told("check", "{dossier}", "--require", "absent>=1")

    assert (3, 1) == (code, words.count("« absent » n'est pas installé"))
    assert "Z025" not in words


@pytest.mark.parametrize("command", [["status", "{dossier}"], ["rules"], ["sectors"], ["doctor"]])
def test_other_commands_do_not_answer_without_what_is_required(command: list[str], told: Told) -> None:
    """Exit 3, and which edition is there."""
    code, words = told(*command, "--require", "sain>=2027.1")
    sound, _ = told(*command, "--require", "sain>=2026.1")

    assert (3, True) == (code, "dans son édition 2026.1" in words)
    assert 0 == sound


def test_strict_rules_do_not_answer_without_a_plugin(install: Install, told: Told) -> None:
    """What is forgiven otherwise is then a failure."""
    install("casse", "raise RuntimeError('cassé')")

    assert 0 == told("rules")[0]
    assert 3 == told("rules", "--strict")[0]


@pytest.mark.skipif(not find_spec("zest_btp"), reason="aucun secteur de zest n'est installé")
def test_a_stranger_is_set_aside_on_demand(told: Told) -> None:
    """What zest publishes is still found; whoever names the stranger is told how to have it."""
    code, words = told("check", "{dossier}", "--no-external")
    kept = {one.origin.slug for one in assemble_all(Policy(external=False)).loaded}

    assert 3 == code
    assert (
        "Le greffon « sain » (zest-sain 1.2.3) n'est pas publié avec zest : --no-external l'écarte." in words
    )
    assert "sain" not in kept
    assert "btp" in kept


def test_a_stranger_of_another_contract_is_set_aside_too(install: Install) -> None:
    """It is not even listed."""
    install("futur", group="zest.sectors.v2")

    assert "futur" in {one.origin.slug for one in assemble_all().refused}
    assert "futur" not in {one.origin.slug for one in assemble_all(Policy(external=False)).refused}
    assert "Z021" == assemble(["rien"], policy=Policy(external=False)).refused[0].code


def test_without_metadata_every_plugin_is_a_stranger(monkeypatch: pytest.MonkeyPatch) -> None:
    """A core run from its sources names nobody."""
    monkeypatch.setattr(discovery, "DISTRIBUTION", "zest-qui-n-existe-pas")

    assert frozenset() == discovery.own_distributions()


def test_two_sectors_with_one_prefix_are_told_apart(install: Install) -> None:
    """Before any rule is written; the second is refused, naming both owners."""
    install("premier", prefix="DUO")
    install("second", prefix="DUO")
    assembly = assemble(["premier", "second"])

    assert ["premier"] == [one.origin.slug for one in assembly.loaded]
    assert all("un autre préfixe à l'un des deux" in one.remedy for one in assembly.refused)
    assert (
        "Le préfixe DUO est donné deux fois, par « premier » (zest-premier 1.2.3) et par « second » (zest-second 1.2.3)."
        in [one.cause for one in assembly.refused]
    )
