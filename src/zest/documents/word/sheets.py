"""The experience sheet and the job sheet."""

from typing import Any

from zest.documents.word.building import Page
from zest.documents.word.strokes import shade
from zest.model.charter import Charter

_SIDE = 58
_COLUMNS = (82, 6, 82)
_INSET = 36_000 * 4
"""Four millimetres between the edge of a ground and its text."""
_HANGING = 228_600
"""A quarter of an inch: where the lists of Word begin their words."""


def experience(charter: Charter) -> bytes:
    """Return the model of the experience sheet: facts at the side, the story beside them."""
    page = Page(
        charter, "retour-experience", "Retour d'expérience", "Retour d'expérience · {{ sector.title }}",
        height=56, foot="{{ collective.name }} · édition du {{ edition.words }}", heading="{{ experience.title }}",
    )  # fmt: skip
    widths = (_SIDE, 6, 106)
    table = page.table(widths)
    row = page.row(table, "", "", "", widths=widths)
    side, _, story = row.cells
    shade(side, charter.light)
    for cell in (side, story):
        cell.paragraphs[0].style = page.document.styles["Filet"]
    for label, field in (
        ("DONNEUR D'ORDRE", "client"), ("LIEU", "place"), ("PROFIL RECHERCHÉ", "profile"),
        ("ÉVOLUTION PROFESSIONNELLE", "development"),
    ):  # fmt: skip
        page.text(f"{{%p if experience.{field} %}}", into=side)
        page.text(label, "Étiquette", into=side)
        page.text(f"{{{{ experience.{field} }}}}", "Fait", into=side)
        page.text("{%p endif %}", into=side)
    page.text("{%p if experience.hours %}", into=side)
    page.text("MISE À DISPOSITION", "Étiquette", into=side)
    page.text("{{ experience.hours }}", "Grand", into=side)
    page.text("heures{% if experience.year %} en {{ experience.year }}{% endif %}", "Fait", into=side)
    page.text("{%p endif %}", into=side)
    page.text("VOTRE CONTACT", "Étiquette", into=side)
    for words, style in (
        ("{{ structure.name }}", "Fait"),
        ("{{ structure.phone }}", "Heading 1"),
        ("{{ structure.email }}", "Note"),
    ):
        page.text(words, style, into=side)
    for line in side.paragraphs:
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = _INSET
    _story(page, story)
    return page.built()


def _story(page: Page, story: object) -> None:
    for words, style in (
        ("{%p for one in experience.quotes %}", "Normal"),
        ("« {{ one.text }} »", "Citation"),
        ("{% if one.name %}{{ one.name }}, {% endif %}{{ one.function }}", "Note"),
        ("{%p endfor %}", "Normal"),
        ("Le contexte", "Heading 1"),
        ("{{ experience.context }}", "Normal"),
        ("{%p if experience.service %}", "Normal"),
        ("L'offre de services", "Heading 1"),
        ("{%p endif %}", "Normal"),
        ("{%p for one in experience.service %}", "Normal"),
        ("{{ one }}", "List Bullet"),
        ("{%p endfor %}", "Normal"),
        ("{%p if experience.benefits %}", "Normal"),
        ("Les bénéfices reconnus", "Heading 1"),
        ("{%p endif %}", "Normal"),
        ("{%p for one in experience.benefits %}", "Normal"),
        ("{{ one }}", "List Bullet"),
        ("{%p endfor %}", "Normal"),
        ("{%p if experience.strengths %}", "Normal"),
        ("Les points forts de l'offre", "Heading 1"),
        ("{%p endif %}", "Normal"),
        ("{%p for one in experience.strengths %}", "Normal"),
        ("{{ one }}", "List Bullet"),
        ("{%p endfor %}", "Normal"),
        ("**À propos.** {{ texts.text }}", "Note"),
    ):
        page.text(words, style, into=story)


def job(charter: Charter) -> bytes:
    """Return the model of the job sheet: two columns, so that it stands on one sheet of paper."""
    page = Page(
        charter, "fiche-de-poste", "Fiche de poste", "Fiche de poste · {{ sector.title }}",
        height=50, foot="{{ collective.name }} · édition du {{ edition.words }}", heading="{{ job.title }}",
    )  # fmt: skip
    page.text("{{ job.summary }}", "Chapeau")
    left, right = _columns(page)
    page.text("Les tâches", "Heading 1", into=left)
    _listed(page, left, "job.tasks")
    page.text("Les horaires", "Heading 1", into=right)
    page.text("{{ job.hours }}", into=right)
    _listed(page, right, "job.constraints", "Les contraintes du poste")
    left, right = _columns(page)
    supplied = "{{ one.label }} : {{ one.supplied_by }}"
    _listed(page, left, "job.protections", "Les équipements de protection", supplied)
    valid = "{{ one.label }}{% if one.validity %} ({{ one.validity }}){% endif %}"
    _listed(page, right, "job.permits", "Habilitations", valid)
    page.text("", "Filet")
    _closed(page)
    after = "{% for one in job.progression %}{{ one }}{% if not loop.last %} ; {% endif %}{% endfor %}"
    page.when("job.progression", (f"**Pour aller plus loin :** {after}.", "Normal"))
    page.text(
        "{{ texts.notice }} Sources : {% for one in job.references %}{{ one }}{% if not loop.last %} ; {% endif %}{% endfor %}",
        "Note",
    )
    return page.built()


def _columns(page: Page) -> tuple[Any, Any]:
    """Add two columns, and return what is written into."""
    table = page.table(_COLUMNS)
    left, _, right = page.row(table, "", "", "", widths=_COLUMNS).cells
    for cell in (left, right):
        cell.paragraphs[0].style = page.document.styles["Filet"]
    return left, right


def _listed(page: Page, into: Any, field: str, title: str = "", item: str = "{{ one }}") -> None:
    """Write a list under its title, or nothing where it is empty."""
    if title:
        page.text(f"{{%p if {field} %}}", into=into)
        page.text(title, "Heading 1", into=into)
        page.text("{%p endif %}", into=into)
    page.text(f"{{%p for one in {field} %}}", into=into)
    page.text(item, "List Bullet", into=into)
    page.text("{%p endfor %}", into=into)


def _closed(page: Page) -> None:
    """Write what is never asked of the person, on a ground of its own."""
    page.text("{%p if job.closed_tasks %}")
    table = page.table((170,))
    cell = page.row(table, "", widths=(170,)).cells[0]
    shade(cell, page.charter.light)
    cell.paragraphs[0].style = page.document.styles["Filet"]
    page.text("Ce qui n'est jamais confié", "Heading 1", into=cell)
    _listed(page, cell, "job.closed_tasks")
    page.text("", "Filet", into=cell)
    for line in cell.paragraphs:
        told, listed = line.paragraph_format, line.style.name == "List Bullet"
        told.left_indent, told.right_indent = _HANGING if listed else _INSET, _INSET
        told.first_line_indent = _INSET - _HANGING if listed else 0
    page.text("{%p endif %}")
    page.text("", "Filet")
