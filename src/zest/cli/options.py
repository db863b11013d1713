"""Options that several commands share, each refused in a French sentence."""

import argparse
import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from zest.cli.parsing import Parser, nearest

if TYPE_CHECKING:
    from zest.plugins.policy import Policy
    from zest.plugins.requirements import Requirement


def add_output(parser: Parser, *more: str) -> None:
    """Add how and where the answer is written; ``more`` forms beside text and JSON."""
    forms = ("text", *more, "json")
    parser.add_argument(
        "--format",
        type=one_of(*forms),
        default="text",
        metavar="FORME",
        help=f"text (par défaut){''.join(f', {form}' for form in more)} ou json",
    )
    parser.add_argument("--output", metavar="FICHIER", help="écrit dans ce fichier, entier ou pas du tout")
    parser.add_argument("--no-color", action="store_true", help="sans couleur (comme NO_COLOR)")


def add_day(parser: Parser, meaning: str) -> None:
    """Add the day of the check."""
    parser.add_argument("--as-of", type=day, metavar="JOUR", help=f"{meaning}, par exemple 2014-06-18")


def add_plugins(parser: Parser) -> None:
    """Add how plugins are looked for and how much they are forgiven."""
    parser.add_argument(
        "--require",
        type=required,
        action="append",
        default=[],
        metavar="SECTEUR>=ÉDITION",
        help="sort en 3 si ce secteur n'est pas là dans cette édition (peut être répétée) : btp>=2026.1",
    )
    parser.add_argument(
        "--no-external",
        action="store_true",
        help="ne cherche que les greffons publiés avec zest, et les répertoires donnés",
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="pour qui écrit un greffon : ce qu'il écrit, ses avertissements et ses dépréciations sont des pannes",
    )


def policy(args: argparse.Namespace) -> "Policy":
    """Return what the options say of plugins."""
    from zest.plugins.policy import Policy

    return Policy(external=not args.no_external, strict=args.strict, required=tuple(args.require))


def required(text: str) -> "Requirement":
    """Read what is asked of a sector."""
    from zest.plugins.requirements import read

    try:
        return read(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def add_sector(parser: Parser) -> None:
    """Add sectors that nobody installed."""
    parser.add_argument(
        "--sector",
        action="append",
        default=[],
        metavar="RÉPERTOIRE",
        help="ajoute un secteur qui n'est pas installé (peut être répétée)",
    )


def one_of(*words: str) -> Callable[[str], str]:
    """Return a type that accepts only those words."""

    def chosen(word: str) -> str:
        if word not in words:
            raise argparse.ArgumentTypeError(f"« {word} » n'est pas admis{nearest(word, words)}")
        return word

    return chosen


def folder(text: str) -> str:
    """Read the name of a folder: an empty one, which a variable without a value gives, would be the current folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("donnez le nom d'un répertoire")
    return text


def whole(least: int, most: int | None = None) -> Callable[[str], int]:
    """Return a type that accepts whole numbers from ``least`` on, to ``most``; spaces may group their digits."""

    def number(text: str) -> int:
        digits = re.sub(r"[\s_]", "", text)
        if not re.fullmatch(r"\d{1,12}", digits, re.ASCII) or int(digits) < least:
            raise argparse.ArgumentTypeError(f"« {text} » n'est pas un nombre entier d'au moins {least}")
        if most is not None and int(digits) > most:
            raise argparse.ArgumentTypeError(
                f"« {text} » dépasse {most:,}, le plus qui soit écrit".replace(",", " ")
            )
        return int(digits)

    return number


_FRENCH_DAY = re.compile(r"(\d\d?)[/.-](\d\d?)[/.-](\d{4})", re.ASCII)


def day(text: str) -> dt.date:
    """Read a day written ``2014-06-18``."""
    if found := _FRENCH_DAY.fullmatch(text):
        given, month, year = found.groups()
        raise argparse.ArgumentTypeError(f"« {text} » : écrivez le jour {year}-{month:0>2}-{given:0>2}")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        raise argparse.ArgumentTypeError(f"« {text} » n'est pas un jour de la forme 2014-06-18")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"« {text} » n'existe pas au calendrier") from None


def codes(text: str) -> tuple[str, ...]:
    """Read the beginnings of codes, separated by commas."""
    return tuple(word.strip() for word in text.split(",") if word.strip())
