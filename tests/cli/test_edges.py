"""What surrounds a command: streams that are closed, options in the wrong place, plugins in the way."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import zest
from zest.cli import main
from zest.cli.parsing import COMMANDS
from zest.console.plain import plain
from zest.console.sectors import sectors_blocks
from zest.journeying import progress
from zest.model.dossier import Dossier
from zest.plugins.assembly import assemble
from zest.report import Mark
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of
from zest.validation import check

Run = Callable[..., tuple[int, str, str]]


RULES = """
[ECH901]
name = "job-not-told"
on = "mission"
ground = "practice"
severity = "info"
requirement = "Une mission dit son métier."
why = "Sans lui, rien ne peut en être vérifié."
remedy = "Donnez job."
message = "La mission ne dit pas son métier."
source = { reference = "Exemple inventé", status = "interpretation", read_on = 2026-11-23 }
field = "job"
required = true
bad = { "missions.0.absente.job" = 1, "missions.0.job" = "" }
"""


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An installed plugin that cannot be imported."""
    info = tmp_path / "zest_panne-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-panne\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v1]\npanne = module_absent\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))


def test_zest_alone_is_its_help(run: Run) -> None:
    """On standard error, exit 2: nothing was asked, so nothing is answered."""
    code, text, errors = run()

    assert (2, "") == (code, text)
    assert errors.startswith("Utilisation")


@pytest.mark.parametrize("command", ["check", "show", "explain"])
def test_the_help_of_a_command_names_it_once(command: str, run: Run) -> None:
    """« Utilisation : zest check », and not twice the word."""
    assert run(command, "--help")[1].replace("\u00a0", " ").startswith(f"Utilisation : zest {command} [-h]")


def test_a_sentence_ends_once(run: Run) -> None:
    """A question mark is not followed by a full stop."""
    assert run("chekc")[2].rstrip().endswith("?")
    assert run("--quoi")[2].rstrip().endswith(f"{[*COMMANDS][-1]}.")


