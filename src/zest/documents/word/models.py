"""Every Word model of zest, by the slug of its document."""

import functools
from collections.abc import Callable, Mapping
from types import MappingProxyType

from zest.documents.document import Data, Renderer
from zest.documents.word import contracts, letters, orders, sheets
from zest.documents.word.filling import fill
from zest.documents.word.fitting import fitted
from zest.model.charter import Charter, Colour

MODELS: Mapping[str, Callable[[Charter], bytes]] = MappingProxyType({
    "papier-a-lettres": letters.letter,
    "prise-de-commande": orders.order,
    "lettre-prospection": letters.mailing,
    "contrat-travail-temporaire": contracts.contract(
        "contrat-travail-temporaire", "Contrat de mise à disposition", "l'entreprise utilisatrice", 62
    ),
    "contrat-association-intermediaire": contracts.contract(
        "contrat-association-intermediaire", "Contrat de mise à disposition", "le client"
    ),
    "contrat-mission": contracts.contract("contrat-mission", "Contrat de mission", "le salarié"),
    "convention-pret": contracts.contract("convention-pret", "Convention de prêt de main-d'œuvre", "l'utilisateur"),
    "convention-de-marque": contracts.brand,
    "attestation-formation": contracts.attestation,
    "fiche-de-poste": sheets.job,
    "retour-experience": sheets.experience,
})  # fmt: skip

COMMON = Charter(
    primary=Colour("#33511b"),
    accent=Colour("#f2c811"),
    light=Colour("#f7f7e6"),
    ink=Colour("#1d2417"),
    soft=Colour("#e5efb8"),
    wordmark="zest",
)
"""Colours of no sector, for a model that is exported without one."""


@functools.lru_cache(maxsize=64)
def model(slug: str, charter: Charter) -> bytes:
    """Return the model of a document in the colours of a sector.

    Raises:
        KeyError: there is none.
        MissingExtraError: python-docx is not installed.
    """
    return MODELS[slug](charter)


def word_by(slug: str) -> Renderer:
    """Return the Word renderer of a document."""

    def render(data: Data, charter: Charter) -> bytes:
        return fitted(fill(model(slug, charter), data), slug, data)

    return render
