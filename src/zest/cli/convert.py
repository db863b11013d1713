"""``zest convert``: a dossier from one form to another, with what could not be carried over."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zest.cli.errors import WrongUse
from zest.cli.options import add_day, add_output, one_of
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.model.dossier import Dossier


FROM = ("dossier", "marche", "emplois", "flux-iae")
TO = ("dossier", "data-inclusion", "marche", "emplois")


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "source", metavar="SOURCE", help="dossier, classeur .xlsx ou .ods, ou ce que --from dit"
    )
    parser.add_argument(
        "target", metavar="CIBLE", help="classeur.xlsx, dossier.toml, dossier.json, ou répertoire à créer"
    )
    parser.add_argument(
        "--from", dest="origin", type=one_of(*FROM), default="dossier", metavar="FORME",
        help="dossier (par défaut) ; marche ou emplois : liste de structures, CSV ou JSON ; flux-iae : répertoire",
    )  # fmt: skip
    parser.add_argument(
        "--to", type=one_of(*TO), default="dossier", metavar="FORME",
        help="dossier (par défaut), data-inclusion, marche ou emplois : des structures, en JSON",
    )  # fmt: skip
    parser.add_argument(
        "--motives", metavar="FICHIER", help="flux-iae : classe de chaque motif de sortie, en TOML"
    )
    add_day(parser, "data-inclusion : jour de la mise à jour (aujourd'hui par défaut)")
    parser.add_argument("--force", action="store_true", help="remplace ce qui existe déjà")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Convert; 1 when something of the source could not be read, and so was not carried over."""
    from zest.cli.targets import not_onto_source, write_target

    if not args.target:
        raise WrongUse("la cible est vide : donnez un nom de fichier, ou un répertoire.")
    not_onto_source(Path(args.source), Path(args.target))
    if args.origin != "dossier" or args.to != "dossier":
        from zest.cli.exchanging import exchange

        return exchange(args)
    from zest.cli.reading import whole

    dossier = whole(args.source)
    written = write_target(dossier, Path(args.target), force=args.force)
    _tell(args, dossier, written)
    return 1 if dossier.faults else 0


def _tell(args: argparse.Namespace, dossier: "Dossier", written: Path) -> None:
    if args.format == "json":
        from zest.console.answers.converting import ConvertAnswer, TableCarried
        from zest.console.envelopes import envelope

        tables = tuple(TableCarried(file=one.file, rows=one.kept) for one in dossier.tables)
        answer = ConvertAnswer(
            source=args.source, target=written.as_posix(), lost=dossier.faults, tables=tables
        )
        args.screen.json(envelope(answer))
        return
    from zest.console.conversion import conversion_blocks

    args.screen.show(tuple(conversion_blocks(args.source, written.as_posix(), dossier)))
