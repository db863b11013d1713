"""What somebody typed to name a sector: taken as it is, or refused with the reason. Nothing of it is ever run."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from types import MappingProxyType

import attrs

from zest.model.identifiers import Idcc
from zest.structuring import INVISIBLE

LONGEST = 40
"""Signs of a name: it is also a folder, a package and a distribution."""
LONGEST_LABEL = 80


class NameRefused(ValueError):
    """A name cannot be used; the message is one French sentence that says why, and what would do."""


@attrs.frozen(kw_only=True)
class Taken:
    """Names that others bear.

    Attributes:
        slugs: slug → who publishes it.
        prefixes: prefix of rule codes → who publishes it.
    """

    slugs: Mapping[str, str] = attrs.field(factory=dict)
    prefixes: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Names:
    """The names of a new sector, each of a form that no file needs to escape, but for the label.

    Attributes:
        slug: minuscules, figures and hyphens.
        label: French name, on one line.
        prefix: capitals that begin its rule codes.
        idcc: number of its collective agreement.
    """

    slug: str
    label: str
    prefix: str
    idcc: str

    @property
    def package(self) -> str:
        """Name to import; never a word of Python, since it begins with ``zest_``."""
        return f"zest_{self.slug.replace('-', '_')}"

    @property
    def distribution(self) -> str:
        """Name to install, and of the folder."""
        return f"zest-{self.slug}"


def names(slug: str, label: str, prefix: str, idcc: str, taken: Taken) -> Names:
    """Return the names of a new sector; what is empty is made of the slug.

    Raises:
        NameRefused: one of them cannot be used.
    """
    chosen = _slug(slug, taken)
    return Names(
        slug=chosen,
        label=_label(label or chosen.replace("-", " ")),
        prefix=_prefix(prefix or _initials(chosen, taken), taken),
        idcc=_idcc(idcc),
    )


_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*", re.ASCII)
_OWNED = MappingProxyType({
    "coorace": "zest-coorace est le cœur de zest",
    "releaser": "zest.releaser est le nom d'un autre logiciel",
    "job": "« zest show job » montre une fiche de poste",
})  # fmt: skip


def _slug(told: str, taken: Taken) -> str:
    if not _SLUG.fullmatch(told):
        raise NameRefused(
            f"« {_shown(told)} » ne peut pas nommer un secteur : il faut des minuscules sans accent, des chiffres et "
            f"des traits d'union, une lettre d'abord{_instead(told)}"
        )
    if len(told) > LONGEST:
        raise NameRefused(f"« {_shown(told)} » est trop long : {len(told)} signes, pour {LONGEST} au plus.")
    if told in _OWNED:
        raise NameRefused(f"le nom « {told} » est pris : {_OWNED[told]}.")
    if told in taken.slugs:
        raise NameRefused(f"le secteur « {told} » existe déjà, publié par {taken.slugs[told]}.")
    return told


def _instead(told: str) -> str:
    """Propose the nearest name that would do, when there is one."""
    bare = unicodedata.normalize("NFKD", told.lower().replace("œ", "oe").replace("æ", "ae"))
    slug = re.sub(r"[^a-z0-9]+", "-", bare.encode("ascii", "ignore").decode()).strip("-")
    fits = _SLUG.fullmatch(slug) and len(slug) <= LONGEST and slug not in _OWNED
    return f" ; vouliez-vous dire « {slug} » ?" if fits else "."


def _shown(told: str) -> str:
    """Show what was typed on one line, cut where it would fill the screen."""
    line = " ".join(INVISIBLE.sub("\ufffd", told).split())
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…"


def _label(told: str) -> str:
    if told != told.strip() or told.splitlines() != [told] or INVISIBLE.search(told) or "\t" in told:
        raise NameRefused(
            "le nom du secteur (--label) tient sur une ligne, sans espace au bord ni signe invisible."
        )
    if len(told) > LONGEST_LABEL or not any(sign.isalpha() for sign in told):
        raise NameRefused(
            f"le nom du secteur (--label) a de 1 à {LONGEST_LABEL} signes, dont une lettre au moins."
        )
    return told


_PREFIX = re.compile(r"[A-Z]{2,6}", re.ASCII)


def _prefix(told: str, taken: Taken) -> str:
    if not _PREFIX.fullmatch(told):
        raise NameRefused(
            f"« {_shown(told)} » n'est pas un préfixe de règles : il faut de deux à six capitales."
        )
    if told.startswith("Z"):
        raise NameRefused(f"le préfixe « {told} » est réservé : Z commence les règles de zest.")
    if told in taken.prefixes:
        raise NameRefused(f"le préfixe « {told} » est pris, par {taken.prefixes[told]}.")
    return told


def _initials(slug: str, taken: Taken) -> str:
    """Make a free prefix of the slug.

    Raises:
        NameRefused: none can be made.
    """
    for told in _proposed(slug):
        if _PREFIX.fullmatch(told) and not told.startswith("Z") and told not in taken.prefixes:
            return told
    raise NameRefused(f"aucun préfixe libre ne se tire de « {slug} » : donnez-en un par --prefix.")


def _proposed(slug: str) -> Iterator[str]:
    words = ["".join(sign for sign in word if sign.isalpha()).upper() for word in slug.split("-")]
    if len(words) > 1:
        yield "".join(word[:2] for word in words[:3])
    letters = "".join(words)
    yield from (letters[:size] for size in (3, 4, 5, 6, 2))


def _idcc(told: str) -> str:
    try:
        return str(Idcc(told)) if told else "9998"
    except ValueError as error:
        raise NameRefused(f"{error}"[:1].lower() + f"{error}"[1:]) from None
