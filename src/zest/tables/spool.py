"""A temporary folder that lasts as long as the frame that reads from it."""

import shutil
import tempfile
import weakref
from pathlib import Path


class Spool:
    """Made when first asked for, removed when nobody holds it any more, or at the end of the program."""

    def __init__(self) -> None:
        """Make nothing yet."""
        self.folder: Path | None = None
        self._files = 0

    def file(self, name: str) -> Path:
        """Return the path of a file that nobody uses yet."""
        if self.folder is None:
            self.folder = Path(tempfile.mkdtemp(prefix="zest-"))
            weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self._files += 1
        return self.folder / f"{self._files:05}-{name}"
