"""``zest jobs``: the jobs of a sector."""

import argparse

from zest.cli.options import add_output
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "sector",
        metavar="SECTEUR|RÉPERTOIRE",
        help="nom d'un secteur installé (btp, nettoyage…), ou répertoire d'un secteur",
    )
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """List."""
    from zest.cli.sectors_given import last, sector_named

    profile = last(sector_named(args.sector))
    if args.format == "json":
        from zest.console.answers.showing import JobsAnswer
        from zest.console.envelopes import envelope

        args.screen.json(envelope(JobsAnswer(sector=profile.slug, jobs=tuple(profile.jobs.values()))))
    else:
        from zest.console.job_sheet import jobs_blocks

        args.screen.show(tuple(jobs_blocks(profile, args.sector)))
    return 0
