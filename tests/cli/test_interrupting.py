"""A command that is stopped from outside: one line, the code of shells, nothing half-written."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("polars")

from zest.cli import main
from zest.cli.interrupting import Interruption

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="les signaux demandent Unix")
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@pytest.fixture(autouse=True)
def _heard() -> Iterator[None]:
    """Signals do what they do at a terminal, even where the tests run under ``nohup``; then they come back."""
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def listening(_heard: None) -> Iterator[Interruption]:
    """An interruption that listens."""
    made = Interruption()
    made.listen()
    yield made
    signal.set_wakeup_fd(-1)


@pytest.mark.parametrize("number", SIGNALS)
def test_interrupted_work_leaves_nothing_and_says_so(number: signal.Signals, tmp_path: Path) -> None:
    """Whoever sends the signal."""
    command = (
        sys.executable,
        "-m",
        "zest",
        "new",
        "records",
        "--rows",
        "1000000",
        "--out",
        str(tmp_path / "t"),
    )
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        while process.poll() is None and not list(tmp_path.glob(".t.*.part/*")):
            time.sleep(0.01)
        process.send_signal(number)
        _, told = process.communicate(timeout=60)

    assert 128 + number == process.returncode
    assert told.replace("\xa0", " ") == f"zest : interrompu{'' if number == 2 else f' par {number.name}'}.\n"
    assert [] == list(tmp_path.iterdir())


def test_the_first_signal_interrupts_and_the_others_let_it_clean(
    listening: Interruption, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also when the command leaves."""
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGHUP)
    for number in SIGNALS:
        signal.raise_signal(number)
    listening.leave()
    signal.raise_signal(signal.SIGTERM)

    assert 129 == listening.tell()
    assert "interrompu par SIGHUP" in capsys.readouterr().err


def test_an_interruption_that_a_library_has_raised_is_not_raised_again(listening: Interruption) -> None:
    """Polars does so; cleaning is under way when Python hears of the signal."""
    try:
        raise KeyboardInterrupt  # noqa: TRY301  # as polars does
    except KeyboardInterrupt:
        signal.raise_signal(signal.SIGINT)

    assert 130 == listening.tell()


def test_work_that_only_looks_out_for_ctrl_c_is_interrupted_by_any_signal(listening: Interruption) -> None:
    """It is sent that one, once; the code stays that of the first."""
    reading, writing = os.pipe()
    os.write(writing, bytes((signal.SIGINT, signal.SIGUSR1, signal.SIGTERM, signal.SIGTERM)))
    os.close(writing)
    with pytest.raises(KeyboardInterrupt):
        listening._relay(reading)  # in a thread of its own, elsewhere
    listening._relay(reading)
    os.close(reading)

    assert 143 == listening.tell()


def test_a_command_that_ends_well_leaves_the_signals_to_the_system(listening: Interruption) -> None:
    """What is then interrupted has nothing to clean."""
    listening.leave()

    assert {signal.SIG_DFL} == {signal.getsignal(number) for number in SIGNALS}


def test_a_signal_that_is_ignored_stays_so() -> None:
    """As ``nohup`` asks."""
    line = "trap '' HUP; $0 -c 'import os, signal; from zest.cli.interrupting import Interruption; "
    line += "Interruption().listen(); os.kill(os.getpid(), signal.SIGHUP)'"

    assert 0 == subprocess.run(["bash", "-c", line, sys.executable], check=False).returncode


def test_whoever_imports_zest_keeps_their_signals(capsys: pytest.CaptureFixture[str]) -> None:
    """The command line alone takes them, when the process ends after it."""
    before = [signal.getsignal(number) for number in SIGNALS]
    main(["explain", "Z106"])

    assert before == [signal.getsignal(number) for number in SIGNALS]
    assert capsys.readouterr().out
