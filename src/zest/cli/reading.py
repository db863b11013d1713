"""The dossier of a command that judges nothing."""

from zest.cli.saying import say
from zest.console.typography import count
from zest.errors import UnreadableFileError
from zest.loading import load
from zest.model.dossier import Dossier


def readable(path: str) -> Dossier:
    """Load a dossier; what is wrong inside it is counted on standard error.

    Raises:
        UnreadableFileError: it cannot be read; the message tells where and why.
    """
    dossier = whole(path)
    if dossier.faults:
        some = count(
            len(dossier.faults), "valeur du dossier n'a pas été lue", "valeurs du dossier n'ont pas été lues"
        )
        say(f"{some} ; « zest check {path} » dit pourquoi.")
    return dossier


def whole(path: str) -> Dossier:
    """Load a dossier whose outermost shape can be read.

    Raises:
        UnreadableFileError: it cannot be read; the message tells where and why.
    """
    dossier = load(path)
    if not dossier.readable:
        first = dossier.faults[0]
        raise UnreadableFileError(f"{first.place} : {first.message}")
    return dossier
