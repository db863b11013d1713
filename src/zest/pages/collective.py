"""The page of one collective."""

from collections.abc import Iterator

from zest.achievements.account import Account
from zest.console.typography import day, heading, listed, number
from zest.opportunities.answer import Opportunities
from zest.opportunities.wording import between, share
from zest.pages import activity, sections
from zest.pages.charter import COMMON
from zest.pages.needs import needs
from zest.pages.parts import figures
from zest.pages.sheet import sheet
from zest.version import version


def collective_page(told: Account, survey: Opportunities | None = None) -> str:
    """Return the page, the same to the byte for the same account.

    Args:
        told: what may be published of the collective.
        survey: what employers want to hire there, when an edition of the survey is at hand.
    """
    where = f" · {told.territory}" if told.territory and told.territory not in told.name else ""
    what = listed([heading(label) for label in told.sectors.values()])
    return sheet(
        "Où en est le collectif ?",
        over=f"{told.name}{where}",
        day=f"{what} · au {day(told.as_of)}" if what else f"Au {day(told.as_of)}",
        charter=told.charter or COMMON,
        content=[
            figures(_first(told, survey)),
            sections.verdict(told),
            sections.journey(told),
            sections.structures(told),
            sections.promises(told),
            activity.hours(told),
            activity.exits(told),
            sections.trainings(told),
            needs(survey) if survey else None,
        ],
        foot=sections.foot(told, version()),
    )


def _first(told: Account, survey: Opportunities | None) -> Iterator[tuple[str, str]]:
    """Yield the four or five numbers that are read first; what nobody told is not among them."""
    yield number(told.structures), "structure" if told.structures < 2 else "structures"
    kept, made = told.kept
    if made:
        yield f"{kept} sur {made}", "engagements tenus"
    if whole := _hours(told):
        yield number(whole), "heures de mise à disposition"
    dynamic = [
        one.counts.dynamic for one in told.exits if one.counts.dynamic is not None and not one.doubtful
    ]
    if dynamic:
        yield number(dynamic[0]), "sortie dynamique" if dynamic[0] < 2 else "sorties dynamiques"
    if survey and survey.whole.cells:
        need = survey.whole
        yield between(need.projects), f"projets de recrutement, {share(need.difficult_share)} difficiles"


def _hours(told: Account) -> float:
    """Return the hours to show first: those that the collective declares as a whole, else those of its missions."""
    declared = sum(one.hours for one in told.declared if not one.who)
    return declared or sum(one.hours for one in told.lent)
