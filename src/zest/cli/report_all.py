"""``zest report --all``: every collective of a folder, one after the other, and those that cannot be read."""

import argparse
import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from zest.cli.dossiers_below import dossiers_below
from zest.cli.errors import WrongUse
from zest.cli.options import policy
from zest.cli.running import NOT_CHECKED

if TYPE_CHECKING:
    from zest.achievements.account import Account
    from zest.achievements.country import Broken, Country


def write_all(args: argparse.Namespace, form: str) -> int:
    """Write the page of all collectives.

    Returns:
        0, or 3 when a dossier could not be read: the answer then lacks it, and says so.

    Raises:
        WrongUse: the folder is none, holds no dossier, or what else was typed does not go with ``--all``.
    """
    if args.dossier or args.bmo:
        raise WrongUse("« --all » va seul : ni dossier, ni « --bmo » avec lui.")
    told = _country(args, tuple(dossiers_below(Path(args.all))))
    _write(args, form, told)
    return NOT_CHECKED if told.broken else 0


def _country(args: argparse.Namespace, places: tuple[Path, ...]) -> "Country":
    from zest.achievements.account import Account
    from zest.achievements.country import country
    from zest.cli.progress import progress

    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    told: list[Account | Broken] = []
    with progress("collectifs", len(places)) as done:
        for place in places:
            told.append(_read(args, place, day))
            done(1)
    accounts = [one for one in told if isinstance(one, Account)]
    return country(accounts, [one for one in told if not isinstance(one, Account)], day)


def _read(args: argparse.Namespace, place: Path, day: dt.date) -> "Account | Broken":
    """Return the account of one dossier, or why there is none."""
    from zest.achievements.account import account
    from zest.achievements.country import Broken
    from zest.checking import check
    from zest.cli.sectors_given import complete, local_sectors
    from zest.errors import ZestError
    from zest.io.dossier import load
    from zest.plugins.assembly import assemble

    wanted, shown = policy(args), place.relative_to(args.all).as_posix()
    try:
        dossier = load(place)
        if not dossier.readable:
            return Broken(path=shown, cause=dossier.faults[0].message)
        assembly = complete(assemble(dossier.sectors, local_sectors(args.sector, wanted), wanted), wanted)
        return account(dossier, check(dossier, as_of=day, assembly=assembly), assembly.catalogue, day)
    except ZestError as error:
        return Broken(path=shown, cause=str(error))


def _write(args: argparse.Namespace, form: str, told: "Country") -> None:
    if form == "xlsx":
        from zest.pages.workbook import country_workbook

        args.screen.hold(country_workbook(told))
    elif form == "json":
        from zest.console.achievements import country_envelope

        args.screen.json(country_envelope(told))
    elif form == "pdf":
        from zest.pages.charter import COMMON
        from zest.pages.country import country_page
        from zest.pages.paper import pdf

        args.screen.hold(pdf(country_page(told), COMMON, told.as_of))
    else:
        from zest.pages.country import country_page

        args.screen.text(country_page(told))
