"""``zest doctor``: versions, dependencies, extras, where things lie, and every plugin, those that fail last."""

import argparse

from zest.cli.options import add_output, add_plugins, policy
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    add_plugins(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tell; 3 when something keeps zest from answering."""
    from zest.diagnosis import diagnose
    from zest.testing.reference_tables import reference_folder

    found = diagnose(policy(args))
    tables = reference_folder()
    if args.format == "json":
        from zest.console.doctor import doctor_envelope

        args.screen.json(doctor_envelope(found, tables))
    else:
        from zest.console.doctor import doctor_blocks

        args.screen.show(tuple(doctor_blocks(found, tables)))
    return 0 if found.healthy else 3
