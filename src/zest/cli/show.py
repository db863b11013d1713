"""``zest show``: an object of a dossier or of a sector, with where each value comes from."""

import argparse
from typing import TYPE_CHECKING

from zest.cli.options import add_output, add_sector
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.console.origins import Origins
    from zest.model.dossier import Dossier
    from zest.model.profile import SectorProfile


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "what",
        metavar="DOSSIER|SECTEUR|job",
        help="répertoire, fichier, secteur installé, ou « job » pour une fiche de poste",
    )
    parser.add_argument(
        "path",
        nargs="?",
        default="",
        metavar="CHEMIN",
        help="structures.actif, offers.0, jobs.serveur ; après job : btp/aide-peintre, ./mon-secteur/agent",
    )
    add_sector(parser)
    parser.add_argument("--origin", action="store_true", help="dit d'où vient chaque valeur")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show."""
    if args.what == "job":
        return _sheet(args)
    from zest.console.showing import follow, show_blocks

    root, origins = _root(args.what, args.sector)
    value, path = follow(root, args.path, args.what)
    if args.format == "json":
        from zest.console.answers.showing import ShowAnswer
        from zest.console.envelopes import envelope

        args.screen.json(envelope(ShowAnswer(what=args.what, path=args.path, value=value)))
    else:
        name = args.path or args.what
        args.screen.show(tuple(show_blocks(value, path, name, origins if args.origin else None)))
    return 0


def _root(what: str, folders: list[str]) -> "tuple[Dossier | SectorProfile, Origins]":
    """Return a dossier, the sector of a folder, or an installed sector, and what tells its origins."""
    from pathlib import Path

    from zest.cli.reading import readable
    from zest.cli.sectors_given import holds_sector, last, local_sectors, sector_named
    from zest.console.origins import Origins, completed
    from zest.plugins.assembly import assemble

    if Path(what).exists() and not holds_sector(Path(what)):
        dossier = readable(what)
        sectors = assemble(dossier.sectors, local_sectors(folders)).catalogue.sectors
        return completed(dossier, sectors), Origins(written=dossier, sectors=sectors)
    unknown = "n'est ni un dossier ni un secteur installé"
    assembly = sector_named(what, folders, unknown)
    return last(assembly), Origins(sectors=assembly.catalogue.sectors, sector=last(assembly).slug)


def _sheet(args: argparse.Namespace) -> int:
    """Show the job sheet of ``SECTEUR/MÉTIER``."""
    from zest.cli.errors import WrongUse
    from zest.cli.sectors_given import last, sector_named
    from zest.readings.job_sheets import job_sheet

    sector, slash, key = args.path.rpartition("/")
    if not slash:
        raise WrongUse(
            "écrivez « zest show job SECTEUR/MÉTIER », par exemple « zest show job btp/aide-peintre »."
        )
    sheet = job_sheet(last(sector_named(sector, args.sector)), key)
    if args.format == "json":
        from zest.console.answers.showing import JobSheetAnswer
        from zest.console.envelopes import envelope

        args.screen.json(envelope(JobSheetAnswer(sheet=sheet)))
    else:
        from zest.console.job_sheet import sheet_blocks

        args.screen.show(tuple(sheet_blocks(sheet)))
    return 0
