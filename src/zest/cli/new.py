"""``zest new``: files to start from."""

import argparse

from zest.cli import new_sector
from zest.cli.options import folder, one_of, whole
from zest.cli.parsing import Parser

MOST = 100_000_000
"""Missions that are invented at most: ten times the largest table that zest is tried on."""


def add(parser: Parser) -> None:
    """Declare the command and what it can make."""
    kinds = parser.add_subparsers(title="quoi", metavar="QUOI", dest="what", required=True)
    words = "crée un secteur : un projet entier, à remplir, à essayer et à publier"
    new_sector.add(kinds.add_parser("sector", help=words, description=f"Cette commande {words}."))
    words = "écrit des tableaux inventés, dont on connaît les manquements"
    records = kinds.add_parser("records", help=words, description=f"Cette commande {words}.")
    records.add_argument("--rows", type=whole(1, MOST), required=True, metavar="N", help="nombre de missions")
    records.add_argument(
        "--seed", type=whole(0), default=1, metavar="N", help="graine : la même donne les mêmes tableaux"
    )
    records.add_argument(
        "--out",
        required=True,
        type=folder,
        metavar="RÉPERTOIRE",
        help="répertoire à remplir, nouveau ou vide",
    )
    records.add_argument(
        "--format",
        type=one_of("csv", "parquet", "xlsx"),
        default="csv",
        metavar="FORME",
        help="csv (par défaut), parquet ou xlsx",
    )
    records.add_argument(
        "--breaches",
        type=whole(0),
        default=0,
        metavar="N",
        help="nombre de manquements semés de chaque sorte ; manifeste.json les nomme",
    )
    records.set_defaults(run=run, output=None, no_color=False)


def run(args: argparse.Namespace) -> int:
    """Write the tables of invented records."""
    from pathlib import Path

    from zest.cli.errors import CannotWrite
    from zest.cli.progress import progress
    from zest.cli.saying import say
    from zest.cli.screen import reason
    from zest.tables.generating.writing import write_records

    try:
        with progress("Tableaux inventés", args.rows) as done:
            write_records(Path(args.out), args.rows, args.seed, args.breaches, args.format, done)
    except OSError as error:
        raise CannotWrite(f"« {args.out} » ne peut pas être écrit : {reason(error)}.") from None
    say(f"quatre tableaux et leur manifeste écrits dans {args.out}.")
    return 0
