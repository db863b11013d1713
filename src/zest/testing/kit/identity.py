"""K11x: who a sector is, what in it is still to be filled, and how it will be found once installed."""

import functools
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from zest.conformance import Flaw, KeyPath, Spot, Tier
from zest.datafiles import spell
from zest.io.document import Document
from zest.sector import GROUP
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.declaring import SENTENCE, check

MARK = "À REMPLACER"
"""What begins, in a generated sector, every text that nobody knows yet."""

_FORMS = MappingProxyType({
    "slug": (re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*"), "des minuscules, des chiffres et des traits d'union"),
    "prefix": (re.compile(r"[A-Z]{2,6}"), "de deux à six capitales"),
    "edition": (re.compile(r"\d{4}\.\d+"), "une année, un point, un numéro : 2026.1"),
    "label": (re.compile(r"\S.*"), "le nom du secteur, en français"),
    "maintainer": (re.compile(r"\S.*"), "qui tient le secteur à jour"),
    "summary": (SENTENCE, "une phrase, de la majuscule au point"),
})  # fmt: skip


@check(
    "K111",
    Tier.BRONZE,
    requirement="Le secteur dit qui il est : nom, préfixe, édition, résumé, qui le tient à jour.",
    why="C'est ce que lit celui qui choisit un secteur, et ce que portent ses codes et ses rapports.",
    remedy="Complétez sector.toml.",
)
def identity_incomplete(candidate: Candidate) -> Iterator[Flaw]:
    """Tell each key of ``sector.toml`` that says nothing, or not in its form."""
    profile = candidate.sector.profile
    for name, (form, words) in _FORMS.items():
        told = getattr(profile, name)
        if not form.fullmatch(told):
            yield Flaw(
                f"« {told} » ne convient pas à {name} : il faut {words}.", Spot("sector.toml", (name,))
            )


@check(
    "K112",
    Tier.BRONZE,
    requirement="Rien dans le secteur n'est resté à remplacer.",
    why="Un texte inventé par « zest new sector » n'engage personne : le publier tromperait qui s'y fie.",
    remedy="Écrivez ce que vous savez à la place, avec sa source ; retirez ce dont le métier n'a pas besoin.",
)
def text_to_replace(candidate: Candidate) -> Iterator[Flaw]:
    """Tell each text that begins with the mark of a generated sector; samples are invented on purpose."""
    for name, document in candidate.documents.items():
        if isinstance(document, Document) and not name.startswith("samples/"):
            for path, text in _marked(document.data):
                words = text.removeprefix(MARK).lstrip(" :").rstrip(".") or "un texte"
                yield Flaw(f"« {spell(path)} » attend : {words}.", Spot(name, path))


def _marked(value: object, at: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        if value.startswith(MARK):
            yield at, value
        return
    items: Mapping[Any, Any] = (
        value if isinstance(value, dict) else dict(enumerate(value if isinstance(value, list) else ()))
    )
    for step, inner in items.items():
        yield from _marked(inner, (*at, step))


@check(
    "K113",
    Tier.BRONZE,
    requirement="Les couleurs de la charte sont assez contrastées pour être lues.",
    why="Un document que la moitié des lecteurs déchiffre mal ne porte pas une promesse.",
    remedy="Assombrissez l'encre ou éclaircissez le fond, jusqu'aux rapports indiqués.",
    of_trade=True,
)
def charter_illegible(candidate: Candidate) -> Iterator[Flaw]:
    """Tell each pair of colours that is too close."""
    for words in candidate.sector.profile.charter.failures():
        yield Flaw(words, Spot("charter.toml"))


PROJECT = "../../pyproject.toml"


@check(
    "K114",
    Tier.BRONZE,
    requirement="Le projet déclare son point d'entrée : le nom du secteur, qui mène à son paquet.",
    why="Une fois installé, un secteur sans point d'entrée, ou sous un autre nom, n'est trouvé par personne.",
    remedy='Dans pyproject.toml, sous [project.entry-points."zest.sectors.v1"], écrivez « nom = "paquet" ».',
)
def entry_point_wrong(candidate: Candidate) -> Iterator[Flaw]:
    """Look at the project of a package that is not installed; a bare folder has none, and needs none."""
    document = candidate.document(PROJECT)
    alone = candidate.home is None or "__init__.py" not in candidate.names
    if alone or str(candidate.origin) != "local" or not isinstance(document, Document):
        return
    path = ("project", "entry-points", GROUP)
    project: Mapping[str, Any] = document.data
    declared = functools.reduce(_inner, path, project)
    slug, package = candidate.sector.profile.slug, candidate.package
    if declared.get(slug) != package:
        told = f'« {slug} = "{declared[slug]}" »' if slug in declared else "rien"
        yield Flaw(
            f'Le point d\'entrée {GROUP} dit {told}, et non « {slug} = "{package}" ».', Spot(PROJECT, path)
        )


def _inner(table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    inner = table.get(key)
    return inner if isinstance(inner, dict) else {}
