"""A regional edition before the kit: its changes are asked about, the facts of the trade are its sector's."""

import datetime as dt
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from zest.conformance import ConformanceReport, State
from zest.errors import DataFileError
from zest.testing.kit.coming import candidate
from zest.testing.kit.laid_samples import edition_sample
from zest.testing.kit.running import examine

TODAY = dt.date(2026, 11, 25)
Write = Callable[..., Path]

IDENTITY = """
slug = "essai-region"
label = "essai, région"
extends = "essai"
prefix = "ESR"
edition = "2026.1"
contract = [1, 1]
summary = "Une édition inventée."
maintainer = "Une région inventée"
reviewed_on = 2026-11-25
"""
CHANGE = """
[commitments.reponse-48h]
verb = "VERB"
author = "AUTHOR"
on = DAY
reason = "MOTIVE"
source = { reference = "Un texte", status = "recalled" }

[commitments.reponse-48h.to]
statement = "Toute demande est traitée dans le délai dit."
threshold = HOURS
unit = "heures"
"""
FIGURE = """
[figures."agreement.span-max"]
verb = "replace"
author = "Une région"
on = 2026-11-01
reason = "Pas une phrase"
bound = "at-most"
source = { reference = "Un texte", status = "recalled" }
values = [{ value = 11, since = 2026-01-01, source = { reference = "Un texte", status = "recalled" } }]
"""


def change(**told: str) -> str:
    """Return the file of one change."""
    words = {
        "VERB": "replace",
        "AUTHOR": "Une région",
        "DAY": "2026-11-01",
        "MOTIVE": "Un motif.",
        "HOURS": "24",
    }
    text = CHANGE
    for word, value in {**words, **told}.items():
        text = text.replace(word, value)
    return text


@pytest.fixture
def asked(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., ConformanceReport]:
    """Return what examines an edition of the sector under test, neither of them installed."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))
    project = write()

    def examined(edition: str, *, identity: str = IDENTITY) -> ConformanceReport:
        folder = tmp_path / "edition"
        folder.mkdir()
        (folder / "sector.toml").write_text(identity, "utf-8")
        (folder / "edition.toml").write_text(edition, "utf-8")
        return examine(candidate(str(folder), [str(project)]), TODAY)

    return examined


def found(report: ConformanceReport) -> list[str]:
    """Return what failed: code, line and message."""
    failed = [finding for one in report.of(State.FAILED) for finding in one.findings]
    return [f"{one.code} {one.place.line} {one.message}" for one in failed]


def test_an_edition_that_asks_more_is_kept(asked: Callable[..., ConformanceReport]) -> None:
    """Its own changes are asked about; nothing is asked again of the trade, not even without the public tables."""
    report = asked(change(VERB="tighten"))

    assert ([], ()) == (found(report), report.of(State.NOT_RUN))
    assert ("gold", "essai, région") == (report.tier.value, report.label)


def test_an_edition_that_asks_less_is_a_finding(asked: Callable[..., ConformanceReport]) -> None:
    """At the change that does; its offers get the rule's own finding besides."""
    (told,) = found(asked(change(HOURS="72")))

    assert told.startswith("K602 2 ")
    assert "72 heures" in told


@pytest.mark.parametrize(
    "words,said",
    [
        ({"AUTHOR": ""}, "author."),
        ({"MOTIVE": "sans point"}, "une phrase dans reason."),
        ({"DAY": "2026-11-26"}, "un jour qui précède reviewed_on."),
    ],
)
def test_a_change_says_who_when_and_why(
    words: dict[str, str], said: str, asked: Callable[..., ConformanceReport]
) -> None:
    """Each thing that it leaves out is told."""
    assert [f"K601 2 Il manque au changement de « reponse-48h » : {said}"] == found(asked(change(**words)))


def test_a_figure_is_found_under_the_name_that_the_edition_gives_it(
    asked: Callable[..., ConformanceReport],
) -> None:
    """Without the slug of the sector."""
    assert [
        "K601 2 Il manque au changement de « essai.agreement.span-max » : une phrase dans reason."
    ] == found(asked(FIGURE))


@pytest.mark.parametrize(
    "edition,said",
    [
        ("commitments = 3\n", "K102 1 "),
        ("[commitments.reponse-48h]\nverbe = 1\n", "K102 2 "),
        ("\n\n[commitments.absent]\n" + change().split("]\n", 1)[1].split("[commitments")[0], "K103 3 "),
        (FIGURE.replace("span-max", "span-min"), "K103 2 "),
    ],
)
def test_an_edition_that_cannot_be_laid_is_told(
    edition: str, said: str, asked: Callable[..., ConformanceReport]
) -> None:
    """What does not fit at its line, what cannot be changed with the cause."""
    assert any(one.startswith(said) for one in found(asked(edition)))


