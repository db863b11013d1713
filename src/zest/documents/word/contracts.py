"""The models that are signed: contracts of each regime, brand convention, attestation of training."""

from collections.abc import Callable

from zest.documents.word.building import Page
from zest.model.charter import Charter

_FOOT = "{{ structure.name }} · {{ collective.name }} · modèle du {{ edition.words }}"
_NOTICE = (
    "Modèle à faire relire par un juriste avant usage. Les passages entre crochets sont à remplir ; aucune mention"
    " numérotée n'est facultative, sauf celle qui dit à quel client elle se limite."
)


def contract(slug: str, title: str, other: str, height: float = 54) -> Callable[[Charter], bytes]:
    """Return the builder of a contract model.

    Args:
        slug: of the document.
        title: of the file.
        other: French name of the other party.
        height: of the band, which holds the name of the contract whole, in millimetres.
    """

    def build(charter: Charter) -> bytes:
        page = Page(
            charter,
            slug,
            title,
            "Modèle · {{ sector.title }}",
            height=height,
            foot=_FOOT,
            heading="{{ contract.title }}",
        )
        page.text(_NOTICE, "Note")
        page.heading("Entre les soussignés")
        _party(page)
        page.text(
            f"et **{other}** : [nom ou raison sociale], [adresse], [SIRET s'il y en a un], ci-après « l'autre partie »."
        )
        page.heading("Il est convenu ce qui suit")
        page.each(
            "one in contract.clauses",
            ("{{ one.number }}. {{ one.title }}", "Heading 2"),
            ("{{ one.text }}", "Normal"),
        )
        page.text("Mentions demandées par : {{ contract.source }}.", "Note")
        _signatures(page, "Pour la structure", f"Pour {other}")
        return page.built()

    return build


def brand(charter: Charter) -> bytes:
    """Return the model of the brand convention, between one structure and COORACE."""
    page = Page(
        charter,
        "convention-de-marque",
        "Convention de marque",
        "Modèle · {{ sector.title }}",
        height=44,
        foot=_FOOT,
    )
    page.text(
        "Modèle à compléter et à faire relire avant signature. Une convention par structure, et non par collectif.",
        "Note",
    )
    page.heading("Entre les soussignés")
    _party(page)
    page.text("et **COORACE**, [adresse du siège], représenté par [nom et fonction].")
    page.heading("1. Objet")
    page.text(
        "COORACE accorde à la structure le droit d'user de la marque ZEST pour l'offre « {{ sector.title }} », sur le territoire suivant : {{ offer.territory }}, au sein du collectif « {{ collective.name }} »."
    )
    page.heading("2. Les trois conditions de la marque")
    page.each("one in brand.conditions", ("{{ one }}", "List Bullet"))
    page.heading("3. La structure s'engage à")
    page.each("one in brand.duties", ("{{ one }}", "List Bullet"))
    page.heading("4. Les engagements de service de l'offre")
    page.each("one in commitments", ("{{ one.statement }}", "List Bullet"))
    page.heading("5. Durée et retrait")
    page.text(
        "La convention prend effet à la dernière des deux signatures, pour [durée]. Elle prend fin par [conditions de dénonciation et de retrait]."
    )
    _signatures(page, "Pour la structure", "Pour COORACE")
    return page.built()


def attestation(charter: Charter) -> bytes:
    """Return the model of the attestation of training."""
    page = Page(
        charter, "attestation-formation", "Attestation de formation", "{{ collective.name }}", foot=_FOOT
    )
    page.text("L'organisme qui a donné la formation atteste que")
    page.blanks(("Nom et prénom", 2), ("Fonction dans la structure", 2), height=13)
    page.text("membre de l'équipe permanente de **{{ structure.name }}** ({{ structure.city }}), a suivi :")
    page.each(
        "one in trainings",
        ("{{ one.title }}", "Citation"),
        ("{{ one.when }} · {{ one.provider }}", "Fait"),
    )
    page.text(
        "Cette formation est celle que la marque ZEST demande à une personne permanente au moins de chaque structure, pour l'offre « {{ sector.title }} »."
    )
    page.blanks(("Durée suivie, en heures", 1), ("Fait à", 1), ("Le", 1), height=13)
    _signatures(page, "Pour l'organisme de formation", "La personne formée", 44)
    return page.built()


def _party(page: Page) -> None:
    page.text(
        "**{{ structure.name }}**, {{ structure.kind_words }}, {{ structure.address }}, SIRET {{ structure.siret }}, représentée par [nom et fonction], ci-après « la structure »,"
    )


def _signatures(page: Page, left: str, right: str, height: float = 20) -> None:
    page.heading("Signatures")
    page.blanks((f"{left} : nom, date, signature", 1), (f"{right} : nom, date, signature", 1), height=height)
