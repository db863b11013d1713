"""Standard output is for the answer alone, whatever it is made of."""

import io
import sys

import pytest

from zest.cli import diversion
from zest.cli.diversion import Diversion, Sink, diverted


class Odd(io.StringIO):
    """A stream that has no descriptor and says so in its own way."""

    def fileno(self) -> int:
        """Fail."""
        raise ValueError("fermé")


def test_a_stream_of_the_caller_keeps_its_descriptor(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is taken away from plugins all the same, and given back."""
    stream = Odd()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "__stdout__", stream)
    with diverted(for_good=False) as output:
        sys.stdout.write("bavard\n")

        assert stream is output.answer
        assert (7, None) == (output.since((0, 0)), output.descriptor)
    assert "" == stream.getvalue()
    assert stream is sys.stdout


def test_what_is_no_text_is_counted_too() -> None:
    """Bytes, and whatever a child of the process would write to."""
    sink = Sink()
    sink.buffer.write(b"bavard")

    assert (6, "bavard", 1) == (sink.count, sink.head, sink.fileno())


def test_only_the_beginning_is_kept() -> None:
    """Three million signs take no room."""
    sink = Sink()
    sink.write("x" * (3 * diversion.ROOM))

    assert (3 * diversion.ROOM, diversion.ROOM) == (sink.count, len(sink.head))


def test_who_wrote_nothing_that_can_be_read_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Once for each."""
    made = Diversion(None, None)
    made.sink.write("\n")
    made.blame("zest-casse 1.0", (0, 0))
    made.blame("zest-casse 1.0", (0, 0))
    made.tell()

    assert (
        "zest : le greffon zest-casse 1.0 écrit sur la sortie standard ; la réponse ne le contient pas : rien"
        in (capsys.readouterr().err.replace("\u00a0", " "))
    )


def test_elsewhere_than_on_linux_it_goes_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is then no telling how much it was."""
    monkeypatch.setattr(sys, "platform", "darwin")

    assert diversion._room() is None
