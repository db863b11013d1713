"""The invented world of the tables: structures, trades with their seasons, prices. Nothing in it is real."""

import datetime as dt
import functools
from collections.abc import Sequence
from typing import Final

import attrs

FIRST_MONDAY: Final = dt.date(2024, 7, 1)
WEEKS: Final = 104
AS_OF: Final = dt.date(2026, 7, 31)
"""The day of the tables: everything in them is over by then, but what is planted as coming from the future."""

LEVELS: Final = 4096
_NAMES: Final = (
    "bocage", "perche", "littoral", "causse", "estuaire", "plateau",
    "vallee", "lagune", "maquis", "marais", "combe", "lande",
)  # fmt: skip
_DEPARTMENTS: Final = ("14", "50", "61", "27", "76", "01", "2A", "2B", "35", "22", "31", "65", "974", "29")
_MAX_STRUCTURES: Final = 600


@attrs.frozen(kw_only=True)
class Trade:
    """One trade.

    Attributes:
        offer: key of the offer.
        sector: slug.
        jobs: keys of its jobs.
        months: weight of each month, January first.
        risky: how many missions in a thousand are on a post with special risks.
    """

    offer: str
    sector: str
    jobs: tuple[str, ...]
    months: tuple[int, ...]
    risky: int


TRADES: Final = (
    Trade(
        offer="hotellerie",
        sector="hotellerie-restauration",
        jobs=("employe-etage", "plongeur", "serveur", "commis-cuisine", "linger"),
        months=(4, 5, 6, 9, 10, 12, 14, 14, 9, 6, 4, 6),
        risky=20,
    ),
    Trade(
        offer="batiment",
        sector="btp",
        jobs=("manoeuvre-batiment", "aide-peintre", "aide-macon", "manoeuvre-tp", "aide-carreleur"),
        months=(7, 7, 9, 9, 9, 10, 8, 5, 10, 10, 9, 6),
        risky=90,
    ),
    Trade(
        offer="proprete",
        sector="nettoyage",
        jobs=("agent-locaux", "agent-bureaux", "laveur-vitres", "agent-immeubles", "agent-machiniste"),
        months=(8, 8, 8, 8, 8, 9, 9, 9, 9, 8, 8, 8),
        risky=30,
    ),
)


@attrs.frozen(kw_only=True)
class Lender:
    """One structure.

    Attributes:
        key: as in a dossier.
        kind: ``AI`` or ``ETTI``.
        department: where it lends.
        rate: price of an hour in that département, in euros.
    """

    key: str
    kind: str
    department: str
    rate: float


@functools.cache
def lenders(rows: int) -> tuple[Lender, ...]:
    """Return the structures of tables of that many missions: four at least, one more for each 5 000 missions."""
    return tuple(map(_lender, range(min(max(4, rows // 5_000), _MAX_STRUCTURES))))


def _lender(rank: int) -> Lender:
    turn, name = divmod(rank, len(_NAMES))
    place = rank % len(_DEPARTMENTS)
    return Lender(
        key=f"{_NAMES[name]}-{turn}" if turn else _NAMES[name],
        kind="ETTI" if rank % 3 == 2 else "AI",
        department=_DEPARTMENTS[place],
        rate=20.5 + place * 0.25,
    )


@functools.cache
def season(trade: Trade) -> Sequence[int]:
    """Return the week of each of `LEVELS` equal shares of the trade's activity."""
    days = (FIRST_MONDAY + dt.timedelta(weeks=week) for week in range(WEEKS))
    weights = [trade.months[day.month - 1] for day in days]
    bounds, total = [], 0
    for weight in weights:
        total += weight
        bounds.append(total)
    week, weeks = 0, []
    for level in range(LEVELS):
        while (level + 0.5) * total > bounds[week] * LEVELS:
            week += 1
        weeks.append(week)
    return tuple(weeks)
