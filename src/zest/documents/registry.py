"""Every document of the kit, in the order in which people use them."""

from collections.abc import Callable
from types import MappingProxyType

from zest.documents.document import Data, Document, Format, Need, Part, Per, Renderer, Subject
from zest.documents.facts import contracts, experience, leaflet, mails, office, tools
from zest.documents.form_fields import fillable
from zest.documents.mailing import as_message, as_text
from zest.documents.slides.deck import deck
from zest.documents.typesetting import typeset_by
from zest.documents.word.models import word_by
from zest.readings.formalities.regimes import Regime

_COLLECTIVE = Need(part=Part.COLLECTIVE, field="name", words="le nom du collectif")
_CALL = Need(part=Part.COLLECTIVE, field="phone", words="le téléphone du collectif")
_WRITE = Need(part=Part.COLLECTIVE, field="email", words="l'adresse électronique du collectif")
_JOBS = Need(part=Part.OFFER, field="jobs", words="les métiers de l'offre")
_PROMISES = Need(part=Part.OFFER, field="commitments", words="les engagements de l'offre")
_PHONE = Need(part=Part.STRUCTURE, field="phone", words="le téléphone de la structure")
_ADDRESS = Need(part=Part.STRUCTURE, field="address", words="l'adresse de la structure")
_EMAIL = Need(part=Part.STRUCTURE, field="email", words="l'adresse électronique de la structure")
_CITY = Need(part=Part.STRUCTURE, field="city", words="la ville de la structure")
_SIRET = Need(part=Part.STRUCTURE, field="siret", words="le SIRET de la structure")
_PHONES = Need(part=Part.STRUCTURES, field="phone", words="le téléphone de la structure")
_CITIES = Need(part=Part.STRUCTURES, field="city", words="la ville de la structure")


def _printed(template: str) -> MappingProxyType[Format, Renderer]:
    return MappingProxyType({one: typeset_by(template, one) for one in (Format.PDF, Format.PNG, Format.SVG)})


def _with_word(template: str, slug: str) -> MappingProxyType[Format, Renderer]:
    return MappingProxyType({**_printed(template), Format.DOCX: word_by(slug)})


def _in_word(
    slug: str,
    title: str,
    facts: Callable[[Subject], Data],
    suits: Callable[[Subject], bool] = lambda _: True,
    needs: tuple[Need, ...] = (),
) -> Document:
    """Return a document per structure that is made in Word alone, for its people to complete."""
    return Document(
        slug=slug,
        title=title,
        per=Per.STRUCTURE,
        facts=facts,
        renderers=MappingProxyType({Format.DOCX: word_by(slug)}),
        needs=(_COLLECTIVE, _PHONE, _ADDRESS, *needs),
        suits=suits,
    )


def _mail(slug: str, title: str, text: str) -> Document:
    return Document(
        slug=slug,
        title=title,
        per=Per.STRUCTURE,
        facts=mails.mail(text),
        renderers=MappingProxyType({**_printed("mail"), Format.EML: as_message, Format.TXT: as_text}),
        needs=(_COLLECTIVE, _PROMISES, _PHONE, _EMAIL, _ADDRESS),
    )


def _told(*fields: tuple[str, str]) -> tuple[Need, ...]:
    return tuple(Need(part=Part.EXPERIENCE, field=field, words=words) for field, words in fields)


