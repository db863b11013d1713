"""From the arguments to an exit code: whatever happens, one French line and never a traceback."""

import contextlib
import os
import sys
from collections.abc import Sequence

from zest.cli.errors import CannotWrite, WrongUse

WRONG_USE = 2
NOT_CHECKED = 3


def run(arguments: Sequence[str], *, own: bool = False) -> int:
    """Run one command and return its exit code; ``own`` says that the process ends after it.

    Raises:
        KeyboardInterrupt: it is interrupted.
    """
    _soften(sys.stdout)
    _soften(sys.stderr)
    try:
        return _command(arguments, own=own)
    except WrongUse as error:
        return _say(str(error), WRONG_USE)
    except CannotWrite as error:
        return _say(str(error), NOT_CHECKED)
    except Exception as error:
        if os.environ.get("ZEST_DEBUG") == "1":
            raise
        return _failure(error)


def _command(arguments: Sequence[str], *, own: bool) -> int:
    if arguments[:1] == ["--version"]:
        return _version()
    from zest.cli.parsing import parse

    try:
        args = parse(arguments)
    except SystemExit as stop:
        # argparse leaves so after its help.
        return int(stop.code or 0)
    from zest.cli.diversion import diverted
    from zest.cli.outputs import look_at
    from zest.cli.screen import screen_for

    look_at(args)
    with diverted(for_good=own) as output, screen_for(args, output.answer) as args.screen:
        code: int = args.run(args)
    return code if args.output is None else _say(f"réponse écrite dans {args.output}.", code)


def _version() -> int:
    from zest.cli.screen import write
    from zest.version import version

    write(sys.stdout, f"zest {version()}\n")
    return 0


def _soften(stream: object) -> None:
    """Write a sign that the terminal cannot show as its code, rather than fail on it."""
    with contextlib.suppress(AttributeError, ValueError):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[attr-defined]  # a StringIO has none


def _failure(error: Exception) -> int:
    from zest import errors
    from zest.placing import full_disk

    if full_disk(error):
        return _say(_no_room(), NOT_CHECKED)
    known = (
        errors.UnreadableFileError,
        errors.UnknownRuleError,
        errors.UnknownJobError,
        errors.UnknownEngineError,
        errors.UnknownTableError,
        errors.UnknownSchemaError,
        errors.EngineError,
        errors.ForeignColumnError,
        errors.UnwritableError,
        errors.MissingExtraError,
    )
    if isinstance(error, known):
        return _say(str(error), WRONG_USE)
    if isinstance(error, errors.ZestError):
        return _say(str(error), NOT_CHECKED)
    if isinstance(error, PermissionError) and error.filename:
        return _say(f"« {error.filename} » n'est pas accessible avec vos droits.", WRONG_USE)
    words = " ".join(f"{type(error).__name__} {error}".split())[:200]
    return _say(
        f"panne inattendue ({words}) ; rien n'a été vérifié. Signalez-la avec la commande tapée "
        "(ZEST_DEBUG=1 en montre le détail).",
        NOT_CHECKED,
    )


def _no_room() -> str:
    import tempfile

    return (
        "le disque est plein, là où zest écrit ou range ce qui ne tient pas en mémoire "
        f"(« {tempfile.gettempdir()} ») : libérez de la place, ou donnez un autre répertoire par la variable TMPDIR."
    )


def _say(words: str, code: int) -> int:
    from zest.cli.saying import say

    say(words)
    return code
