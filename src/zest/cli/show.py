"""``zest show``: an object of a dossier or of a sector, with where each value comes from."""

import argparse
from typing import TYPE_CHECKING

from zest.cli.options import add_output
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.model.dossier import Dossier, Sources
    from zest.model.profile import SectorProfile


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "what", metavar="DOSSIER|SECTEUR", help="répertoire, fichier, ou nom d'un secteur installé"
    )
    parser.add_argument(
        "path", nargs="?", default="", metavar="CHEMIN", help="structures.actif, offers.0, jobs.serveur…"
    )
    parser.add_argument("--origin", action="store_true", help="dit d'où vient chaque valeur")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Show."""
    from zest.console.showing import follow, show_blocks

    root, place = _root(args.what)
    value, path = follow(root, args.path, args.what)
    if args.format == "json":
        from zest.console.envelopes import envelope, plain

        args.screen.json(envelope("show", what=args.what, path=args.path, value=plain(value)))
    else:
        args.screen.show(
            tuple(show_blocks(value, path, args.path or args.what, place if args.origin else None))
        )
    return 0


def _root(what: str) -> "tuple[Dossier | SectorProfile, Sources | str]":
    """Load a sector if there is one of that name, a dossier otherwise."""
    from pathlib import Path

    from zest.cli.errors import WrongUse
    from zest.cli.parsing import nearest
    from zest.io.dossier import load
    from zest.plugins.assembly import assemble
    from zest.plugins.discovery import discover

    if Path(what).exists():
        dossier = load(what)
        return dossier, dossier.sources
    index = discover()
    if what not in index:
        raise WrongUse(f"« {what} » n'est ni un dossier ni un secteur installé{nearest(what, index)}")
    assembly = assemble((what,))
    if assembly.refused:
        raise WrongUse(assembly.refused[0].cause)
    return assembly.catalogue.sectors[what], f"secteur {what} {assembly.catalogue.sectors[what].edition}"
