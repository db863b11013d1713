"""``zest opportunities``: which sector here, from what employers want to hire and what the collective can supply."""

import argparse
from typing import TYPE_CHECKING

from zest.cli.options import add_output, add_sector, whole
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.model.dossier import Dossier
    from zest.opportunities.answer import Opportunities
    from zest.opportunities.places import Area


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "dossier", nargs="?", metavar="DOSSIER", help="dossier du collectif : son territoire, ses offres"
    )  # fmt: skip
    add_survey(parser)
    parser.add_argument(
        "--territory", metavar="CODES",
        help="départements (14,50,61), bassin:2817 ou region:28 ; celui du dossier par défaut",
    )  # fmt: skip
    parser.add_argument(
        "--all-jobs",
        action="store_true",
        help="classe aussi les métiers qu'aucun secteur installé ne connaît",
    )
    parser.add_argument(
        "--top", type=whole(1), default=15, metavar="N", help="métiers montrés en texte (15 par défaut)"
    )
    add_sector(parser)
    add_output(parser, "csv")
    parser.set_defaults(run=run)


def add_survey(parser: Parser) -> None:
    """Add where the survey is."""
    parser.add_argument(
        "--bmo", action="append", default=[], metavar="FICHIER|RÉPERTOIRE",
        help="édition de l'enquête BMO, telle que publiée (peut être répétée : les tendances en ont besoin)",
    )  # fmt: skip


def run(args: argparse.Namespace) -> int:
    """Rank."""
    from zest.cli.progress import steps
    from zest.cli.reading import readable

    dossier = readable(args.dossier) if args.dossier else None
    area = area_of(args.territory, dossier)
    with steps() as step:
        step("lecture de l'enquête BMO")
        told = survey_of(args, area, dossier)
    if args.format == "json":
        from zest.console.answers.answer import like
        from zest.console.answers.opportunities import OpportunitiesAnswer
        from zest.console.envelopes import envelope

        args.screen.json(envelope(like(OpportunitiesAnswer, told)))
    elif args.format == "csv":
        from zest.console.opportunities import opportunities_csv

        args.screen.text(opportunities_csv(told))
    else:
        from zest.console.opportunities import opportunities_blocks

        args.screen.show(tuple(opportunities_blocks(told, args.top)))
    return 0


def area_of(words: str | None, dossier: "Dossier | None") -> "Area":
    """Return the territory that was typed, else that of the dossier.

    Raises:
        WrongUse: it is none, or nothing tells one.
    """
    from zest.cli.errors import WrongUse
    from zest.opportunities.places import area_of_dossier, area_of_words

    try:
        found = area_of_words(words) if words is not None else dossier and area_of_dossier(dossier)
    except ValueError as error:
        raise WrongUse(f"--territory : {error}") from None
    if not found:
        raise WrongUse(
            "il manque le territoire : donnez « --territory 14,50,61 », ou un dossier qui dit le sien."
        )
    return found


def survey_of(args: argparse.Namespace, area: "Area", dossier: "Dossier | None") -> "Opportunities":
    """Read the survey and cross it with the sectors at hand.

    Raises:
        UnreadableFileError: there is no file of the survey, or one is faulty.
        MissingExtraError: the ``records`` extra is not installed.
    """
    from zest.cli.sectors_given import every_sector
    from zest.opportunities.finding import survey_files
    from zest.opportunities.ranking import Field, opportunities
    from zest.opportunities.reading import read_editions

    editions = read_editions(survey_files(args.bmo))
    sectors = every_sector(folders=args.sector).catalogue.sectors
    every = getattr(args, "all_jobs", False)
    return opportunities(editions, Field(area=area, sectors=sectors, dossier=dossier, every_job=every))
