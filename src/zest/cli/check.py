"""``zest check``: judge a dossier."""

import argparse
from typing import TYPE_CHECKING

from zest.cli.options import add_day, add_output, add_plugins, add_sector, codes, one_of, policy
from zest.cli.parsing import Parser
from zest.cli.settling import add_settings, settle
from zest.formats import FORMATS

if TYPE_CHECKING:
    from zest.findings import Severity
    from zest.model.dossier import Dossier
    from zest.plugins.assembly import Assembly
    from zest.report import Report


CODES = (
    "Codes de sortie : 0 conforme au seuil choisi ; 1 des constats l'atteignent ; 2 mauvais usage ; 3 non vérifié. "
    "Si le dossier n'en dit pas assez, le 1 l'emporte sur le 3 ; si un secteur ou zest est en défaut, le 3 sur le 1."
)


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.epilog = CODES
    where = "répertoire qui contient zest.toml, fichier, classeur, ou - pour l'entrée standard"
    parser.add_argument("dossier", metavar="DOSSIER", help=where)
    add_day(parser, "jour auquel on juge (aujourd'hui par défaut)")
    _add_choices(parser)
    _add_habits(parser)
    add_settings(parser)
    add_sector(parser)
    add_plugins(parser)
    add_output(parser, *FORMATS)
    parser.set_defaults(run=run)


def _add_choices(parser: Parser) -> None:
    parser.add_argument(
        "--select", type=codes, metavar="CODES", help="ne garde que ces débuts de codes : Z1,HCR"
    )
    parser.add_argument("--ignore", type=codes, metavar="CODES", help="écarte ces débuts de codes")
    parser.add_argument(
        "--fail-on",
        type=one_of("error", "warning", "info", "never"),
        metavar="GRAVITÉ",
        help="sort en 1 à partir de cette gravité : error (par défaut), warning ou info ; never : jamais en 1",
    )


def _add_habits(parser: Parser) -> None:
    known = "tait les constats de cette référence, déjà connus"
    parser.add_argument("--baseline", metavar="FICHIER", help=known)
    parser.add_argument(
        "--write-baseline", metavar="FICHIER", help="écrit cette référence : les constats d'aujourd'hui"
    )
    parser.add_argument("--watch", action="store_true", help="vérifie de nouveau à chaque enregistrement")
    parser.add_argument(
        "--stdin-name", metavar="NOM", default="", help="nom à donner à l'entrée standard : zest.toml, x.json"
    )


def run(args: argparse.Namespace) -> int:
    """Check, write the report, return its exit code."""
    settle(args)
    if not args.watch:
        return _check(args)
    from zest.cli.errors import WrongUse
    from zest.cli.watching import watch

    if args.dossier == "-" or args.output:
        raise WrongUse(
            "--watch relit un dossier sur le disque et répond à l'écran : ni « - » ni « --output »."
        )
    return watch(args.dossier, lambda: _check(args))


def _check(args: argparse.Namespace) -> int:
    from zest.checking import check
    from zest.cli.sectors_given import local_sectors
    from zest.cli.standard_input import load_given
    from zest.plugins.assembly import assemble
    from zest.report import exit_code

    wanted = policy(args)
    local = local_sectors(args.sector, wanted)
    dossier = load_given(args.dossier, args.stdin_name)
    assembly = assemble(dossier.sectors, local, wanted)
    report = check(dossier, as_of=args.as_of, assembly=assembly, select=args.select, ignore=args.ignore)
    report = _against_baseline(args, report)
    code = exit_code(report, _threshold(args))
    _write(args, report, code, dossier, assembly)
    return code


def _against_baseline(args: argparse.Namespace, report: "Report") -> "Report":
    """Write the baseline that is asked for, then leave out what the baseline knows."""
    if not (args.baseline or args.write_baseline) or report.unreadable:
        return report
    from pathlib import Path

    from zest.baseline import read_baseline, without_known
    from zest.cli.known import tell, write_baseline
    from zest.io.files import refuse_pipe

    file = Path(args.write_baseline or args.baseline)
    if args.write_baseline:
        write_baseline(file, report)
    refuse_pipe(file)
    compared = without_known(report, read_baseline(file))
    tell(compared, args.write_baseline or args.baseline)
    return compared.report


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
