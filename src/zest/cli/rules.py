"""``zest rules``: every rule at hand, or those of a ground, a sector or a day."""

import argparse

from zest.cli.options import add_day, add_output, add_plugins, one_of, policy
from zest.cli.parsing import Parser

GROUNDS = ("law", "brand", "commitments", "agreement", "practice")


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "--ground",
        type=one_of(*GROUNDS),
        metavar="DOMAINE",
        help="law, brand, commitments, agreement ou practice",
    )
    parser.add_argument(
        "--sector",
        metavar="SECTEUR|RÉPERTOIRE",
        help="ne garde que les règles de ce secteur, installé ou non",
    )
    add_day(parser, "ne garde que ce qui s'imposait ce jour-là")
    add_plugins(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List."""
    from zest.cli.sectors_given import every_sector, folders_in, last, sector_named
    from zest.console.listing import rules_of

    told, family = [args.sector] if args.sector else [], None
    if told:
        chosen = sector_named(args.sector)
        family = chosen.catalogue.lineage((last(chosen).slug,))
    catalogue = every_sector(policy(args), folders_in(told)).catalogue
    listed = rules_of(catalogue, ground=args.ground, sectors=family, day=args.as_of)
    if args.format == "json":
        from zest.console.envelopes import rules_envelope

        args.screen.json(rules_envelope(listed))
    else:
        from zest.console.listing import rules_blocks

        args.screen.show(tuple(rules_blocks(listed, args.as_of)))
    return 0
