"""K10x: the files of a sector can be read, hold what they must, and make a sector."""

import re
from collections.abc import Iterator
from itertools import chain

from zest.conformance import Flaw, NotRun, Spot, Tier
from zest.edition.files import FILE as EDITION
from zest.io.document import Document
from zest.io.places import SyntaxFault
from zest.structuring import suggest
from zest.testing.kit.candidate import FILES_FIRST, RULES_FIRST, Candidate
from zest.testing.kit.declaring import check
from zest.testing.kit.shapes import COLUMNS, SHAPES, misfits, shape_of


@check(
    "K101",
    Tier.BRONZE,
    requirement="Chaque fichier du secteur se lit : du TOML sans faute de syntaxe, en UTF-8.",
    why="Un fichier qui ne se lit pas arrête tout le secteur, chez tous ceux qui l'ont installé.",
    remedy="Corrigez la ligne indiquée.",
)
def file_unreadable(candidate: Candidate) -> Iterator[Flaw]:
    """Tell every file with a fault of syntax."""
    for name, document in candidate.documents.items():
        if isinstance(document, SyntaxFault):
            yield Flaw(f"« {name} » ne se lit pas : {document.message}", Spot(name))


@check(
    "K102",
    Tier.BRONZE,
    requirement="Chaque clé est connue, chaque valeur a la forme que sa clé attend, et rien d'obligatoire ne manque.",
    why="Une clé mal orthographiée se tait : ce qu'elle dit ne serait jamais lu.",
    remedy="Reprenez la clé proposée, ou écrivez la valeur sous la forme indiquée.",
)
def value_misfit(candidate: Candidate) -> Iterator[Flaw]:
    """Tell everything that does not fit, in every file, in one run."""
    for name in candidate.names:
        document = candidate.documents.get(name)
        if isinstance(document, Document) or name in candidate.empty:
            for one in misfits(name, candidate.data(name)):
                yield Flaw(one.message, Spot(name, one.path))


@check(
    "K103",
    Tier.BRONZE,
    requirement="Le secteur se charge, et zest l'accepte : contrat, préfixe de ses règles, contrastes de sa charte.",
    why="Un secteur refusé ne vérifie rien, et aucun dossier qui le nomme ne peut être dit conforme.",
    remedy="Corrigez la cause indiquée, puis relancez « zest sector check ».",
)
def sector_refused(candidate: Candidate) -> Iterator[Flaw]:
    """Tell why it was refused, when no file explains it already."""
    if candidate.refusal is None:
        return
    if at_fault(candidate):
        raise NotRun(FILES_FIRST)
    yield Flaw(candidate.refusal.cause, _blamed(candidate, candidate.refusal.cause))


def at_fault(candidate: Candidate) -> bool:
    """Whether K101 or K102 tells a file: what stumbles over it has nothing to add."""
    return any(True for check in (file_unreadable, value_misfit) for _ in check.find(candidate))


def in_the_way(candidate: Candidate) -> NotRun:
    """Say what to mend first, where a file or a rule of the sector fails under a check that is about something else."""
    return NotRun(FILES_FIRST if at_fault(candidate) else RULES_FIRST)


_FILE = re.compile(r"([\w-]+(?:/[\w-]+)?\.(?:toml|py))(?:, (?:ligne (\d+)|([\w-]+)))?")


_CHANGE = re.compile(r"(l'engagement|le chiffre) «\s([^»]+)\s»")
_CODE = re.compile(r"\b[A-Z]+\d{3}\b")


def _blamed(candidate: Candidate, cause: str) -> Spot:
    """Return the file that a cause names, and its line or its table; or the rule whose code it names."""
    for name, line, table in _FILE.findall(cause):
        files = (*candidate.names, *SHAPES)
        for known in sorted(files, key=lambda one: one != name):
            if known.rpartition("/")[2] == name.rpartition("/")[2]:
                return Spot(known, (table,) if table in candidate.data(known) else (), line=int(line or 0))
    return next(chain(_changed(candidate, cause), _coded(candidate, cause)), Spot("sector.toml"))


def _changed(candidate: Candidate, cause: str) -> Iterator[Spot]:
    """Yield the tables of an edition that change what a cause names."""
    for kind, name in _CHANGE.findall(cause):
        table = "commitments" if kind == "l'engagement" else "figures"
        yield from [Spot(EDITION, (table, name))] if name in candidate.data(EDITION).get(table, ()) else []


def _coded(candidate: Candidate, cause: str) -> Iterator[Spot]:
    """Yield the rules whose codes a cause names, where they are written here."""
    spots = (candidate.spot_of(code) for code in _CODE.findall(cause))
    yield from (spot for spot in spots if spot.file)


@check(
    "K104",
    Tier.SILVER,
    requirement="Chaque fichier TOML du secteur est un fichier que zest lit.",
    why="Un fichier au nom mal orthographié n'est lu par personne, sans que rien ne le dise.",
    remedy="Renommez-le, ou retirez-le.",
)
def file_unknown(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the files of no known name."""
    known = [*SHAPES, COLUMNS]
    for name in candidate.names:
        if name.endswith(".toml") and shape_of(name) is None and name not in known:
            yield Flaw(f"« {name} » n'est lu par rien{suggest(name, known)}", Spot(name))
