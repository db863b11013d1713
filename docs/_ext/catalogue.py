"""Reference pages made of the catalogue itself: rules, figures, sectors, the kit. They are never edited by hand."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zest.conformance import Requirement, Tier
from zest.console.conformance import TIERS
from zest.console.explaining import reading, toml
from zest.console.typography import day, number
from zest.console.words import GROUNDS, SEVERITIES
from zest.law import Figure
from zest.notices import NOTICES
from zest.plugins.assembly import assemble_all
from zest.rule import Rule
from zest.testing.kit.every import REQUIREMENTS

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: "Sphinx") -> dict[str, bool]:
    """Write the pages before Sphinx looks for them."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir) / "reference"))
    return {"parallel_read_safe": True}


def write(folder: Path) -> None:
    """Write the three pages."""
    assembly = assemble_all()
    rules = list(assembly.catalogue)
    pages = {
        "regles": [*RULES, *(line for rule in rules for line in rule_page(rule)), *notices()],
        "chiffres": [
            "# Chiffres datés",
            "",
            *(line for one in assembly.catalogue.law.figures.values() for line in figure_page(one)),
        ],
        "conformite": [
            *CONFORMANCE,
            *(line for one in REQUIREMENTS.values() for line in requirement_page(one)),
        ],
        "secteurs": [
            "# Secteurs",
            "",
            *(line for one in assembly.loaded for line in sector_page(one.sector.profile.slug, assembly)),
        ],
    }
    for name, lines in pages.items():
        (folder / f"{name}.md").write_text("\n".join(lines) + "\n", "utf-8")


RULES = (
    "# Règles",
    "",
    "Celles des secteurs, puis celles de zest (Z), par code ; à la fin, les constats que zest fait de lui-même.",
    "`zest explain CODE` dit la même chose au terminal.",
    "",
)
CONFORMANCE = (
    "# Trousse de conformité",
    "",
    "Ce que « zest sector check » demande à un secteur, et la classe `SectorConformance` à ses tests.",
    "Le bronze est exigé ; l'argent et l'or sont facultatifs.",
    "Un niveau se calcule de l'examen et porte son jour : il n'est jamais déclaré.",
    "",
)


def requirement_page(about: Requirement) -> Iterator[str]:
    """Write one requirement of the kit: what, why, what to do, from which tier on."""
    _, word, _ = SEVERITIES[about.tier.severity]
    yield from (
        f"({about.code.lower()})=",
        f"## {about.code} · {about.name}",
        "",
        f"**{about.requirement}**",
        "",
    )
    asked = "exigé" if about.tier is Tier.BRONZE else "facultatif"
    yield from (
        f"Niveau {TIERS[about.tier]}, {asked} · {word}",
        "",
        about.why,
        "",
        f"Que faire : {about.remedy}",
        "",
    )


def rule_page(rule: Rule) -> Iterator[str]:
    """Write one rule: what, why, after which text, how old its reading is, two examples."""
    _, word, _ = SEVERITIES[rule.capped]
    yield from (f"({rule.code.lower()})=", f"## {rule.code} · {rule.name}", "", f"**{rule.requirement}**", "")
    yield from (f"{GROUNDS[rule.ground]} · {word} · {rule.origin}", "", rule.why, "")
    yield from (f"D'après : {reading(rule.source)}", "", f"Que faire : {rule.remedy}", "")
    if rule.reading:
        yield from (f"Lecture retenue : {rule.reading}", "")
    if rule.figures:
        yield from ("Chiffres : " + ", ".join(f"`{key}`" for key in rule.figures) + ".", "")
    for title, example in (("Sans faute", rule.good), ("Fautif", rule.bad)):
        lines = [f"{p} = {toml(v)}" if v is not None else f"# {p} : retiré" for p, v in example.items()]
        yield from (f"{title} :", "", "```text", *(lines or ["# l'exemple sain, tel quel"]), "```", "")


def notices() -> Iterator[str]:
    """Write the findings that zest makes of its own work."""
    for notice in NOTICES.values():
        yield from (f"## {notice.code} · {notice.name}", "", f"**{notice.requirement}**", "")
        yield from (notice.why, "", f"Que faire : {notice.remedy}", "")


def figure_page(figure: Figure) -> Iterator[str]:
    """Write one figure with its history."""
    yield from (f"## `{figure.key}`", "", f"{figure.label}{f' ({figure.unit})' if figure.unit else ''}.", "")
    if figure.reading:
        yield from (f"Lecture retenue : {figure.reading}", "")
    yield from ("| depuis | jusqu'au | valeur | texte |", "|---|---|---|---|")
    for one in figure.values:
        begin = "toujours" if one.since == dt.date.min else day(one.since)
        end = day(one.until) if one.until else "en cours"
        yield f"| {begin} | {end} | {'abrogé' if one.value is None else number(one.value)} | {reading(one.source)} |"
    yield ""


def sector_page(slug: str, assembly: object) -> Iterator[str]:
    """Write one sector: identity, jobs, commitments, agreements."""
    profile = assembly.catalogue.sectors[slug]  # type: ignore[attr-defined]
    yield from (f"## {profile.label}", "", f"`{slug}`, édition {profile.edition}. {profile.summary}", "")
    yield from ("### Métiers", "")
    yield from (
        f"- `{key}` : {job.feminine} / {job.masculine}. {job.summary}" for key, job in profile.jobs.items()
    )
    yield from ("", "### Engagements", "")
    yield from (f"- `{key}` : {one.statement}" for key, one in profile.commitments.items())
    yield from ("", "### Conventions collectives", "")
    shown = list(profile.agreements.maps[0].values())
    yield from (f"- {one.idcc} : {one.title}" for one in shown)
    yield ""
