"""``zest explain``: one rule, what it asks, why, and after which text."""

import argparse

from zest.cli.options import add_output
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument("rule", metavar="RÈGLE", help="code ou nom d'une règle : Z102, no-permanent-trained")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain; every installed sector is loaded, since the rule may be any one's."""
    from zest.plugins.assembly import assemble_all

    catalogue = assemble_all().catalogue
    known = catalogue.find(args.rule)
    if args.format == "json":
        from zest.console.envelopes import explain_envelope

        args.screen.json(explain_envelope(known, catalogue.law))
    else:
        from zest.console.explaining import explain_blocks

        args.screen.show(tuple(explain_blocks(known, catalogue.law)))
    return 0
