"""``zest completion``: what a shell must know to complete commands and options."""

import argparse
import importlib.util

from zest.cli.options import one_of
from zest.cli.parsing import Parser

SHELLS = ("bash", "zsh", "fish")


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument("shell", type=one_of(*SHELLS), metavar="INTERPRÉTEUR", help=", ".join(SHELLS))
    parser.set_defaults(run=run, output=None, no_color=False)


def run(args: argparse.Namespace) -> int:
    """Write the script of one shell.

    Raises:
        MissingExtraError: You have not installed the ``completion`` extra.
    """
    from zest.cli.parsing import whole
    from zest.errors import MissingExtraError

    if importlib.util.find_spec("shtab") is None:
        raise MissingExtraError(
            "Compléter les commandes demande un composant qui n'est pas installé ; "
            'installez-le avec : pip install "zest-coorace[completion]".'
        )
    import shtab

    args.screen.text(shtab.complete(whole(), args.shell).rstrip("\n") + "\n")
    return 0
