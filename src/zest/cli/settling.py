"""What a check is asked: by the command line, else by the configuration, else by default."""

import argparse
from pathlib import Path

from zest.cli.parsing import Parser


def add_settings(parser: Parser) -> None:
    """Add where the configuration is."""
    parser.add_argument(
        "--config", metavar="FICHIER", help="cette configuration, et non la plus proche du dossier"
    )
    parser.add_argument("--no-config", action="store_true", help="sans configuration")


def settle(args: argparse.Namespace) -> None:
    """Complete the options of a check.

    Raises:
        UnreadableFileError: the configuration cannot be read.
        WrongUse: it requires a sector in words that are none.
    """
    from zest.cli.errors import WrongUse
    from zest.cli.options import required
    from zest.configuration.discovery import nearest, read_settings
    from zest.configuration.settings import Settings

    file = None if args.no_config else Path(args.config) if args.config else nearest(Path(args.dossier))
    told = read_settings(file) if file else Settings()
    args.select = told.select or () if args.select is None else args.select
    args.ignore = told.ignore or () if args.ignore is None else args.ignore
    args.fail_on = args.fail_on or told.fail_on or "error"
    args.baseline = args.baseline or told.baseline
    args.no_external = args.no_external or told.external is False
    args.strict = args.strict or bool(told.strict)
    try:
        args.require = [*args.require, *(required(one) for one in told.require or ())]
    except argparse.ArgumentTypeError as error:
        raise WrongUse(f"{file}, require : {error}.") from None
