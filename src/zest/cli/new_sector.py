"""``zest new sector``: the whole distribution of a sector, to fill."""

import argparse
import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from zest.cli.options import add_output
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.scaffold.names import Names, Taken


def add(parser: Parser) -> None:
    """Declare the part."""
    parser.add_argument("slug", metavar="NOM", help="nom du secteur : nettoyage-normandie")
    parser.add_argument("--label", default="", metavar="LIBELLÉ", help="nom en français, tel qu'on le lit")
    parser.add_argument(
        "--prefix",
        default="",
        metavar="CAPITALES",
        help="début des codes de ses règles (tiré du nom par défaut)",
    )
    parser.add_argument("--idcc", default="", metavar="IDCC", help="convention collective du métier : 3043")
    parser.add_argument("--out", metavar="RÉPERTOIRE", help="répertoire à créer (zest-NOM par défaut)")
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write the project, then say what to do next."""
    from zest.cli.errors import WrongUse
    from zest.scaffold.filling import new_sector

    names = _names(args)
    if args.out == "":
        raise WrongUse("« --out » est vide : donnez le répertoire à créer.")
    target = Path(args.out or names.distribution)
    files = new_sector(names, dt.date.today())  # noqa: DTZ011  # a day of the calendar in France, not a moment
    _plant(target, files)
    if args.format == "json":
        from zest.console.answers.answer import like
        from zest.console.answers.showing import NewSectorAnswer
        from zest.console.envelopes import envelope

        args.screen.json(envelope(like(NewSectorAnswer, names, folder=target.as_posix(), files=tuple(files))))
    else:
        from zest.console.planting import planted_blocks

        args.screen.show(tuple(planted_blocks(names, target, files)))
    return 0


def _names(args: argparse.Namespace) -> "Names":
    from zest.cli.errors import WrongUse
    from zest.scaffold.names import NameRefused, names

    try:
        return names(args.slug, args.label, args.prefix, args.idcc, _taken())
    except NameRefused as error:
        raise WrongUse(str(error)) from None


def _taken() -> "Taken":
    """Return the names that installed sectors bear; those that fail bear their slug all the same."""
    from zest.plugins.assembly import assemble_all
    from zest.scaffold.names import Taken

    made = assemble_all()
    owners = [one.origin for one in made.loaded] + [one.origin for one in made.refused]
    return Taken(
        slugs={origin.slug: str(origin) for origin in owners},
        prefixes={one.sector.profile.prefix: str(one.origin) for one in made.loaded},
    )


def _plant(target: Path, files: Mapping[str, str]) -> None:
    from zest.cli.errors import WrongUse
    from zest.cli.screen import refusal
    from zest.scaffold.planting import plant

    if not target.parent.is_dir():
        raise WrongUse(f"« {target.parent.as_posix()} » n'est pas un répertoire : créez-le d'abord.")
    try:
        plant(target, files)
    except FileExistsError:
        raise WrongUse(
            f"« {target.as_posix()} » existe déjà : choisissez un autre répertoire par --out."
        ) from None
    except (OSError, ValueError) as error:
        raise refusal(target.as_posix(), error) from None
