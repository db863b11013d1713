"""The command line read in French: every title, every error, with the nearest name."""

import argparse
import importlib
import os
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn, TextIO, cast

from zest.cli.errors import WrongUse

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COMMANDS = MappingProxyType({
    "check": "vérifie un dossier : le droit, la marque, les engagements de service",
    "measure": "mesure les engagements sur les tableaux de commandes, de missions et de suivis",
    "status": "dit où en est le collectif, ce qui manque avant la marque, qui doit agir",
    "kit": "écrit les documents du collectif : dépliants, fiches, guides, courriels, modèles",
    "opportunities": "classe les métiers et les secteurs d'un territoire, d'après l'enquête BMO",
    "report": "écrit ce qu'un collectif peut montrer : page HTML, PDF, tableur ; ou tous les collectifs ensemble",
    "explain": "explique une règle : ce qu'elle demande, pourquoi, d'après quel texte",
    "rules": "liste les règles",
    "jobs": "liste les métiers d'un secteur",
    "sectors": "liste les secteurs installés, ceux qui sont en panne compris",
    "sector": "examine un secteur avant de le publier",
    "doctor": "dit l'état de l'installation : versions, dépendances, greffons, pannes et remèdes",
    "diff": "compare deux éditions d'un secteur, et dit qui cela changerait",
    "show": "montre un objet d'un dossier ou d'un secteur, avec l'origine de chaque valeur",
    "convert": "convertit un dossier : en classeur, en TOML, en JSON, et retour",
    "schema": "donne le schéma d'un fichier ou d'une réponse, pour un éditeur ou un validateur",
    "completion": "donne ce qu'il faut à bash, zsh ou fish pour compléter les commandes",
    "new": "écrit des fichiers pour commencer : un secteur, des tableaux inventés",
})  # fmt: skip
"""Every command, in the order of the help; each is the module of that name."""

LISTED = 40
"""Known words that an error tells at most."""


