"""``zest report``: what a collective can show, as a page, a spreadsheet or a PDF."""

import argparse
import datetime as dt
from types import MappingProxyType
from typing import TYPE_CHECKING

from zest.cli.opportunities import add_survey, survey_of
from zest.cli.options import add_day, add_plugins, add_sector, one_of, policy
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zest.achievements.account import Account
    from zest.model.dossier import Dossier
    from zest.opportunities.answer import Opportunities

FORMS = ("html", "pdf", "xlsx", "json")
ALIASES = MappingProxyType({"htm": "html"})
"""Other endings of a file's name that tell a form."""
BINARY = ("pdf", "xlsx")
"""Forms that are no text."""
NEEDED = MappingProxyType({"html": ("htpy",), "pdf": ("htpy", "typst"), "xlsx": ("xlsxwriter",), "json": ()})
"""Modules that write each form."""


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "dossier", nargs="?", metavar="DOSSIER", help="répertoire qui contient zest.toml, ou fichier"
    )
    parser.add_argument(
        "--all", metavar="RÉPERTOIRE", help="tous les dossiers de ce répertoire, ensemble : la vue nationale"
    )
    parser.add_argument(
        "-o", "--output", metavar="FICHIER", help="écrit dans ce fichier, entier ou pas du tout"
    )
    parser.add_argument(
        "--format", type=one_of(*FORMS), metavar="FORME",
        help="html, pdf, xlsx ou json ; celle du nom de FICHIER, sinon html",
    )  # fmt: skip
    add_survey(parser)
    add_day(parser, "jour auquel on juge (aujourd'hui par défaut)")
    add_sector(parser)
    add_plugins(parser)
    parser.set_defaults(run=run, no_color=True)


def run(args: argparse.Namespace) -> int:
    """Write."""
    form = _form(args.format, args.output)
    if args.all is not None:
        from zest.cli.report_all import write_all

        return write_all(args, form)
    told, survey = _told(args)
    _WRITERS[form](args, told, survey)
    return 0


def _form(asked: str | None, output: str | None) -> str:
    """Return the form that was asked for, else that of the file's name.

    Raises:
        WrongUse: the name tells another form, or a form that is no text has no file to go to.
        MissingExtraError: what writes it is not installed.
    """
    from pathlib import Path

    from zest.cli.errors import WrongUse
    from zest.pages.extras import require

    named = Path(output).suffix.lower().removeprefix(".") if output else ""
    if asked is None and named not in ("", *FORMS, *ALIASES):
        raise WrongUse(
            f"« {output} » : zest écrit un rapport en {', '.join(FORMS)} ; donnez un de ces noms, ou « --format »."
        )
    form = asked or ALIASES.get(named, named) or "html"
    if form in BINARY and output is None:
        raise WrongUse(f"un {form} ne s'écrit pas à l'écran : donnez « -o rapport.{form} ».")
    require(*NEEDED[form])
    return form


def _page(args: argparse.Namespace, told: "Account", survey: "Opportunities | None") -> None:
    from zest.pages.collective import collective_page

    args.screen.text(collective_page(told, survey))


def _pdf(args: argparse.Namespace, told: "Account", survey: "Opportunities | None") -> None:
    from zest.pages.charter import COMMON
    from zest.pages.collective import collective_page
    from zest.pages.paper import pdf

    args.screen.hold(pdf(collective_page(told, survey), told.charter or COMMON, told.as_of))


def _workbook(args: argparse.Namespace, told: "Account", survey: "Opportunities | None") -> None:
    from zest.pages.workbook import workbook

    args.screen.hold(workbook(told, survey))


def _json(args: argparse.Namespace, told: "Account", survey: "Opportunities | None") -> None:
    from zest.console.achievements import account_envelope

    args.screen.json(account_envelope(told, survey))


_WRITERS: "Mapping[str, Callable[[argparse.Namespace, Account, Opportunities | None], None]]" = (
    MappingProxyType({"html": _page, "pdf": _pdf, "xlsx": _workbook, "json": _json})
)


def _told(args: argparse.Namespace) -> "tuple[Account, Opportunities | None]":
    from zest.achievements.account import account
    from zest.checking import check
    from zest.cli.errors import WrongUse
    from zest.cli.reading import readable
    from zest.cli.sectors_given import complete, local_sectors
    from zest.plugins.assembly import assemble

    if args.dossier is None:
        raise WrongUse("il manque le dossier, ou « --all RÉPERTOIRE » pour tous ceux d'un répertoire.")
    dossier = readable(args.dossier)
    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    wanted = policy(args)
    assembly = complete(assemble(dossier.sectors, local_sectors(args.sector, wanted), wanted), wanted)
    report = check(dossier, as_of=day, assembly=assembly)
    return account(dossier, report, assembly.catalogue, day), _survey(args, dossier)


def _survey(args: argparse.Namespace, dossier: "Dossier") -> "Opportunities | None":
    if not args.bmo:
        return None
    from zest.cli.opportunities import area_of

    return survey_of(args, area_of(None, dossier), dossier)
