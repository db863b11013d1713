"""``zest convert``: a dossier from one form to another, with what could not be carried over."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zest.cli.options import add_output
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.model.dossier import Dossier


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "source", metavar="SOURCE", help="dossier : répertoire, fichier, ou classeur .xlsx ou .ods"
    )
    parser.add_argument(
        "target", metavar="CIBLE", help="classeur.xlsx, dossier.toml, dossier.json, ou répertoire à créer"
    )
    parser.add_argument("--force", action="store_true", help="remplace ce qui existe déjà")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Convert; 1 when something of the source could not be read, and so was not carried over."""
    from zest.cli.targets import write_target
    from zest.errors import UnreadableFileError
    from zest.loading import load

    dossier = load(args.source)
    if not dossier.readable:
        first = dossier.faults[0]
        raise UnreadableFileError(f"{first.place} : {first.message}")
    written = write_target(dossier, Path(args.target), force=args.force)
    _tell(args, dossier, written)
    return 1 if dossier.faults else 0


def _tell(args: argparse.Namespace, dossier: "Dossier", written: Path) -> None:
    if args.format == "json":
        from zest.console.envelopes import envelope, finding

        lost = [finding(one) for one in dossier.faults]
        args.screen.json(envelope("convert", source=args.source, target=written.as_posix(), lost=lost))
        return
    from zest.console.conversion import conversion_blocks

    args.screen.show(tuple(conversion_blocks(args.source, written.as_posix(), dossier)))