def test_what_it_extends_is_refused_with_it(write: Write, tmp_path: Path) -> None:
    """A sector that is not there."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "sector.toml").write_text(IDENTITY, "utf-8")
    (folder / "edition.toml").write_text(change(), "utf-8")
    (told,) = found(examine(candidate(str(folder)), TODAY))

    assert "dont elle ne peut se passer" in told


def test_a_rule_of_the_sector_that_an_edition_evades_is_told(
    asked: Callable[..., ConformanceReport], write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Silent on its own bad example, or whose example cannot be told any more."""
    from zest.testing.kit.candidate import Candidate

    monkeypatch.setattr(Candidate, "found", lambda *_: ())
    assert any("K603" in one and "ne trouve plus sa propre faute" in one for one in found(asked(change())))


def test_an_example_that_no_longer_applies_is_told(
    asked: Callable[..., ConformanceReport], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With why."""
    from zest.testing.kit.candidate import Candidate

    def fail(*_: object) -> None:
        raise ValueError("raté")

    monkeypatch.setattr(Candidate, "found", fail)
    assert any("ne s'applique plus (raté)" in one for one in found(asked(change())))


def test_a_sector_has_no_sample_of_an_edition(write: Write) -> None:
    """It extends nothing."""
    with pytest.raises(DataFileError, match="ne prolonge aucun secteur"):
        edition_sample(candidate(str(write())).sector)


def test_what_an_edition_leaves_untold_each_offer_tells_as_the_sector_does(
    write: Write, tmp_path: Path
) -> None:
    """Which hours the forty-eight are: without it every offer would be asked."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "sector.toml").write_text(IDENTITY, "utf-8")
    untold = change().replace(
        "[commitments.reponse-48h.to]", 'untold = ["clock"]\n\n[commitments.reponse-48h.to]'
    )
    (folder / "edition.toml").write_text(untold, "utf-8")
    made = candidate(str(folder), [str(write())])

    assert [{"clock": "clock-hours", "key": "reponse-48h"}] == made.sample["offers"][0]["commitments"]
    assert [] == found(examine(made, TODAY))


def test_the_offers_of_another_sector_are_left_as_they_are(write: Write, tmp_path: Path) -> None:
    """A sample may hold one: an edition has nothing to say of it."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "sector.toml").write_text(IDENTITY, "utf-8")
    (folder / "edition.toml").write_text(change(), "utf-8")
    home = write()
    sample = home / "src" / "zest_essai" / "samples" / "sound.toml"
    other = '\n[[offers]]\nkey = "autre"\nsector = "autre"\n'
    sample.write_text(sample.read_text("utf-8") + other, "utf-8")
    made = candidate(str(folder), [str(home)])

    assert ["essai-region", "autre"] == [offer["sector"] for offer in made.sample["offers"]]


def test_an_edition_of_an_edition_answers_for_its_own_changes(write: Write, tmp_path: Path) -> None:
    """What the other left out is asked of the other."""
    first, second = tmp_path / "edition", tmp_path / "edition-locale"
    for folder, identity in (
        (first, IDENTITY),
        (
            second,
            IDENTITY.replace("essai-region", "essai-ville")
            .replace('"essai"', '"essai-region"')
            .replace("ESR", "ESV"),
        ),
    ):
        folder.mkdir()
        (folder / "sector.toml").write_text(identity, "utf-8")
    (first / "edition.toml").write_text(change(AUTHOR=""), "utf-8")
    (second / "edition.toml").write_text(change(HOURS="12", VERB="tighten", MOTIVE="sans point"), "utf-8")
    told = found(examine(candidate(str(second), [str(write()), str(first)]), TODAY))

    assert ["K601 2 Il manque au changement de « reponse-48h » : une phrase dans reason."] == told


def test_an_edition_that_adds_a_promise_keeps_the_sample(write: Write, tmp_path: Path) -> None:
    """The sector has nothing to say of it."""
    folder = tmp_path / "edition"
    folder.mkdir()
    (folder / "sector.toml").write_text(IDENTITY, "utf-8")
    added = (
        change(VERB="add")
        .replace("reponse-48h", "autre")
        .replace("HOURS", "1")
        .replace("[commitments.autre.to]", '[commitments.autre.to]\nfamily = "response"')
    )
    (folder / "edition.toml").write_text(added, "utf-8")
    project = write()
    sound = project / "src" / "zest_essai" / "samples" / "sound.toml"
    sound.write_text(sound.read_text("utf-8").replace('key = "reponse-48h"', 'key = "autre"', 1), "utf-8")
    report = examine(candidate(str(folder), [str(project)]), TODAY)

    assert any(one.startswith("K306") for one in found(report)), found(report)
    shutil.rmtree(folder)
