"""What makes a check part of a day: configuration, baseline, standard input, watching, completion."""

import datetime as dt
import io
import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest

import zest
from zest.baseline import read_baseline, to_baseline, without_known
from zest.cli import main, watching
from zest.cli.parsing import COMMANDS, whole
from zest.errors import UnreadableFileError
from zest.findings import Finding, Ground, Severity
from zest.model.dossier import Dossier

Run = Callable[..., tuple[int, str, str]]
DAY = ("--as-of", "2026-01-01")


def test_a_configuration_is_obeyed_and_the_command_line_wins(dossier: Path, run: Run) -> None:
    """The nearest one, the one that is named, or none."""
    (dossier / ".zest.toml").write_text('select = ["Z103"]\nfail-on = "never"\n')
    (dossier / "other.toml").write_text('select = ["Z1"]\n')
    words = ("check", str(dossier), *DAY, "--format", "jsonl")
    near, named, none = (
        run(*words),
        run(*words, "--config", str(dossier / "other.toml")),
        run(*words, "--no-config"),
    )
    over = run(*words, "--select", "Z106", "--fail-on", "error")

    assert {"Z103"} >= {json.loads(line)["code"] for line in near[1].splitlines()}
    assert near[0] != 1
    assert len(near[1]) < len(named[1]) <= len(none[1])
    assert 1 == over[0]
    assert {"Z106"} == {json.loads(line)["code"] for line in over[1].splitlines()}


def test_a_configuration_may_require_a_sector(dossier: Path, run: Run) -> None:
    """As the command line does, and words that are none are refused with the file."""
    (dossier / ".zest.toml").write_text('require = ["no-such-sector>=1"]\n')
    assert "no-such-sector" in run("check", str(dossier))[1]
    (dossier / ".zest.toml").write_text('require = [">="]\n')
    code, _, errors = run("check", str(dossier))

    assert 2 == code
    assert ".zest.toml" in errors
    assert 2 == run("check", str(dossier), "--config", str(dossier / "no.toml"))[0]


def test_only_what_is_new_is_told(dossier: Path, run: Run) -> None:
    """What the baseline knows is neither told nor counted; a new fault is; what is mended is said."""
    known, words = dossier / "connus.json", ("check", str(dossier), *DAY, "--format", "jsonl")
    assert 1 == run(*words)[0]
    assert "" == run(*words, "--write-baseline", str(known))[1]
    first = run(*words, "--baseline", str(known))
    text = (dossier / "zest.toml").read_text()
    (dossier / "zest.toml").write_text("\n\n" + text.replace("coorace_member = false", "x = 1"))
    code, shown, errors = run(*words, "--baseline", str(known))

    assert (0, "") == first[:2]
    assert 1 == code
    assert "Z002" in {json.loads(line)["code"] for line in shown.splitlines()}
    assert "disparu" in errors


def test_a_baseline_counts() -> None:
    """The second of two alike is new when one was known; a breakdown and a waived finding are never in it."""
    one = Finding(code="Z1", name="a", severity=Severity.ERROR, ground=Ground.LAW, message="m")
    report = zest.check(Dossier(), as_of=dt.date(2026, 1, 1))
    report = attrs.evolve(
        report, findings=(one, attrs.evolve(one, waiver="x"), attrs.evolve(one, apparatus=True))
    )
    known = json.loads(to_baseline(report))["findings"]
    twice = without_known(attrs.evolve(report, findings=(one, one)), {one.fingerprint: 1, "gone": 2})

    assert {one.fingerprint: {"count": 1, "what": "Z1"}} == known
    assert (1, 2, (one,)) == (twice.known, twice.gone, twice.report.findings)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "x"}', '{"schema": "zest-baseline/1", "findings": [1]}']
)
def test_what_is_no_baseline_is_refused(text: str, tmp_path: Path) -> None:
    """With what to type."""
    (tmp_path / "b.json").write_text(text)

    for name in ("b.json", "no.json"):
        with pytest.raises(UnreadableFileError, match="--write-baseline"):
            read_baseline(tmp_path / name)


