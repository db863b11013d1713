"""``zest sectors``: every sector that is installed, those that fail last, with cause and remedy."""

import argparse

from zest.cli.options import add_output, add_plugins, add_sector, policy
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    add_sector(parser)
    add_plugins(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List."""
    from zest.cli.sectors_given import local_sectors
    from zest.plugins.assembly import assemble_all

    wanted = policy(args)
    assembly = assemble_all(wanted, local_sectors(args.sector, wanted))
    if args.format == "json":
        from zest.console.sectors import sectors_envelope

        args.screen.json(sectors_envelope(assembly))
    else:
        from zest.console.sectors import sectors_blocks

        args.screen.show(tuple(sectors_blocks(assembly)))
    unmet = any(one.code == "Z025" for one in assembly.refused)
    return 3 if unmet or (args.strict and assembly.refused) else 0
