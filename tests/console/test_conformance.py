"""The answer of an examination, plain and with rich: every flaw told, at any width, what to do next last."""

import datetime as dt
import io
import re

import attrs
import pytest
from rich.console import Console

from zest.conformance import ConformanceReport, Outcome, Requirement, State, Tier
from zest.console.conformance import conformance_blocks, follow_up, requirement_blocks
from zest.console.plain import plain, width
from zest.console.pretty import THEME, shapes
from zest.console.typography import french
from zest.findings import Finding, Place


def asked(code: str, tier: Tier) -> Requirement:
    """Return something asked of a sector."""
    return Requirement(
        code=code,
        name="essai",
        tier=tier,
        requirement="Il faut ceci.",
        why="Pour cela.",
        remedy="Faites ainsi.",
    )


def flaw(about: Requirement, message: str, place: Place | None = None, remedy: str = "") -> Finding:
    """Return one thing that is wrong."""
    return about.finding(message, place=place or Place(), remedy=remedy)


BRONZE, SILVER, GOLD = asked("K901", Tier.BRONZE), asked("K902", Tier.SILVER), asked("K903", Tier.GOLD)
WORST = (
    Outcome(
        about=asked("K900", Tier.BRONZE), state=State.CRASHED, reason="La vérification échoue : ValueError."
    ),
    Outcome(
        about=BRONZE,
        state=State.FAILED,
        findings=(
            flaw(BRONZE, "Une première faute.", Place(file="a/b.toml", line=3, column=4)),
            flaw(BRONZE, "Une deuxième faute.", Place(file="a/b.toml")),
            flaw(BRONZE, "Une troisième faute.", Place(file="a/c.toml", line=5, column=6)),
            flaw(BRONZE, "Une faute sans lieu."),
        ),
    ),
    Outcome(
        about=SILVER,
        state=State.FAILED,
        findings=(flaw(SILVER, "L'une.", remedy="Ceci."), flaw(SILVER, "L'autre.", remedy="Cela.")),
    ),
    Outcome(
        about=SILVER, state=State.EXPECTED, reason="Un motif.", findings=(flaw(SILVER, "Une attendue."),)
    ),
    Outcome(about=GOLD, state=State.NOT_RUN, reason="Les tables sont absentes."),
    Outcome(about=asked("K904", Tier.GOLD), state=State.NOT_RUN, reason="Les tables sont absentes."),
    Outcome(about=asked("K905", Tier.GOLD), state=State.KEPT),
)


def report(*outcomes: Outcome, label: str = "essai") -> ConformanceReport:
    """Return the answer made of those outcomes."""
    return ConformanceReport(
        slug="essai-slug", label=label, edition="2026.1" if label else "", origin="local",
        as_of=dt.date(2026, 11, 25), zest="0.1.0", outcomes=outcomes,
    )  # fmt: skip


def pretty(one: ConformanceReport, columns: int) -> str:
    """Return what rich draws, without its colours."""
    stream = io.StringIO()
    console = Console(
        file=stream, theme=THEME, width=columns, no_color=True, markup=False, emoji=False, highlight=False
    )
    for block in conformance_blocks(one):
        for shape in shapes(block, columns):
            console.print(shape)
    return stream.getvalue()


@pytest.mark.parametrize("columns", [50, 80, 116])
def test_a_terminal_shows_every_flaw(columns: int) -> None:
    """No line is longer than the terminal, no word is lost."""
    shown = pretty(report(*WORST), columns)
    squeezed = re.sub(r"[\s│╭╮╰╯─]+", "", shown)

    assert all(width(line) <= columns for line in shown.splitlines())
    for outcome in WORST:
        for words in (
            outcome.reason,
            *(f.message for f in outcome.findings),
            *(f.remedy for f in outcome.findings),
        ):
            assert re.sub(r"\s+", "", french(words)) in squeezed


def test_flaws_of_one_file_stand_under_its_name() -> None:
    """With line and column; one alone has its place beside it; a remedy that all share is said once."""
    told = plain(conformance_blocks(report(*WORST))).replace("\u00a0", " ")

    assert "a/b.toml :\n            3:4 Une première faute.\n            Une deuxième faute." in told
    assert "Une troisième faute. (a/c.toml:5:6)" in told
    assert 1 == told.count("→ Faites ainsi.\n  ! K902")
    assert "L'une.\n          → Ceci.\n          L'autre.\n          → Cela." in told
    assert "K903, K904" in told


@pytest.mark.parametrize(
    "outcomes,mark,level",
    [
        (WORST, "✗", "AUCUN NIVEAU"),
        (WORST[3:4], "✓", "NIVEAU BRONZE"),
        (WORST[4:], "✓", "NIVEAU ARGENT"),
        (WORST[6:], "✓", "NIVEAU OR"),
        ((attrs.evolve(WORST[3], about=BRONZE),), "?", "AUCUN NIVEAU"),
        (WORST[:1], "✗", "AUCUN NIVEAU"),
    ],
)
def test_the_tier_is_the_first_thing_read(outcomes: tuple[Outcome, ...], mark: str, level: str) -> None:
    """The highest whose every point is kept; in doubt when nothing failed but what was expected to."""
    assert plain(conformance_blocks(report(*outcomes))).startswith(f"{mark} {level} · essai · examiné le ")


@pytest.mark.parametrize(
    "outcomes,said",
    [
        (WORST, "signalez la panne de K900"),
        (WORST[1:], "« zest explain K901 » dit ce que demande K901"),
        (WORST[3:], "corrigez ce que liste K902, puis retirez l'échec attendu"),
        (WORST[4:], "donnez-lui de quoi répondre"),
        (WORST[6:], "tout est tenu"),
    ],
)
def test_what_to_do_next_is_about_the_worst(outcomes: tuple[Outcome, ...], said: str) -> None:
    """A failure of the kit, then what is required, then the rest."""
    assert said in follow_up(report(*outcomes))


def test_a_sector_that_could_not_be_read_goes_by_its_slug() -> None:
    """Without an edition."""
    assert "essai-slug · examiné" in plain(conformance_blocks(report(label="")))


@pytest.mark.parametrize(
    "about,said", [(BRONZE, "bronze, exigé · erreur"), (GOLD, "or, facultatif · information")]
)
def test_a_point_of_the_kit_says_from_which_tier_on(about: Requirement, said: str) -> None:
    """And how grave it is to miss it."""
    assert said in plain(requirement_blocks(about))
