"""``zest diff``: two versions of a sector, item by item, and whom the second would change."""

import argparse
import contextlib
import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from zest.cli.options import add_day, add_output
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.impact import Difference


def add(parser: Parser) -> None:
    """Declare the command."""
    what = "secteur installé, répertoire d'un secteur, ou archive (wheel) d'un greffon"
    parser.add_argument("before", metavar="AVANT", help=what)
    parser.add_argument("after", metavar="APRÈS", help=what)
    parser.add_argument(
        "--on",
        metavar="RÉPERTOIRE",
        help="juge par l'une puis par l'autre chaque dossier de ce répertoire, et dit ce qui change pour qui",
    )
    add_day(parser, "jour auquel on juge ces dossiers (aujourd'hui par défaut)")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Compare; 3 when a dossier of ``--on`` could not be judged."""
    from zest.console.difference import diff_blocks, diff_envelope

    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    with contextlib.ExitStack() as stack:
        found = _compared(args.before, args.after, stack)
        if args.on:
            found = _with_turns(found, args.on, day)
        if args.format == "json":
            args.screen.json(diff_envelope(found))
        else:
            args.screen.show(tuple(diff_blocks(found)))
    return 3 if found.unread else 0


def _compared(before: str, after: str, stack: contextlib.ExitStack) -> "Difference":
    from zest.cli.versions_given import sides
    from zest.comparing import compare
    from zest.impact import Difference

    first, second = sides(before, after, stack)
    return Difference(before=first, after=second, changes=compare(first.judged, second.judged))


def _with_turns(found: "Difference", folder: str, day: dt.date) -> "Difference":
    """Judge by both sides each dossier that names one; one that cannot be read is told, and the others are judged."""
    from zest.cli.reading import readable
    from zest.errors import ZestError
    from zest.impact import concerned, recounted, turn

    turns, unread, aside = [], [], 0
    versions, recount = (found.before.version, found.after.version), recounted(found.changes)
    for path in _dossiers(Path(folder)):
        try:
            dossier = readable(path.as_posix())
        except ZestError as error:
            unread.append(str(error))
            continue
        if concerned(dossier, versions):
            turns.append(turn(dossier, path.as_posix(), versions, recount, day))
        else:
            aside += 1
    return attrs.evolve(found, turns=tuple(turns), unread=tuple(unread), aside=aside, as_of=day)


def _dossiers(given: Path) -> Iterator[Path]:
    """Yield a dossier, or every dossier below a folder, in alphabetical order.

    Raises:
        WrongUse: there is none.
    """
    from zest.cli.dossiers_below import dossiers_below
    from zest.cli.errors import WrongUse

    if not given.exists():
        raise WrongUse(f"« {given.as_posix()} » n'existe pas ; vérifiez le chemin.")
    yield from dossiers_below(given) if given.is_dir() else (given,)