def test_a_baseline_that_cannot_be_written_is_told(dossier: Path, run: Run) -> None:
    """In a line; and an unreadable dossier has none."""
    code, _, errors = run("check", str(dossier), "--write-baseline", str(dossier / "no" / "b.json"))
    (dossier / "zest.toml").write_text("x = [")

    assert 2 == code
    assert "ne peut pas être écrit" in errors
    assert 2 == run("check", str(dossier), "--write-baseline", str(dossier / "b.json"))[0]
    assert not (dossier / "b.json").exists()


@pytest.mark.parametrize("form", ["toml", "json"])
@pytest.mark.parametrize("name", ["", "mon-dossier"])
def test_a_dossier_comes_by_standard_input(
    form: str, name: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the findings that its file would have, placed by the name that one gives it."""
    file = Path("examples/fautif/zest.toml")
    data = (Path(__file__).parents[2] / file).read_bytes()
    if form == "json":
        data = zest.to_json(zest.load(Path(__file__).parents[2] / "examples/caen-exemplaire")).encode()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
    words = ("--stdin-name", f"{name}.{form}") if name else ()
    code, shown, errors = run("check", "-", "--as-of", "2026-04-20", "--format", "jsonl", *words)
    places = {json.loads(line)["place"]["file"] for line in shown.splitlines()}

    assert "" == errors
    assert code in (0, 1, 3)
    assert places <= {f"{name}.{form}" if name else "entrée standard", ""} or form == "json"


def test_standard_input_is_refused_as_a_file_would_be(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Syntax, encoding, nothing at all, closed, another form, too large."""
    for data, words in (
        (b"x = [", ""),
        (b"\xff\xfe", "UTF"),
        (b"  ", "blancs"),
        (b"x" * (1 << 20) + b"xx", "entrée standard"),
    ):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))
        code, _, errors = run("check", "-")

        assert 2 == code
        assert words in errors
    monkeypatch.setattr("sys.stdin", None)
    assert "fermée" in run("check", "-")[2]
    assert 2 == run("check", "-", "--watch")[0]


def test_each_save_is_checked(dossier: Path) -> None:
    """What cannot be read for a moment does not end it, and the last answer is what it returns."""
    answers: Iterator[int | UnreadableFileError] = iter([1, UnreadableFileError("coupé"), 0])

    def again() -> int:
        answer = next(answers)
        if isinstance(answer, UnreadableFileError):
            raise answer
        return answer

    assert 0 == watching.watch(str(dossier), again, changes=[1, 2])


@pytest.mark.parametrize("name", ["", "zest.toml"])
def test_the_file_system_tells_of_changes(name: str, dossier: Path) -> None:
    """Of the folder of a dossier, or of its one file and not of its neighbours."""
    pytest.importorskip("watchfiles")
    changes = iter(watching._changes(str(dossier / name)))

    def save() -> None:
        time.sleep(0.3)
        (dossier / "autre.txt").write_text("x")
        time.sleep(0.3)
        (dossier / "zest.toml").write_text("[collective]\nname = 'D'\n")

    saving = threading.Thread(target=save)
    saving.start()
    seen = {Path(path).name for _, path in next(changes)}  # type: ignore[attr-defined]  # what watchfiles gives
    saving.join()

    assert seen <= {"zest.toml", "autre.txt"}
    assert not name or {"zest.toml"} == seen


def test_watching_needs_its_extra(dossier: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """And so does completion; each says what to type."""
    monkeypatch.setattr("importlib.util.find_spec", lambda *_: None)

    assert "zest-coorace[watch]" in run("check", str(dossier), "--watch")[2]
    assert "zest-coorace[completion]" in run("completion", "bash")[2]


def test_check_watches(dossier: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """One answer at once, one at each change."""
    monkeypatch.setattr(watching, "_changes", lambda _: [1])
    code, shown, _ = run("check", str(dossier), *DAY, "--watch")

    assert 1 == code
    assert 2 == shown.count("NON CONFORME")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_completes_every_command(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The script names each command, and bash finds no fault in its own."""
    pytest.importorskip("shtab")
    assert 0 == main(["completion", shell])
    script = capsys.readouterr().out

    assert [] == [name for name in COMMANDS if name not in script]
    assert set(COMMANDS) == set(whole().parts())
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=script, text=True, check=True)
