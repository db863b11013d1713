"""``-`` in the place of a dossier: its main file comes by standard input."""

import sys

from zest.model.dossier import Dossier

STDIN = "-"


def load_given(path: str, name: str = "") -> Dossier:
    """Load a dossier, by its path or from standard input.

    Args:
        path: folder or file; ``-`` for standard input.
        name: of standard input, in places; its ending tells the form. Left out, JSON is known by its brace, and
            anything else is TOML.

    Raises:
        UnreadableFileError: it cannot be read.
        MissingExtraError: it is of a form whose reader is not installed.
    """
    if path != STDIN:
        from zest.loading import load

        return load(path)
    from zest.errors import UnreadableFileError
    from zest.io.dossier import load_text
    from zest.io.files import MAX_BYTES
    from zest.io.text import decoded

    shown = name or "entrée standard"
    if sys.stdin is None:
        raise UnreadableFileError("L'entrée standard est fermée.")
    text = decoded(sys.stdin.buffer.read(MAX_BYTES + 1), shown)
    return load_text(text, shown, name.rpartition(".")[2].lower() if name else _form(text))


def _form(text: str) -> str:
    return "json" if text.lstrip().startswith("{") else "toml"