class Formatter(argparse.HelpFormatter):
    """The help, in French."""

    def __init__(self, prog: str) -> None:
        """Take the width that the shell tells: asking the terminal costs a check three milliseconds."""
        columns = os.environ.get("COLUMNS", "")
        super().__init__(prog, width=int(columns) if columns.isdigit() else 100)

    def start_section(self, heading: str | None) -> None:
        """Put the space that French has before a colon."""
        super().start_section(f"{heading}\u00a0" if heading else heading)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Begin with « Utilisation »."""
        # An empty prefix is how argparse asks for the name of a command alone.
        super().add_usage(usage, actions, groups, "Utilisation : " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose words are French and whose errors are raised."""

    def __init__(self, prog: str | None = None, description: str | None = None) -> None:
        """Name the two groups and the help in French."""
        super().__init__(
            prog=prog, description=description, formatter_class=Formatter, add_help=False, allow_abbrev=False
        )
        self._positionals.title = "arguments"
        self._optionals.title = "options"
        self.add_argument("-h", "--help", action="help", help="affiche cette aide")

    def error(self, message: str) -> NoReturn:
        """Refuse, in French.

        Raises:
            WrongUse: always.
        """
        told = in_french(message).removesuffix(".")
        raise WrongUse(f"{told} (« {self.prog} --help » montre l'usage).")

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Write the help as an answer: argparse would keep silent on a full disk."""
        from zest.cli.screen import write

        write(cast("TextIO | None", file), message)

    def options(self) -> list[str]:
        """Return the long options that this parser knows."""
        return [name for name in self._option_string_actions if name.startswith("--")]

    def parts(self) -> "dict[str, Parser]":
        """Return the parts that a command has, each with its own options."""
        # argparse has no public way to them.
        inner = self._subparsers._group_actions if self._subparsers else ()  # noqa: SLF001  # its own kin
        named = (action.choices for action in inner if isinstance(action.choices, dict))
        return {name: part for choices in named for name, part in choices.items()}


_FRENCH = (
    (r"the following arguments are required: (.*)", r"il manque \1"),
    (r"argument (.*?): expected .*argument.*", r"l'option \1 demande une valeur"),
    (r"argument (.*?): ignored explicit argument (.*)", r"l'option \1 ne prend pas de valeur, et non \2"),
    (r"argument (?:.*?): (.*)", r"\1"),
)


def in_french(message: str) -> str:
    """Turn a message of argparse into French; what our own types raised is French already."""
    if chosen := re.fullmatch(r"argument .*?: invalid choice: '(.*)' \(choose from (.*)\)", message):
        words = re.findall(r"[\w-]+", chosen[2])
        return f"« {chosen[1]} » n'est pas admis{nearest(chosen[1], words)}"
    for english, french in _FRENCH:
        if found := re.fullmatch(english, message, re.DOTALL):
            return found.expand(french)
    return message


def parse(arguments: Sequence[str]) -> argparse.Namespace:
    """Read the command line; ``run`` of what is returned runs the command.

    Raises:
        WrongUse: it is not understood.
        SystemExit: the help was asked for, or nothing was; it is printed.
    """
    named = arguments[0] if arguments else ""
    # Only the command that was typed is imported: the others are known by their name.
    parser, commands = _parsers({named: _module(arguments)} if named else {})
    if not named:
        parser.print_help(sys.stderr)
        raise SystemExit(2)
    if named not in ("-h", "--help", *COMMANDS):
        raise WrongUse(_no_command(named))
    args, extras = parser.parse_known_args(arguments)
    if extras:
        raise WrongUse(_unknown(extras[0], _innermost(commands.choices[named], arguments)))
    return args


def _module(arguments: Sequence[str]) -> str:
    """Return the module of a command; ``kit`` takes a dossier, or else the word of a part that is a module."""
    name, *rest = arguments
    return f"{name}_{rest[0]}" if name == "kit" and rest[:1] == ["template"] else name


def whole() -> Parser:
    """Return the parser with every command in full, for what completes them."""
    return _parsers({name: name for name in COMMANDS})[0]


def _parsers(full: Mapping[str, str]) -> "tuple[Parser, argparse._SubParsersAction[Parser]]":
    parser = Parser(prog="zest", description="Vérifie ce qu'un collectif ZEST promet.")
    parser.add_argument("--version", action="store_true", help="affiche la version")
    parser.epilog = "« zest COMMANDE --help » dit ce qu'une commande demande et montre."
    commands = parser.add_subparsers(title="commandes", metavar="COMMANDE")
    for name, summary in COMMANDS.items():
        made = commands.add_parser(name, help=summary, description=f"Cette commande {summary}.")
        if name in full:
            importlib.import_module(f"zest.cli.{full[name]}").add(made)
    return parser, commands


def _innermost(parser: Parser, arguments: Sequence[str]) -> Parser:
    """Return the parser of the part of a command that was typed, where it has parts."""
    inner = next((part for kind, part in parser.parts().items() if kind in arguments), None)
    return _innermost(inner, arguments) if inner else parser


def _no_command(word: str) -> str:
    own = ("--help", "--version")
    if word.startswith("--") and (told := nearest(word, own)).endswith("?"):
        return f"l'option « {word} » n'existe pas{told}"
    if word.startswith("-"):
        return f"« {word} » : la commande vient d'abord, ses options après elle{nearest('', COMMANDS)}"
    return f"la commande « {word} » n'existe pas{nearest(word, COMMANDS)}"


def _unknown(word: str, parser: Parser) -> str:
    name = word.partition("=")[0]
    if name.startswith("-"):
        return f"l'option « {name} » n'existe pas{nearest(name, parser.options())}"
    return f"« {word} » est de trop (« {parser.prog} --help » montre l'usage)."


def nearest(word: str, known: Iterable[str]) -> str:
    """End a sentence with the nearest known word, or with all of them when none is near; it is then whole.

    Of a list that fills a screen, as the structures of a region do, the first are told.
    """
    from difflib import get_close_matches

    words = list(known)
    if near := get_close_matches(word, words, n=1):
        return f" ; vouliez-vous dire « {near[0]} » ?"
    more = f", … ({len(words)} en tout)" if len(words) > LISTED else ""
    return f" ; il y a {', '.join(words[:LISTED])}{more}." if words else "."
