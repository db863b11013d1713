"""What employers want to hire here, as a part of a page: bars whose hatched part is judged difficult."""

from collections.abc import Iterator, Sequence

from htpy import Element, Node, li, p, small, ul

from zest.console.typography import french, heading
from zest.opportunities.answer import JobRanked, Opportunities, SectorRanked
from zest.opportunities.scoring import Score
from zest.opportunities.survey import Need
from zest.opportunities.wording import between, share
from zest.pages.parts import DOTTED, HATCHED, PLAIN, bar, card, grid, key

TOP = 12
"""Jobs shown."""

_FILLINGS = (
    (HATCHED, "projets jugés difficiles"),
    (PLAIN, "autres projets"),
    (DOTTED, "projets que l'enquête masque peut-être"),
)

MEASURED = 3
"""Reasons that the columns of numbers give already: size, difficulty, season."""

Ranked = JobRanked | SectorRanked


def needs(told: Opportunities) -> Element:
    """Return sectors and jobs ranked."""
    title = f"Les besoins du territoire, enquête BMO {told.year}"
    if not told.jobs:
        return card(title, "besoins", p["Aucune ligne de l'enquête ne porte sur ce territoire."])
    shown = told.jobs[:TOP]
    parts: list[Node] = [
        p[french(_whole(told))],
        key(_FILLINGS),
        _chart("Secteurs, du premier rang au dernier", told.sectors),
        _chart("Métiers, du premier rang au dernier montré", shown),
        ul[(li(".note")[french(note)] for note in told.notes)],
    ]  # fmt: skip
    return card(title, "besoins", parts, long=True)


def _whole(told: Opportunities) -> str:
    need = told.whole
    return (
        f"{heading(told.area)}, tous métiers : {between(need.projects)} projets de recrutement, "
        f"{share(need.difficult_share)} jugés difficiles, {share(need.seasonal_share)} saisonniers."
    )


def _chart(name: str, shown: Sequence[Ranked]) -> Element:
    most = max((one.need.projects.high for one in shown), default=0) or 1
    heads = ("Rang et nom", "Projets et part difficile", "Projets", "Difficiles", "Saisonniers")
    rows = (
        (
            (french(f"{one.score.rank}. {heading(one.label)}"), _ranks(one.score), _why(one)),
            need_bar(one.need, most),
            between(one.need.projects),
            share(one.need.difficult_share),
            share(one.need.seasonal_share),
        )
        for one in shown
    )
    return grid(name, heads, rows, numbers=(2, 3, 4), kind="stack.chart")


def _ranks(told: Score) -> Element | None:
    """Say the ranks that masked cells allow, where there are several."""
    return (
        None
        if told.best == told.worst
        else small[f"rangs possibles : {told.best} à {told.worst}".replace(" :", "\u00a0:")]
    )


def _why(one: Ranked) -> Element | None:
    """Say what the numbers beside do not: what the collective can supply, and where the need goes."""
    words = " ".join(one.reasons[MEASURED:])
    return small[french(words)] if words else None


def need_bar(need: Need, most: int) -> Element:
    """Return the bar of one job: difficult, other, and what masked cells may hide."""
    words = f"{between(need.projects)} projets, dont {between(need.difficult)} jugés difficiles"
    return bar(list(_parts(need, most)), words)


def _parts(need: Need, most: int) -> Iterator[tuple[float, str]]:
    yield need.difficult.low / most, HATCHED
    yield (need.projects.low - need.difficult.low) / most, PLAIN
    yield (need.projects.high - need.projects.low) / most, DOTTED
