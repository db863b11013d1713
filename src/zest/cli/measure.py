"""``zest measure``: promises measured on tables alone, or with the dossier that made them."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from zest.cli.options import add_day, add_output, add_sector, one_of, whole
from zest.cli.parsing import Parser
from zest.engine_names import ENGINES

if TYPE_CHECKING:
    from zest.measurement import Measurement
    from zest.measuring.run import Request
    from zest.tables.mapping import TableMapping


def add(parser: Parser) -> None:
    """Declare the command."""
    words = "tableaux : commandes.csv, missions.xlsx, suivis.parquet, ou répertoires de Parquet"
    parser.add_argument("tables", nargs="+", metavar="TABLEAU", help=words)
    parser.add_argument(
        "--commitment", action="append", default=[], metavar="CLÉ",
        help="ne mesure que cet engagement, ou cette mesure (peut être répétée)",
    )  # fmt: skip
    parser.add_argument("--dossier", metavar="DOSSIER", help="dossier dont les offres font les promesses")
    parser.add_argument(
        "--engine", type=one_of(*ENGINES), default=next(iter(ENGINES)), metavar="MOTEUR",
        help="polars (par défaut), duckdb ou spark",
    )  # fmt: skip
    add_day(parser, "jour de la mesure (aujourd'hui par défaut)")
    parser.add_argument(
        "--columns", metavar="FICHIER", help="columns.toml : comment les colonnes s'appellent"
    )
    parser.add_argument(
        "--rows",
        type=whole(0),
        metavar="N",
        help="lignes montrées par promesse (par défaut 5 à l'écran, 1 000 en JSON)",
    )
    parser.add_argument(
        "--rows-out", metavar="FICHIER", help="écrit toutes les lignes en défaut, en .csv ou en .parquet"
    )
    parser.add_argument(
        "--small-cells", type=whole(0), default=0, metavar="N",
        help="à publier : tait les effectifs sous N, et les lignes",
    )  # fmt: skip
    add_sector(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Measure, write the answer, return its exit code."""
    from zest.cli.progress import steps

    with steps() as step:
        told = _measured(args, step)
    code = told.exit_code()
    if args.small_cells:
        from zest.measuring.small_cells import without_small_cells

        told = without_small_cells(told, args.small_cells)
    if args.format == "json":
        from zest.console.envelopes import measurement_envelope

        args.screen.json(measurement_envelope(told, code))
    else:
        from zest.console.measurement import measurement_blocks

        args.screen.show(tuple(measurement_blocks(told)))
    return code


def _measured(args: argparse.Namespace, step: Callable[[str], None]) -> "Measurement":
    from pathlib import Path

    from zest.cli.errors import CannotWrite
    from zest.cli.screen import reason
    from zest.io.files import require_allowed
    from zest.measuring.given import tables_given
    from zest.measuring.run import measure
    from zest.tables.extras import require

    require()
    _require_sensible(args)
    for table in args.tables:
        require_allowed(Path(table))
    sources, read = tables_given(args.tables, args.engine, _mappings(args.columns), step)
    asked = _request(args)
    import attrs

    try:
        return measure(sources, attrs.evolve(asked, told=read), args.engine, step)
    except OSError as error:
        if asked.rows_out is None or error.filename != str(asked.rows_out.resolve()):
            raise
        raise CannotWrite(f"« {args.rows_out} » ne peut pas être écrit : {reason(error)}.") from None


def _require_sensible(args: argparse.Namespace) -> None:
    from pathlib import Path

    from zest.cli.errors import WrongUse

    if not args.rows_out:
        return
    if Path(args.rows_out).suffix not in (".csv", ".parquet"):
        raise WrongUse(f"« {args.rows_out} » : donnez un nom de fichier en .csv ou en .parquet.")
    if args.small_cells:
        raise WrongUse(
            "« --rows-out » écrit les lignes que « --small-cells » tait : demandez l'un, puis l'autre."
        )


def _mappings(file: str | None) -> "Mapping[str, TableMapping] | None":
    from pathlib import Path

    from zest.cli.errors import WrongUse
    from zest.errors import DataFileError
    from zest.io.columns import read_columns

    if file is None:
        return None
    try:
        return read_columns(Path(file))
    except DataFileError as error:
        raise WrongUse(str(error)) from None


def _request(args: argparse.Namespace) -> "Request":
    """Turn the arguments into what is asked."""
    import datetime as dt
    from pathlib import Path

    import attrs

    from zest.cli.measured import promises

    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    out = Path(args.rows_out) if args.rows_out else None
    found = promises(args.dossier, args.commitment, day, args.sector)
    return attrs.evolve(found, rows=_rows(args), rows_out=out)


def _rows(args: argparse.Namespace) -> int:
    """Return how many rows are shown: a screen has room for few."""
    from zest.console.measurement import SHOWN
    from zest.measuring.run import FIRST

    few: int = FIRST if args.format == "json" else SHOWN
    return few if args.rows is None else args.rows
