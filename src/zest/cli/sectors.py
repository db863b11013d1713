"""``zest sectors``: every sector that is installed, those that fail last, with cause and remedy."""

import argparse

from zest.cli.options import add_output
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "--strict", action="store_true", help="sort en 3 si un greffon est en panne ou refusé"
    )
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List."""
    from zest.plugins.assembly import assemble_all

    assembly = assemble_all()
    if args.format == "json":
        from zest.console.envelopes import sectors_envelope

        args.screen.json(sectors_envelope(assembly))
    else:
        from zest.console.sectors import sectors_blocks

        args.screen.show(tuple(sectors_blocks(assembly)))
    return 3 if args.strict and assembly.refused else 0
