"""The letter or note of a structure, and the model mailing letter."""

from zest.documents.word.building import Page
from zest.model.charter import Charter

_FOOT = "{{ structure.name }} · {{ structure.address }} · {{ structure.phone }}"


def letter(charter: Charter) -> bytes:
    """Return the model of a letter or note, A4."""
    page = _head(charter, "papier-a-lettres", "Lettre ou note", "{{ structure.name }}")
    page.text("**Objet : [objet de la lettre ou de la note]**", "Fait")
    page.text("Madame, Monsieur,")
    page.text(
        "[Écrivez ici votre texte. Les titres, les listes et les encadrés du modèle sont dans les styles de Word : « Titre 1 », « Titre 2 », « Citation », « Étiquette ».]"
    )
    page.heading("Un titre de partie")
    page.text("[Un paragraphe par idée. Une phrase courte vaut mieux qu'une longue.]")
    page.text("[Un point à retenir]", "List Bullet")
    page.text("[Un autre]", "List Bullet")
    page.text("« [Une phrase à mettre en avant, ou à supprimer.] »", "Citation")
    page.text("Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.")
    _signature(page)
    page.text("**À propos.** {{ texts.text }}", "Note")
    return page.built()


def mailing(charter: Charter) -> bytes:
    """Return the model mailing letter."""
    page = _head(charter, "lettre-prospection", "Lettre de premier contact", "{{ sector.title }}")
    page.text("**Objet : {{ mail.subject }}**", "Fait")
    page.each("one in mail.paragraphs", ("{{ one }}", "Normal"))
    page.when("commitments", ("{{ mail.promises }}", "Heading 2"))
    page.each("one in commitments", ("{{ one.statement }}", "List Bullet"))
    page.each("one in mail.end", ("{{ one }}", "Normal"))
    _signature(page)
    return page.built()


def _head(charter: Charter, slug: str, title: str, heading: str) -> Page:
    page = Page(
        charter,
        slug,
        title,
        "{{ sector.title }} · {{ collective.name }}",
        height=54,
        foot=_FOOT,
        heading=heading,
    )
    table = page.table((85, 85))
    page.row(
        table,
        "Expéditeur\nFait|{{ structure.name }}\nAdresse|{{ structure.address }}\nAdresse|{{ structure.phone }}\nAdresse|{{ structure.email }}",
        "Destinataire\nFait|[Nom du client]\nAdresse|[Adresse]\nAdresse|[Code postal et ville]",
        styles=("Étiquette", "Étiquette"),
        widths=(85, 85),
    )
    page.text("", "Filet")
    page.text("{{ structure.city }}, le {{ edition.words }}")
    return page


def _signature(page: Page) -> None:
    page.text("[Prénom et nom]", "Fait")
    page.text("[fonction], {{ structure.name }}")
