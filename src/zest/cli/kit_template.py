"""``zest kit template``: a Word model exported to be edited, then looked at before use."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from zest.cli.parsing import Parser, nearest

if TYPE_CHECKING:
    from zest.model.charter import Charter


def add(parser: Parser) -> None:
    """Declare both acts."""
    template = parser.add_subparsers(metavar="QUOI", dest="part").add_parser(
        "template", help="les modèles Word"
    )
    acts = template.add_subparsers(title="quoi", metavar="QUOI", dest="what", required=True)
    words = "écrit le modèle Word d'un document, à modifier dans Word ou LibreOffice"
    export = acts.add_parser("export", help=words, description=f"Cette commande {words}.")
    export.add_argument("document", metavar="DOCUMENT", help="nom du document : papier-a-lettres")
    export.add_argument("-o", "--out", required=True, metavar="FICHIER", help="fichier .docx à écrire")
    export.add_argument("--colours", metavar="SECTEUR", help="aux couleurs de ce secteur installé")
    export.set_defaults(act=_export)
    words = (
        "examine un modèle Word modifié : champs inconnus ou manquants, contenu dangereux, chacun à sa place"
    )
    check = acts.add_parser("check", help=words, description=f"Cette commande {words}.")
    check.add_argument("file", metavar="FICHIER", help="modèle .docx")
    check.add_argument("--document", metavar="DOCUMENT", help="document dont c'est le modèle")
    check.set_defaults(act=_check)
    for one in (export, check):
        one.add_argument("--no-color", action="store_true", help="sans couleur (comme NO_COLOR)")
        one.set_defaults(run=run, output=None)


def run(args: argparse.Namespace) -> int:
    """Do what is asked; 0 when all is well, 1 when a model has a fault."""
    code: int = args.act(args)
    return code


def _export(args: argparse.Namespace) -> int:
    from zest.cli.errors import CannotWrite
    from zest.cli.screen import reason, replace
    from zest.documents.word.models import model
    from zest.documents.word.screen import exported_blocks

    content = model(_document(args.document), _charter(args.colours))
    try:
        replace(Path(args.out), content)
    except OSError as error:
        raise CannotWrite(f"« {args.out} » ne peut pas être écrit : {reason(error)}.") from None
    args.screen.show(tuple(exported_blocks(args.out, args.document)))
    return 0


def _check(args: argparse.Namespace) -> int:
    from zest.cli.errors import WrongUse
    from zest.cli.screen import reason
    from zest.documents.word.checking import faults_of
    from zest.documents.word.screen import fault_blocks

    slug = _document(args.document) if args.document else ""
    try:
        named, faults = faults_of(Path(args.file), slug)
    except FileNotFoundError:
        raise WrongUse(f"« {args.file} » n'existe pas ; vérifiez le chemin.") from None
    except OSError as error:
        raise WrongUse(f"« {args.file} » ne peut pas être lu : {reason(error)}.") from None
    args.screen.show(tuple(fault_blocks(args.file, named, faults)))
    return 1 if faults else 0


def _document(word: str) -> str:
    from zest.cli.errors import WrongUse
    from zest.documents.word.models import MODELS

    if word not in MODELS:
        raise WrongUse(f"« {word} » n'est pas un document qui a un modèle Word{nearest(word, MODELS)}")
    return word


def _charter(slug: str | None) -> "Charter":
    from zest.documents.word.models import COMMON
    from zest.errors import PluginError
    from zest.plugins.assembly import assemble

    if slug is None:
        return COMMON
    assembly = assemble((slug,))
    for one in assembly.refused:
        raise PluginError(f"{one.cause} {one.remedy}")
    return assembly.catalogue.sectors[slug].charter