def test_a_file_never_holds_colours(run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where FORCE_COLOR paints what goes to the screen."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("check", str(dossier), "--output", str(dossier / "r.txt"))

    assert "\x1b" not in (dossier / "r.txt").read_text("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="bash closes the stream")
def test_nothing_but_the_answer_reaches_standard_output() -> None:
    """With standard error closed, what is not the answer goes nowhere."""
    line = f"{sys.executable} -m zest explain Z9 2>&-"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)

    assert (2, "") == (done.returncode, done.stdout)


def test_the_version_needs_a_stream_that_takes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is told, as for any answer."""
    import io

    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "full")

    monkeypatch.setattr("os.dup2", lambda *_: None)
    monkeypatch.setattr(sys, "stdout", Full())

    assert 3 == main(["--version"])


def test_the_version_comes_first_whatever_follows(run: Run) -> None:
    """Other words after it are not looked at."""
    assert run("--version")[:2] == run("--version", "check")[:2]


def test_a_closed_standard_output_changes_no_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """As ``print`` does: nothing is written, the answer stands."""
    monkeypatch.setattr(sys, "stdout", None)

    assert 0 == main(["rules", "--format", "json"])
    assert "" == capsys.readouterr().err


def test_the_version_loads_no_parser() -> None:
    """Neither argparse nor typing: it costs what Python costs."""
    code = (
        "import sys; before = set(sys.modules); from zest.cli import main; main(['--version']); "
        "print(sorted({'argparse', 'typing', 'zest.cli.running'} & (set(sys.modules) - before)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.splitlines()[-1]


@pytest.mark.parametrize("command", ["show", "status"])
def test_what_cannot_be_read_is_neither_shown_nor_told(command: str, run: Run, dossier: Path) -> None:
    """Exit 2 and the place of the first fault, rather than an empty picture."""
    (dossier / "zest.toml").write_text("= 1", "utf-8")
    code, text, errors = run(command, str(dossier))

    assert (2, "") == (code, text)
    assert "zest.toml:1:1" in errors


def test_what_was_left_out_is_counted(run: Run, dossier: Path) -> None:
    """The picture is shown, and standard error says that it lacks something."""
    with (dossier / "zest.toml").open("a", encoding="utf-8") as file:
        file.write("inconnue = 1\n")
    code, text, errors = run("show", str(dossier))

    assert 0 == code
    assert "Collectif" in text
    assert "1 valeur du dossier n'a pas été lue" in errors


@pytest.mark.usefixtures("broken")
def test_a_broken_plugin_is_told_by_lists_and_refused_by_name(run: Run) -> None:
    """A list lacks it and says so; asked for by name, it is exit 3 and not wrong use."""
    code, _, errors = run("rules")

    assert 0 == code
    assert "module_absent" in errors
    assert 3 == run("rules", "--sector", "panne")[0]
    assert 3 == run("show", "panne")[0]


@pytest.mark.usefixtures("broken")
def test_a_core_rule_is_explained_without_any_plugin(run: Run) -> None:
    """Nothing is said of a plugin that was not needed."""
    assert "" == run("explain", "Z102")[2]


@pytest.mark.usefixtures("broken")
def test_a_refused_plugin_is_listed_with_its_remedy(run: Run) -> None:
    """Counted in the first line, told last; on a narrow terminal too."""
    code, text, _ = run("sectors")

    assert 0 == code
    assert "1 greffon refusé" in text.splitlines()[0]
    assert "module_absent" in text
    assert "→" in text
    assert 3 == run("sectors", "--strict")[0]


def test_no_sector_at_all_is_told_as_such() -> None:
    """Without a table."""
    assert "0 secteur prêt\n" == plain(sectors_blocks(assemble(())))


def test_a_rule_whose_sector_ships_no_sample_is_explained_all_the_same(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its faulty example is shown, without what it gives."""
    folder = tmp_path / "sector"
    shutil.copytree(Path(zest.__path__[0]) / "samples" / "sector", folder)
    (folder / "rules.toml").write_text(RULES, "utf-8")
    (tmp_path / "zest_sans_exemple.py").write_text(
        "from pathlib import Path\nfrom zest.hookspecs import hookimpl\nfrom zest.sector import Sector\n"
        f"@hookimpl\ndef zest_sector():\n    return Sector.from_folder(Path({str(folder)!r}))\n",
        "utf-8",
    )
    info = tmp_path / "zest_sans_exemple-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-sans-exemple\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v1]\nechantillon = zest_sans_exemple\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    code, text, _ = run("explain", "ECH901")

    assert 0 == code
    assert "Exemple fautif" in text
    assert "→" not in text


def test_explain_says_what_the_faulty_example_gives(run: Run) -> None:
    """The very sentence of the finding; in both formats."""
    expected = "« Bocage Emploi » compte 0 permanent formé, pour un minimum de 1."

    assert expected in run("explain", "Z102")[1].replace("\u00a0", " ")
    assert [expected] == json.loads(run("explain", "Z102", "--format", "json")[1])["effect"]


def test_the_condition_of_nobody_is_not_met() -> None:
    """Without an offer no one was asked to be trained; a waived condition says so; a part unread leaves doubt."""
    waived = {
        "structures.0.brand_convention": {"signed": False},
        "waivers": [{"rule": "Z103", "reason": "Signature", "owner": "COORACE", "until": "2026-12-31"}],
    }
    catalogue = core_assembly().catalogue

    def marks(dossier: Dossier) -> list[Mark]:
        return [c.mark for c in progress(dossier, check(dossier, catalogue, AS_OF), AS_OF).conditions]

    sound = dossier_of(core_sample())
    fault = check(dossier_of({}), catalogue, AS_OF).findings[:1]

    assert [Mark.MET] * 3 == marks(sound)
    assert Mark.MISSING is marks(dossier_of(changed(core_sample(), {**waived, "waivers": []})))[2]
    assert [Mark.MET, Mark.UNKNOWN, Mark.MET] == marks(attrs.evolve(sound, offers=()))
    assert [Mark.MET, Mark.MET, Mark.WAIVED] == marks(dossier_of(changed(core_sample(), waived)))
    assert [Mark.UNKNOWN] * 3 == marks(attrs.evolve(sound, faults=fault))


def test_a_step_dated_later_is_not_done_yet() -> None:
    """Whatever it says besides its day."""
    later = {"name": "information-meeting", "done": True, "done_on": "2030-01-01"}
    dossier = dossier_of(changed(core_sample(), {"journey.steps.0": later}))

    assert (
        Mark.MISSING
        is progress(dossier, check(dossier, core_assembly().catalogue, AS_OF), AS_OF).steps[0].mark
    )
