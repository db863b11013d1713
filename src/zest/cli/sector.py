"""``zest sector``: what an author does with a sector. One act for now: ``check``."""

import argparse
import datetime as dt

from zest.cli.options import add_day, add_output, add_sector, one_of
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    acts = parser.add_subparsers(title="quoi", metavar="QUOI", dest="what", required=True)
    words = "examine un secteur, installé ou non : chaque constat à sa ligne, et un niveau"
    check = acts.add_parser("check", help=words, description=f"Cette commande {words}.")
    check.add_argument(
        "of", metavar="SECTEUR|RÉPERTOIRE", help="nom d'un secteur installé, ou répertoire d'un secteur"
    )
    add_day(check, "jour de l'examen (aujourd'hui par défaut)")
    check.add_argument(
        "--fail-on",
        type=one_of("error", "warning", "info", "never"),
        default="error",
        metavar="GRAVITÉ",
        help="sort en 1 à partir de : error (le bronze, par défaut), warning (l'argent), info (l'or), ou never",
    )
    add_sector(check)
    add_output(check)
    check.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Examine, write the report, return its exit code."""
    from zest.conformance import exit_code
    from zest.findings import Severity
    from zest.testing.kit.coming import candidate
    from zest.testing.kit.running import examine

    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    report = examine(candidate(args.of, args.sector), day)
    code = exit_code(report, None if args.fail_on == "never" else Severity(args.fail_on))
    if args.format == "json":
        from zest.console.conformance import conformance_envelope

        args.screen.json(conformance_envelope(report, code))
    else:
        from zest.console.conformance import conformance_blocks

        args.screen.show(tuple(conformance_blocks(report)))
    return code
