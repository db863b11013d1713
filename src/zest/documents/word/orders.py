"""The order form (*prise de commande*), to be filled in Word: zones to click, boxes to tick."""

from zest.documents.word.building import Page, edge, shade, tick
from zest.model.charter import Charter

_WIDTHS = (122, 48)


def order(charter: Charter) -> bytes:
    """Return the model of the order form."""
    page = Page(
        charter, "prise-de-commande", "Prise de commande", "{{ sector.title }} · {{ structure.name }}",
        height=46, foot="{{ structure.name }} · {{ structure.phone }} · {{ structure.email }}",
    )  # fmt: skip
    page.text("{{ texts.intro }}", "Note")
    page.blanks(("Reçue le", 1), ("à (heure)", 1), ("Par", 1), ("Répondue le, à", 1))
    page.heading("Le client")
    page.blanks(("Raison sociale ou nom", 2), ("SIRET de l'établissement", 1))
    page.blanks(("Personne à joindre, fonction", 1), ("Téléphone", 1), ("Adresse électronique", 1))
    page.blanks(("Adresse du lieu de travail", 2), ("Convention collective (IDCC)", 1))
    _ticks(page, "Nature", ("entreprise", "collectivité", "association", "particulier"))
    page.heading("Le poste")
    page.text(
        "Métiers de l'offre : {% for one in jobs %}{{ one.title }}{% if not loop.last %} ; {% endif %}{% endfor %}."
    )
    page.blanks(("Métier demandé", 2), ("Nombre de personnes", 1), ("Heures par semaine", 1))
    page.blanks(("Premier jour", 1), ("Dernier jour", 1), ("Horaires, coupures, week-end, nuit", 2))
    page.blanks(("Tâche précise et temporaire (AI), motif et justification (ETTI)", 1), height=13)
    page.blanks(
        ("Équipements de protection et qui les fournit", 1),
        ("Repas, transport, accès, accueil", 1),
        height=10,
    )
    page.blanks(("Rémunération d'un salarié équivalent, toutes composantes comprises", 1), height=10)
    page.heading("Les questions obligatoires").paragraph_format.page_break_before = True
    table = page.table(_WIDTHS)
    page.row(table, "{%tr for one in texts.compulsory %}", "", widths=_WIDTHS)
    row = page.row(table, "**{{ one.question }}**\nNote|{{ one.effect }}", "", widths=_WIDTHS)
    for cell in row.cells:
        shade(cell, charter.light)
        edge(cell, charter.accent)
    for words in ("oui", "non"):
        tick(row.cells[1].paragraphs[0], words)
    page.row(table, "{%tr endfor %}", "", widths=_WIDTHS)
    page.text("", "Filet")
    page.blanks(
        ("Précisions : établissement, postes et qualifications touchés, agents, formation prévue", 1),
        height=12,
    )
    page.heading("La suite")
    page.blanks(
        ("Personne proposée (référence)", 1),
        ("Présentation au client le", 1),
        ("Premier point de suivi le", 1),
    )
    page.blanks(
        ("Pour la structure : nom, date, signature", 1),
        ("Pour le client : nom, date, signature", 1),
        height=17,
    )
    return page.built()


def _ticks(page: Page, label: str, words: tuple[str, ...]) -> None:
    line = page.text(f"**{label} :**\u00a0")
    for one in words:
        tick(line, one)
