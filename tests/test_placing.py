"""What is written whole or not at all."""

import errno
import gc
import shutil
from pathlib import Path

import pytest

from zest.placing import beside, full_disk


def test_what_fails_leaves_nothing(tmp_path: Path) -> None:
    """The failure is the caller's."""
    with pytest.raises(IsADirectoryError), beside(tmp_path / "a.csv") as made:
        made.parent.write_text("la moitié", "utf-8")

    assert [] == list(tmp_path.iterdir())


def test_an_interruption_of_the_cleaning_leaves_nothing_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of one Ctrl-C, Python may hear twice: what is left goes when nobody holds it any more."""

    def again(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    def work() -> None:
        with beside(tmp_path / "a.csv") as made:
            made.write_text("la moitié", "utf-8")
            monkeypatch.setattr(shutil, "rmtree", again)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    gc.collect()

    assert [] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "error",
    [
        OSError(errno.ENOSPC, "plein"),
        RuntimeError("parquet: File out of specification: No space left on device (os error 28)"),
        RuntimeError('IO Error: Could not write file "a": No space left on device'),
    ],
)
def test_a_full_disk_is_known_in_the_words_of_every_library(error: Exception, tmp_path: Path) -> None:
    """It becomes what the system says of the place that was to be written."""
    with pytest.raises(OSError, match=r"a\.csv") as told, beside(tmp_path / "a.csv"):
        raise error

    assert errno.ENOSPC == told.value.errno
    assert not full_disk(FileNotFoundError(errno.ENOENT, "absent"))
