"""``zest schema``: the schemas that zest publishes, one by one, or all of them into a folder."""

import argparse
from pathlib import Path

from zest.cli.options import one_of
from zest.cli.parsing import Parser


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "name",
        nargs="*",
        metavar="NOM",
        help="dossier, experience, sector, sector commitments, report, table missions… ; sans nom, les liste",
    )
    parser.add_argument("--all", metavar="RÉPERTOIRE", help="les écrit tous dans ce répertoire")
    # No answer of this command is anything but text and JSON, and a schema is JSON already.
    parser.add_argument("--format", type=one_of("text", "json"), default="text", help=argparse.SUPPRESS)
    parser.add_argument(
        "-o", "--output", metavar="FICHIER", help="écrit dans ce fichier, entier ou pas du tout"
    )
    parser.add_argument("--no-color", action="store_true", help="sans couleur (comme NO_COLOR)")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Give one, write all, or list."""
    from zest.json_schema.published import FILES, published

    if args.all:
        return _write_all(Path(args.all))
    if args.name:
        args.screen.text(published("-".join(args.name)).text)
        return 0
    every = [published(name) for name in FILES]
    if args.format == "json":
        from zest.console.answers.answer import like
        from zest.console.answers.showing import SchemasAnswer, SchemaTold
        from zest.console.envelopes import envelope

        args.screen.json(envelope(SchemasAnswer(schemas=tuple(like(SchemaTold, one) for one in every))))
        return 0
    from zest.console.blocks import Grid, text

    rows = tuple((text(one.name.replace("-", " ", 1), "code"), text(one.title)) for one in every)
    args.screen.show((Grid(rows=rows, flexible=1),))
    return 0


def _write_all(folder: Path) -> int:
    from zest.cli.saying import say
    from zest.cli.screen import refusal
    from zest.json_schema.published import FILES, published
    from zest.placing import beside

    try:
        folder.mkdir(parents=True, exist_ok=True)
        # All of them beside their place first: where there is no room for all, none is put there.
        with beside(folder / "schemas") as made:
            made.mkdir()
            written = [made / Path(file).name for file in FILES.values()]
            for name, path in zip(FILES, written, strict=True):
                path.write_text(published(name).text, "utf-8", newline="\n")
            for path in written:
                path.replace(folder / path.name)
    except OSError as error:
        raise refusal(folder.as_posix(), error) from None
    say(f"{len(FILES)} schémas écrits dans {folder.as_posix()}.")
    return 0
