"""French sentences that say why a job has its rank."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.opportunities.scoring import Score
from zest.opportunities.supplying import Level, Supply
from zest.opportunities.survey import Bounds, Need, Share
from zest.opportunities.trades import Trade
from zest.opportunities.trends import Move, Trend

THIN = "\u202f"
NBSP = "\u00a0"
VAGUE = 0.5
"""Width of a share beyond which nothing is said of it."""
NEAR = 0.05
"""How far from a half a share still is about a half."""


def grouped(number: int) -> str:
    """Write a whole number in groups of three digits."""
    return f"{number:,}".replace(",", THIN)


def between(bounds: Bounds) -> str:
    """Say a number that may be masked in part."""
    return grouped(bounds.low) if bounds.exact else f"{grouped(bounds.low)} à {grouped(bounds.high)}"


def share(told: Share) -> str:
    """Say a share: one percentage, or two where masked cells leave it open; both rounded outwards."""
    low, high = int(told.low * 100 + 1e-9), -int(-told.high * 100 // 1)
    near = round(told.middle * 100)
    return f"{near}{NBSP}%" if high - low <= 1 else f"{low}{NBSP}à {high}{NBSP}%"


def reasons(need: Need, most: int, supply: Supply | None, trend: Trend, what: str) -> Iterator[str]:
    """Yield why, in the order of the criteria; ``what`` is ranked: « métier » or « secteur »."""
    yield _size(need, most, what)
    yield _difficulty(need)
    yield _season(need)
    if supply is not None:
        yield _supply(supply, what)
    yield from _trend(trend)


def _size(need: Need, most: int, what: str) -> str:
    if not need.projects.low:
        return f"Aucun nombre n'est publié : de 0 à {grouped(need.projects.high)} projets."
    if need.projects.low == most:
        return f"C'est le {what} le plus demandé."
    return f"Il demande {round(100 * need.projects.low / most)}{NBSP}% de ce que demande le premier {what}."


def _difficulty(need: Need) -> str:
    told = need.difficult_share
    if told.high - told.low > VAGUE:
        return "Trop de cellules sont masquées pour dire s'il est difficile de recruter."
    many = told.low > 2 / 3
    return f"{_more_or_less(told)} {'sont jugés difficiles' if many else 'est jugé difficile'}."


def _more_or_less(told: Share) -> str:
    if told.low > 2 / 3:
        return "Plus de deux projets sur trois"
    if told.low > 0.5 + NEAR:
        return "Plus d'un projet sur deux"
    return "Moins d'un projet sur deux" if told.high < 0.5 - NEAR else "Environ un projet sur deux"


def _season(need: Need) -> str:
    told = need.seasonal_share
    if told.high - told.low > VAGUE:
        return "Trop de cellules sont masquées pour dire si c'est un besoin de saison."
    if told.low > 0.5:
        return "Le besoin est surtout de saison."
    whole_year = told.high < 0.5
    return (
        "Le besoin est surtout de l'année." if whole_year else "Le besoin se partage entre saison et année."
    )


_SUPPLY = MappingProxyType({
    Level.OFFERED: "Le collectif le propose déjà, par {who}",
    Level.SECTOR: "Le collectif a une offre dans ce secteur, sans ce {what} : {who} {carry}",
    Level.LENDERS: "Le collectif n'a pas d'offre dans ce secteur ; {who} {lend} mettre du personnel à disposition",
    Level.NOTHING: "Le collectif n'a pas de structure du territoire qui puisse y répondre",
})  # fmt: skip


def _supply(supply: Supply, what: str) -> str:
    one = supply.structures == 1
    who = "une structure du territoire" if one else f"{supply.structures} structures du territoire"
    carry, lend = ("la porte", "peut") if one else ("la portent", "peuvent")
    told = _SUPPLY[supply.level].format(who=who, what=what, carry=carry, lend=lend)
    if supply.unplaced:
        told += f" (dont {supply.unplaced} dont le dossier ne dit pas le département)"
    return f"{told}{' ; il demande une qualification' if supply.qualified else ''}."


def _trend(trend: Trend) -> Iterator[str]:
    if len(trend.points) > 1:
        first, last = trend.points[0], trend.points[-1]
        way = {
            Move.UP: "en hausse", Move.DOWN: "en baisse",
            Move.UNTOLD: "dans un sens que les cellules masquées ne laissent pas dire",
        }[trend.move]  # fmt: skip
        yield (
            f"De {_told(first.projects)} en {first.year} à {_told(last.projects)} projets en {last.year}, {way}."
        )


def _told(bounds: Bounds) -> str:
    return grouped(bounds.low) if bounds.exact else f"{grouped(bounds.low)}–{grouped(bounds.high)}"


def rank_words(score: Score) -> str:
    """Say a rank, and those that masked cells allow."""
    return f"{score.rank}" if score.best == score.worst else f"{score.rank} ({score.best} à {score.worst})"


def covers(trades: tuple[Trade, ...]) -> str:
    """List the jobs of the sectors that a code covers."""
    return ", ".join(dict.fromkeys(trade.title for trade in trades))