DOCUMENTS: tuple[Document, ...] = (
    Document(
        slug="fiche-segment",
        title="Fiche segment",
        per=Per.OFFER,
        facts=tools.segment,
        renderers=_printed("segment"),
        needs=(_COLLECTIVE, _JOBS),
    ),
    Document(
        slug="argumentaire-telephonique",
        title="Argumentaire téléphonique",
        per=Per.STRUCTURE,
        facts=tools.pitch,
        renderers=_printed("pitch"),
        needs=(_COLLECTIVE, _PROMISES, _PHONE),
    ),
    Document(
        slug="prise-de-commande",
        title="Prise de commande",
        per=Per.STRUCTURE,
        facts=tools.order_form,
        renderers=MappingProxyType(
            {**_with_word("order", "prise-de-commande"), Format.PDF: fillable("order")}
        ),
        needs=(_JOBS, _PHONE, _EMAIL),
    ),
    Document(
        slug="guide-metiers",
        title="Guide des métiers",
        per=Per.OFFER,
        facts=tools.guide,
        renderers=_printed("guide"),
        needs=(_COLLECTIVE, _JOBS),
    ),
    _mail("courriel-prospection", "Courriel type : premier contact", "prospection"),
    _mail("courriel-relance", "Courriel type : relance", "relance"),
    _mail("courriel-bilan", "Courriel type : bilan de mission", "bilan"),
    Document(
        slug="convention-collective",
        title="Information sur la convention collective",
        per=Per.AGREEMENT,
        facts=tools.agreement,
        renderers=_printed("agreement"),
        needs=(_COLLECTIVE,),
    ),
    Document(
        slug="retour-experience",
        title="Retour d'expérience",
        per=Per.EXPERIENCE,
        facts=experience.experience,
        renderers=_with_word("experience", "retour-experience"),
        needs=(
            *_told(
                ("title", "le titre de la fiche"),
                ("client", "le donneur d'ordre"),
                ("place", "le lieu"),
                ("profile", "le profil recherché"),
                ("context", "le contexte"),
            ),
            _PHONE,
        ),
    ),
    Document(
        slug="fiche-de-poste",
        title="Fiche de poste",
        per=Per.JOB,
        facts=tools.job,
        renderers=_with_word("job", "fiche-de-poste"),
        needs=(_COLLECTIVE,),
    ),
    Document(
        slug="depliant-collectif",
        title="Dépliant collectif",
        per=Per.OFFER,
        facts=leaflet.leaflet,
        renderers=_printed("leaflet"),
        needs=(_COLLECTIVE, _CALL, _WRITE, _JOBS, _PROMISES, _PHONES, _CITIES),
    ),
    Document(
        slug="depliant-individuel",
        title="Dépliant individuel",
        per=Per.STRUCTURE,
        facts=leaflet.flyer,
        renderers=_printed("flyer"),
        logo=True,
        needs=(_PHONE, _ADDRESS),
    ),
    Document(
        slug="presentation",
        title="Présentation",
        per=Per.OFFER,
        facts=office.deck,
        renderers=MappingProxyType({Format.PPTX: deck}),
        needs=(_COLLECTIVE, _CALL, _WRITE, _JOBS, _PROMISES),
    ),
    _in_word("papier-a-lettres", "Papier à lettres et note", office.letter, needs=(_CITY,)),
    _in_word(
        "lettre-prospection", "Lettre type : premier contact", office.prospecting, needs=(_PROMISES, _CITY)
    ),
    _in_word(
        "contrat-travail-temporaire",
        "Contrat de mise à disposition : travail temporaire",
        contracts.lending(Regime.TEMPORARY_WORK),
        contracts.temporary,
        (_SIRET,),
    ),
    _in_word(
        "contrat-association-intermediaire",
        "Contrat de mise à disposition : association intermédiaire",
        contracts.lending(Regime.INTERMEDIARY),
        contracts.intermediary,
        (_SIRET,),
    ),
    _in_word("contrat-mission", "Contrat de mission", contracts.mission, contracts.temporary, (_SIRET,)),
    _in_word(
        "convention-pret",
        "Convention de prêt de main-d'œuvre",
        contracts.loan,
        contracts.non_profit,
        (_SIRET,),
    ),
    _in_word("convention-de-marque", "Convention de marque", contracts.brand, needs=(_SIRET, _PROMISES)),
    _in_word("attestation-formation", "Attestation de formation", office.attestation, office.attended),
)
