"""Where the answer goes: the true standard output or a file, written whole or not at all."""

import argparse
import contextlib
import os
from collections.abc import Generator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from zest.cli.errors import CannotWrite, WrongUse

if TYPE_CHECKING:
    from zest.console.blocks import Block


class Screen:
    """The one place that a command writes to; plugins, which print elsewhere, never reach it."""

    def __init__(self, stream: TextIO | None, *, color: bool, rich: bool) -> None:
        """Remember the stream; ``None`` when standard output is closed: nothing is written then.

        What :meth:`hold` is given is kept in ``held`` until the file is written.
        """
        self.stream = stream
        self.color = color
        self.rich = rich
        self.held: bytes | None = None

    def show(self, blocks: Sequence["Block"]) -> None:
        """Write an answer for people: with rich on a terminal, plain and stable elsewhere."""
        if self.stream is None:
            return
        if not self.rich:
            from zest.console.plain import plain

            write(self.stream, plain(blocks))
            return
        from zest.console.pretty import show

        with _written(self.stream):
            show(blocks, self.stream, color=self.color)
            self.stream.flush()

    def text(self, words: str) -> None:
        """Write an answer as it is, a table or a page, without what would drive a terminal."""
        from zest.console.blocks import harmless

        write(self.stream, harmless(words))

    def hold(self, payload: bytes) -> None:
        """Keep an answer that is no text (a workbook, a PDF) for the file of ``--output``."""
        self.held = payload

    def json(self, payload: dict[str, Any]) -> None:
        """Write an answer for programs."""
        import json

        from zest.console.blocks import escaped

        write(self.stream, escaped(json.dumps(payload, ensure_ascii=False, indent=2)) + "\n")


def is_rich(stream: TextIO | None) -> bool:
    """Whether ``stream`` is a terminal that can do more than plain text, or ``FORCE_COLOR`` says so."""
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream is not None and stream.isatty() and os.environ.get("TERM", "") not in ("dumb", "unknown")


def write(stream: TextIO | None, text: str) -> None:
    """Write and flush; a reader that left (``| head``) is no failure, a full disk is.

    Raises:
        CannotWrite: the system refuses.
    """
    if stream is not None:
        with _written(stream):
            stream.write(text)
            stream.flush()


@contextlib.contextmanager
def _written(stream: TextIO) -> Generator[None, None, None]:
    try:
        yield
    except BrokenPipeError:
        _hush(stream)
    except (OSError, ValueError) as error:
        _hush(stream)
        raise CannotWrite(f"écriture impossible : {reason(error)}.") from None


def _hush(stream: TextIO) -> None:
    """Point a stream at nothing, so that its last flush does not complain in its turn."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def reason(error: Exception) -> str:
    """Say in French why the system refused to write."""
    import errno

    from zest.placing import system_numbers

    words = {
        errno.ENOSPC: "le disque est plein ; libérez de la place, ou écrivez ailleurs",
        errno.EDQUOT: "votre part du disque est pleine ; libérez de la place, ou écrivez ailleurs",
        errno.EFBIG: "le système n'admet pas de fichier aussi grand ; écrivez ailleurs",
        errno.EACCES: "vous n'en avez pas le droit",
        errno.EPERM: "vous n'en avez pas le droit",
        errno.ENOENT: "le répertoire n'existe pas",
        errno.ENOTDIR: "le chemin passe par un fichier qui n'est pas un répertoire",
        errno.EISDIR: "c'est un répertoire",
        errno.EROFS: "le disque est en lecture seule",
        errno.ENXIO: "personne ne lit ce tube",
        errno.EEXIST: "un fichier de ce nom existe déjà",
        errno.ENAMETOOLONG: "le nom est trop long",
    }
    known = (words[number] for number in system_numbers(error) if number in words)
    return next(known, str(error))


@contextlib.contextmanager
def screen_for(args: argparse.Namespace, answer: TextIO | None) -> Generator[Screen, None, None]:
    """Open where the answer goes: to ``answer``, or to the file of ``--output``.

    Raises:
        WrongUse: the file of ``--output`` cannot be written.
        CannotWrite: the disk filled up meanwhile.
    """
    if args.output is None:
        color = not (args.no_color or os.environ.get("NO_COLOR"))
        yield Screen(answer, color=color, rich=is_rich(answer))
        return
    if not args.output:
        raise WrongUse("« --output » est vide : donnez un nom de fichier.")
    import io

    kept = io.StringIO()
    screen = Screen(kept, color=False, rich=False)
    yield screen
    try:
        replace(Path(args.output), kept.getvalue() if screen.held is None else screen.held)
    except (OSError, ValueError) as error:
        raise refusal(args.output, error) from None


def refusal(place: str, error: Exception) -> WrongUse | CannotWrite:
    """Return what a command raises when the system refuses to write somewhere: a full disk is nobody's wrong use."""
    from zest.placing import full_disk

    kind = CannotWrite if full_disk(error) else WrongUse
    return kind(f"« {place} » ne peut pas être écrit : {reason(error)}.")


def replace(path: Path, content: str | bytes) -> None:
    """Write a file whole beside its place, then put it there: nobody ever reads half of it.

    A device or a pipe is written to directly, since it cannot be put in place.

    Raises:
        OSError: the system refuses; what was there is untouched.
    """
    raw = content.encode() if isinstance(content, str) else content
    path = path.resolve()
    if path.exists() and not path.is_file() and not path.is_dir():
        _into_device(path, raw)
        return
    from zest.placing import beside

    with beside(path) as made:
        made.write_bytes(raw)
        made.replace(path)


def _into_device(path: Path, raw: bytes) -> None:
    """Write to a pipe that somebody reads, or to a device; to wait for a reader might be to wait for ever."""
    descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_NONBLOCK", 0))
    # Windows has no such pipes, nor, before Python 3.12, such a function.
    with contextlib.suppress(AttributeError):
        os.set_blocking(descriptor, True)
    with open(descriptor, "wb") as stream:  # noqa: PTH123  # a descriptor, not a path
        stream.write(raw)
