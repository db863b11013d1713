"""``zest check``: judge a dossier."""

import argparse
from typing import TYPE_CHECKING

from zest.cli.options import add_day, add_output, add_plugins, add_sector, codes, one_of, policy
from zest.cli.parsing import Parser
from zest.formats import FORMATS

if TYPE_CHECKING:
    from zest.findings import Severity
    from zest.model.dossier import Dossier
    from zest.plugins.assembly import Assembly
    from zest.report import Report


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument("dossier", metavar="DOSSIER", help="répertoire qui contient zest.toml, ou fichier")
    add_day(parser, "jour auquel on juge (aujourd'hui par défaut)")
    parser.add_argument(
        "--select", type=codes, default=(), metavar="CODES", help="ne garde que ces débuts de codes : Z1,HCR"
    )
    parser.add_argument(
        "--ignore", type=codes, default=(), metavar="CODES", help="écarte ces débuts de codes"
    )
    parser.add_argument(
        "--fail-on",
        type=one_of("error", "warning", "info", "never"),
        default="error",
        metavar="GRAVITÉ",
        help="sort en 1 à partir de cette gravité : error (par défaut), warning, info, ou never",
    )
    add_sector(parser)
    add_plugins(parser)
    add_output(parser, *FORMATS)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Check, write the report, return its exit code."""
    from zest.checking import check
    from zest.cli.sectors_given import local_sectors
    from zest.loading import load
    from zest.plugins.assembly import assemble
    from zest.report import exit_code

    wanted = policy(args)
    local = local_sectors(args.sector, wanted)
    dossier = load(args.dossier)
    assembly = assemble(dossier.sectors, local, wanted)
    report = check(dossier, as_of=args.as_of, assembly=assembly, select=args.select, ignore=args.ignore)
    code = exit_code(report, _threshold(args))
    _write(args, report, code, dossier, assembly)
    return code


def _threshold(args: argparse.Namespace) -> "Severity | None":
    from zest.findings import Severity

    return None if args.fail_on == "never" else Severity(args.fail_on)


def _write(
    args: argparse.Namespace, report: "Report", code: int, dossier: "Dossier", assembly: "Assembly"
) -> None:
    if args.format == "json":
        from zest.console.envelopes import report_envelope

        args.screen.json(report_envelope(report, code))
    elif args.format == "text":
        from zest.console.report import report_blocks

        args.screen.show(tuple(report_blocks(report)))
    else:
        from zest.formats import Told, render

        told = Told(
            report=report,
            main=dossier.sources.place(()).file or args.dossier,
            rules=assembly.catalogue.rules,
            fail_on=_threshold(args),
            code=code,
        )
        args.screen.text(render(args.format, told))
