"""``zest explain``: one rule, what it asks, why, and after which text."""

import argparse
import re
from typing import TYPE_CHECKING

from zest.cli.options import add_output, add_sector
from zest.cli.parsing import Parser

if TYPE_CHECKING:
    from zest.plugins.assembly import Assembly
    from zest.rule import Rule


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "rule",
        metavar="RÈGLE",
        help="code ou nom d'une règle : Z102, no-permanent-trained ; ou code d'un point de la trousse : K302",
    )
    add_sector(parser)
    add_output(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Explain; the installed sectors are loaded only for a rule that is not of the core."""
    if re.fullmatch(r"[Kk]\d*", args.rule, re.ASCII):
        return _of_the_kit(args)
    from zest.cli.sectors_given import every_sector
    from zest.errors import UnknownRuleError
    from zest.plugins.assembly import assemble
    from zest.rule import Rule

    assembly = assemble(())
    try:
        known = assembly.catalogue.find(args.rule)
    except UnknownRuleError:
        assembly = every_sector(folders=args.sector)
        known = assembly.catalogue.find(args.rule)
    effect = _effect(known, assembly) if isinstance(known, Rule) else ()
    if args.format == "json":
        from zest.console.envelopes import explain_envelope

        args.screen.json(explain_envelope(known, assembly.catalogue, effect))
    else:
        from zest.console.explaining import explain_blocks

        law, overrides = assembly.catalogue.law, assembly.catalogue.overrides
        args.screen.show(tuple(explain_blocks(known, law, effect, overrides)))
    return 0


def _of_the_kit(args: argparse.Namespace) -> int:
    """Explain a check that sectors are put to."""
    from zest.errors import UnknownRuleError
    from zest.structuring import suggest
    from zest.testing.kit.every import REQUIREMENTS

    known = REQUIREMENTS.get(args.rule.upper())
    if known is None:
        raise UnknownRuleError(
            f"Aucune vérification « {args.rule} »{suggest(args.rule.upper(), REQUIREMENTS)}"
        )
    if args.format == "json":
        from zest.console.conformance import requirement_envelope

        args.screen.json(requirement_envelope(known))
    else:
        from zest.console.conformance import requirement_blocks

        args.screen.show(tuple(requirement_blocks(known)))
    return 0


def _effect(rule: "Rule", assembly: "Assembly") -> tuple[str, ...]:
    """Return what the rule says of its own faulty example; nothing where its sector ships no sound sample."""
    from zest.errors import ZestError
    from zest.testing.samples import core_assembly, core_sample, findings_of, sector_sample

    sector = next((one.sector for one in assembly.loaded if one.origin.slug == rule.sector), None)
    try:
        sample = sector_sample(sector) if sector else core_sample()
        found = findings_of(rule, rule.bad, assembly if sector else core_assembly(), sample)
    except (ZestError, LookupError, ValueError):
        return ()
    return tuple(finding.message for finding in found if finding.code == rule.code)
