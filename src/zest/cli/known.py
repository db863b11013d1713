"""The baseline of a check: written, and what is said of it."""

from pathlib import Path

from zest.baseline import Compared, to_baseline
from zest.cli.saying import say
from zest.cli.screen import refusal, replace
from zest.console.typography import count
from zest.report import Report


def write_baseline(file: Path, report: Report) -> None:
    """Write the findings of today as known.

    Raises:
        WrongUse: the system refuses.
        CannotWrite: the disk is full.
    """
    try:
        replace(file, to_baseline(report))
    except (OSError, ValueError) as error:
        raise refusal(file.as_posix(), error) from None


def tell(compared: Compared, file: str) -> None:
    """Say on standard error how many findings are not told again, and how many are mended."""
    words = f"{count(compared.known, 'constat')} de la référence « {file} » : pas repris ici."
    gone = f" {count(compared.gone, 'a disparu', 'ont disparu')} : refaites-la avec « --write-baseline »."
    say(words + (gone if compared.gone else ""))
