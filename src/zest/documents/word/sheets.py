"""The experience sheet and the job sheet."""

from zest.documents.word.building import Page
from zest.documents.word.strokes import shade
from zest.model.charter import Charter

_SIDE = 50


def experience(charter: Charter) -> bytes:
    """Return the model of the experience sheet: facts at the side, the story beside them."""
    page = Page(
        charter, "retour-experience", "Retour d'expérience", "Retour d'expérience · {{ sector.title }}",
        height=56, foot="{{ collective.name }} · édition du {{ edition.words }}", heading="{{ experience.title }}",
    )  # fmt: skip
    widths = (_SIDE, 6, 114)
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
        line.paragraph_format.left_indent = line.paragraph_format.right_indent = 36000 * 4
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
    """Return the model of the job sheet."""
    page = Page(
        charter, "fiche-de-poste", "Fiche de poste", "Fiche de poste · {{ sector.title }}",
        height=40, foot="{{ collective.name }} · édition du {{ edition.words }}", heading="{{ job.title }}",
    )  # fmt: skip
    page.text("{{ job.summary }}", "Chapeau")
    page.heading("Les tâches")
    page.each("one in job.tasks", ("{{ one }}", "List Bullet"))
    page.heading("Les horaires")
    page.text("{{ job.hours }}")
    page.when("job.constraints", ("Les contraintes du poste", "Heading 1"))
    page.each("one in job.constraints", ("{{ one }}", "List Bullet"))
    page.when("job.protections", ("Les équipements de protection", "Heading 1"))
    page.each("one in job.protections", ("{{ one.label }} – fourni par {{ one.supplied_by }}", "List Bullet"))
    page.when("job.permits", ("Habilitations", "Heading 1"))
    page.each(
        "one in job.permits",
        ("{{ one.label }}{% if one.validity %} ({{ one.validity }}){% endif %}", "List Bullet"),
    )
    page.when("job.closed_tasks", ("Ce qui n'est jamais confié", "Heading 1"))
    page.each("one in job.closed_tasks", ("{{ one }}", "List Bullet"))
    page.when("job.progression", ("Pour aller plus loin", "Heading 1"))
    page.each("one in job.progression", ("{{ one }}", "List Bullet"))
    page.text(
        "{{ texts.notice }} Sources : {% for one in job.references %}{{ one }}{% if not loop.last %} ; {% endif %}{% endfor %}",
        "Note",
    )
    return page.built()
