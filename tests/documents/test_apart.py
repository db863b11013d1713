"""A process of ours that answers: framed, bounded, ended."""

import gc
import io
import json
import time
from importlib.util import find_spec
from pathlib import Path

import pytest

from zest.documents import foreign_process
from zest.documents.foreign_process import Apart, Ended
from zest.documents.serving import receive, send

CELL = "zest.documents.cell"
SOURCE = '#set document(title: "T")\n#absent'

pytestmark = pytest.mark.skipif(find_spec("typst") is None, reason="Typst is not installed: nothing answers")


@pytest.fixture
def bad(tmp_path: Path) -> bytes:
    """A request whose answer is short: a template at fault."""
    source = tmp_path / "main.typ"
    source.write_text(SOURCE, "utf-8")
    return json.dumps({"source": str(source), "inputs": "{}", "format": "pdf", "day": "2026-11-23"}).encode()


def sound() -> Apart:
    """A cell that nothing hinders."""
    return Apart(CELL, wait=30, most=10_000)


@pytest.mark.parametrize("told", [b"", b"\0\0", b"\0\0\0\5abcd", b"\0\0\0\7abcdefg", b"\xff\xff\xff\xffa"])
def test_what_is_not_whole_or_too_long_is_nothing(told: bytes) -> None:
    """Neither half a length, nor half an answer, nor one that is longer than it may be."""
    assert receive(io.BytesIO(told), 6) is None


def test_what_is_sent_is_received() -> None:
    """One after the other, an empty one as well."""
    pipe = io.BytesIO()
    for one in (b"abc", b"", b"d"):
        send(pipe, one)
    pipe.seek(0)

    assert [b"abc", b"", b"d", None] == [receive(pipe, 10) for _ in range(4)]


def test_one_process_answers_until_it_is_relieved(monkeypatch: pytest.MonkeyPatch, bad: bytes) -> None:
    """So many answers, then a fresh one takes over; the answers are the same."""
    monkeypatch.setattr(foreign_process, "MOST_COPIES", 2)
    cell = sound()
    served, answers = [], []
    for _ in range(3):
        answers.append(cell.asked(bad))
        served.append(cell._running)

    assert 1 == len(set(answers))
    assert served[0] is served[1] is not served[2]


def test_what_it_says_is_bounded(monkeypatch: pytest.MonkeyPatch, bad: bytes) -> None:
    """One answer, and all of them together."""
    with pytest.raises(Ended):
        Apart(CELL, wait=30, most=10).asked(bad)
    monkeypatch.setattr(foreign_process, "MOST_BYTES", 20)
    with pytest.raises(Ended):
        sound().asked(bad)


def test_a_process_that_died_is_followed_by_another(bad: bytes) -> None:
    """What earlier copies did to it is not held against the next one."""
    cell = sound()
    expected = cell.asked(bad)
    running = cell._running
    assert running is not None
    running._process.kill()
    running._process.wait()

    assert expected == cell.asked(bad)
    assert cell._running is not running


def test_a_copy_that_no_process_answers_is_told(bad: bytes) -> None:
    """A used process, then a fresh one: the third is for the next copy."""
    cell = sound()
    expected = cell.asked(bad)
    with pytest.raises(Ended) as told:
        cell.asked(b"no request")

    assert 0 == told.value.waited
    assert expected == cell.asked(bad)


def test_many_slow_copies_have_an_end(monkeypatch: pytest.MonkeyPatch, bad: bytes) -> None:
    """Each may take long, all of them may not: what the first takes, the next ones lack."""
    monkeypatch.setattr(foreign_process, "EACH", 0.0)
    cell = sound()
    cell.asked(bad)
    cell._seconds = 0.001
    with pytest.raises(Ended) as told:
        cell.asked(bad)

    assert 0.001 == told.value.waited


def test_waiting_has_an_end(bad: bytes) -> None:
    """A process that is still at it is ended."""
    begun = time.monotonic()
    with pytest.raises(Ended) as told:
        Apart(CELL, wait=0.01, most=10_000).asked(bad)

    assert 0.01 == told.value.waited
    assert time.monotonic() - begun < 5


def test_nothing_is_left_running(bad: bytes) -> None:
    """The process ends with what asked it."""
    cell = sound()
    cell.asked(bad)
    running = cell._running
    assert running is not None
    process = running._process
    assert process.poll() is None
    del cell, running
    gc.collect()

    assert process.poll() is not None
