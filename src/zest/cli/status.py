"""``zest status``: how far the collective is on the method's way, and who must act."""

import argparse
import datetime as dt

from zest.cli.options import add_day, add_output, add_plugins, add_sector, policy
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument("dossier", metavar="DOSSIER", help="répertoire qui contient zest.toml, ou fichier")
    add_day(parser, "jour auquel on regarde (aujourd'hui par défaut)")
    add_sector(parser)
    add_plugins(parser)
    add_output(parser, "ics")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Tell."""
    from zest.agenda import acts
    from zest.checking import check
    from zest.cli.reading import readable
    from zest.cli.sectors_given import complete, local_sectors
    from zest.journeying import progress
    from zest.plugins.assembly import assemble

    dossier = readable(args.dossier)
    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    wanted = policy(args)
    assembly = complete(assemble(dossier.sectors, local_sectors(args.sector, wanted), wanted), wanted)
    state = progress(dossier, check(dossier, as_of=day, assembly=assembly), day)
    told = acts(state, assembly.catalogue.law.on(day))
    if args.format == "json":
        from zest.console.answers.answer import like
        from zest.console.answers.journey import StatusAnswer
        from zest.console.envelopes import envelope

        args.screen.json(envelope(like(StatusAnswer, state, acts=told)))
    elif args.format == "ics":
        from zest.pages.calendar import calendar
        from zest.pages.extras import require

        require("icalendar")
        args.screen.text(calendar(state, told))
    else:
        from zest.console.journey import status_blocks

        args.screen.show(tuple(status_blocks(state, told)))
    return 0
