"""``zest kit``: every document of a collective, from its dossier."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from zest.cli.options import add_day, add_plugins, add_sector, folder, policy
from zest.cli.parsing import Parser, nearest
from zest.console.typography import listed

if TYPE_CHECKING:
    from zest.documents.document import Document, Format
    from zest.documents.inventory import Inventory
    from zest.model.dossier import Dossier
    from zest.plugins.assembly import Assembly


def add(parser: Parser) -> None:
    """Declare the command."""
    parser.add_argument(
        "dossier", nargs="?", metavar="DOSSIER", help="répertoire qui contient zest.toml, ou fichier"
    )
    parser.add_argument(
        "-o", "--out", type=folder, metavar="RÉPERTOIRE", default="kit", help="où écrire (kit par défaut)"
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="DOCUMENT",
        help="ne fait que ce document (peut être répétée) : depliant-individuel",
    )  # fmt: skip
    parser.add_argument(
        "--structure", action="append", default=[], metavar="STRUCTURE",
        help="ne fait que les exemplaires de cette structure : sa clé, son nom ou son SIRET (peut être répétée)",
    )  # fmt: skip
    parser.add_argument(
        "--format", action="append", default=[], metavar="FORMES",
        help="pdf, docx, pptx, eml et txt par défaut ; png et svg à la demande : pdf,png",
    )  # fmt: skip
    parser.add_argument(
        "--list", action="store_true", help="montre les documents, leurs formes, ce qu'ils demandent"
    )
    parser.add_argument(
        "--template", action="append", default=[], metavar="MODÈLE",
        help="modèle Word modifié (« zest kit template --help »), ou répertoire qui en a (peut être répétée)",
    )  # fmt: skip
    parser.add_argument(
        "--force", action="store_true", help="remplace aussi les documents modifiés à la main"
    )
    add_day(parser, "jour du kit (aujourd'hui par défaut)")
    add_sector(parser)
    add_plugins(parser)
    parser.add_argument("--no-color", action="store_true", help="sans couleur (comme NO_COLOR)")
    parser.set_defaults(run=run, output=None)


def run(args: argparse.Namespace) -> int:
    """Take stock, then write all or nothing; 1 when a value is missing or a document is refused."""
    from zest.documents.registry import DOCUMENTS
    from zest.documents.screen import list_blocks, missing_blocks

    formats = _formats(args.format)
    if args.list and args.dossier is None:
        args.screen.show(tuple(list_blocks(_chosen(DOCUMENTS, args.only))))
        return 0
    dossier, assembly = _given(args)
    documents = _with_models(_chosen(_every(assembly), args.only), args.template)
    if args.list:
        args.screen.show(tuple(list_blocks(documents)))
        return 0
    if args.only:
        _has_some(documents, formats)
    found = _inventory(args, documents, dossier, assembly)
    if found.missing:
        args.screen.show(tuple(missing_blocks(found)))
        return 1
    return _write(args, found, formats)


def _given(args: argparse.Namespace) -> "tuple[Dossier, Assembly]":
    from zest.cli.errors import WrongUse
    from zest.cli.reading import readable
    from zest.cli.sectors_given import local_sectors
    from zest.plugins.assembly import assemble

    if args.dossier is None:
        raise WrongUse("il manque le DOSSIER (« zest kit --help » montre l'usage).")
    dossier = readable(args.dossier)
    wanted = policy(args)
    assembly = assemble(dossier.sectors, local_sectors(args.sector, wanted), wanted)
    _whole(assembly)
    return dossier, assembly


def _with_models(documents: "Sequence[Document]", given: Sequence[str]) -> "Sequence[Document]":
    if not given:
        return documents
    from zest.cli.errors import WrongUse
    from zest.documents.errors import KitError
    from zest.documents.word.foreign import with_models

    try:
        return with_models(documents, given)
    except KitError as error:
        raise WrongUse(str(error)) from None


def _every(assembly: "Assembly") -> "Sequence[Document]":
    """Return the documents of zest, then those that the sectors at hand add."""
    from zest.documents.foreign import foreign_documents
    from zest.documents.registry import DOCUMENTS

    every = {one.slug: one for one in DOCUMENTS}
    for loaded in assembly.loaded:
        for one in foreign_documents(loaded.origin.slug, loaded.sector.folder, every):
            every[one.slug] = one
    return tuple(every.values())


def _inventory(
    args: argparse.Namespace, documents: "Sequence[Document]", dossier: "Dossier", assembly: "Assembly"
) -> "Inventory":
    import datetime as dt

    from zest.cli.errors import WrongUse
    from zest.documents.inventory import take
    from zest.documents.subjects import offers

    day = args.as_of or dt.date.today()  # noqa: DTZ011  # a day of the calendar in France, not a moment
    folders = {one.origin.slug: one.sector.folder for one in assembly.loaded}
    offered = offers(dossier, assembly.catalogue, folders, day)
    found = take(documents, offered, [_structure(word, dossier) for word in args.structure])
    if not found.copies:
        raise WrongUse(f"ce dossier ne donne aucun des documents demandés : {_cure(args, dossier, found)}")
    return found


def _cure(args: argparse.Namespace, dossier: "Dossier", found: "Inventory") -> str:
    """Say why there is nothing to make, and what would change it."""
    if not dossier.offers:
        return "il lui faut une offre, [[offers]]."
    if args.structure:
        return f"retirez « --structure », ou demandez-en d'autres que {listed(list(found.without))}."
    return f"il ne dit rien pour {listed(list(found.without))}."


def _write(args: argparse.Namespace, found: "Inventory", formats: "Sequence[Format]") -> int:
    import datetime as dt

    from zest.cli.errors import WrongUse
    from zest.cli.progress import progress
    from zest.cli.screen import refusal
    from zest.documents.errors import KitError
    from zest.documents.kit import write
    from zest.documents.screen import refused_blocks, written_blocks
    from zest.documents.shelving import Shelf

    target = Path(args.out)
    day = args.as_of or dt.date.today()  # noqa: DTZ011  # idem
    try:
        shelf = Shelf(target, force=args.force, keep=bool(args.only or args.structure or args.format))
        with progress("Documents du kit", len(found.copies)) as done:
            outcome = write(found, formats, shelf, done, day)
    except KitError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        raise refusal(args.out, error) from None
    if outcome.refused:
        titles = {one.title for one in outcome.refused}
        others = dict.fromkeys(c.document.slug for c in found.copies if c.document.title not in titles)
        args.screen.show(tuple(refused_blocks(outcome.refused, outcome.untried, tuple(others))))
        return 1
    args.screen.show(tuple(written_blocks(target.as_posix(), outcome.files, outcome.fresh, found)))
    return 0


def _chosen(documents: "Sequence[Document]", words: Sequence[str]) -> "Sequence[Document]":
    from zest.cli.errors import WrongUse

    slugs = [one.slug for one in documents]
    wanted = [word.strip() for told in words for word in told.split(",") if word.strip()]
    for word in wanted:
        if word not in slugs:
            raise WrongUse(f"« {word} » n'est pas un document du kit{nearest(word, slugs)}")
    return [one for one in documents if not wanted or one.slug in wanted]


def _formats(words: Sequence[str]) -> "Sequence[Format]":
    from zest.cli.errors import WrongUse
    from zest.documents.document import Format

    known = [form.value for form in Format]
    wanted = [word.strip().lower() for told in words for word in told.split(",") if word.strip()]
    for word in wanted:
        if word not in known:
            raise WrongUse(f"« {word} » n'est pas une forme{nearest(word, known)}")
    images = (Format.PNG, Format.SVG)
    return [Format(word) for word in dict.fromkeys(wanted)] or [form for form in Format if form not in images]


def _has_some(documents: "Sequence[Document]", formats: "Sequence[Format]") -> None:
    """Refuse to write nothing of a document that was asked for by its name.

    Raises:
        WrongUse: a document has none of the forms.
    """
    from zest.cli.errors import WrongUse

    for one in documents:
        if not set(one.renderers) & set(formats):
            forms = ", ".join(form.value for form in one.renderers)
            raise WrongUse(
                f"« {one.slug} » ne se fait pas en {', '.join(formats)} :"
                f" donnez à « --format » une de ses formes ({forms})."
            )


def _structure(word: str, dossier: "Dossier") -> str:
    """Return the key of the structure that a word names.

    Raises:
        WrongUse: none has that key, name or SIRET.
    """
    from zest.cli.errors import WrongUse

    bare = "".join(word.split())
    for one in dossier.structures:
        if word.casefold() in (one.key.casefold(), one.name.casefold()) or (one.siret and bare == one.siret):
            return one.key
    names = [name for one in dossier.structures for name in (one.key, one.name)]
    raise WrongUse(f"« {word} » n'est pas une structure du dossier{nearest(word, names)}")


def _whole(assembly: "Assembly") -> None:
    """Refuse a kit that would lack a sector.

    Raises:
        PluginError: a sector of the dossier is not at hand.
    """
    from zest.errors import PluginError

    for one in assembly.refused:
        raise PluginError(f"{one.cause} {one.remedy} Aucun document n'est écrit.")
