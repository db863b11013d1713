"""Hours, full-time equivalents and exits, as parts of a page."""

from collections.abc import Iterator

from htpy import Element, Node, p

from zest.achievements.account import Account
from zest.achievements.leaving import Exits
from zest.achievements.lending import Declared, Lent
from zest.console.typography import day, french, heading, number, percent
from zest.model.period import Period
from zest.pages.parts import PLAIN, bar, card, grid, sector
from zest.pages.sections import SILENT
from zest.readings.full_time import FullTime

_CLASSES = (
    ("durable", "Emploi durable", "CDI, CDD ou mission de plus de six mois, création d'entreprise, fonction publique"),
    ("transition", "Emploi de transition", "CDD ou mission de moins de six mois, contrat aidé"),
    ("positive", "Sortie positive", "formation, autre structure d'insertion"),
    ("other", "Autre sortie", "comptée dans le total seulement"),
)  # fmt: skip


def hours(told: Account) -> Element:
    """Return the hours that totals declare, then those that missions tell, by sector and structure."""
    parts: list[Node] = []
    if told.declared:
        rows = (_declared(one, told) for one in told.declared)
        heads = ("Secteur", "Période", "Heures", "Équivalents temps plein")
        parts.append(grid("Totaux déclarés", heads, rows, numbers=(2,), kind="stack"))
        parts += [p(".note")[french(one.note.strip())] for one in told.declared if one.note]
    if told.lent:
        most = max(one.hours for one in told.lent) or 1
        name = "Missions décrites dans le dossier"
        each = (_lent(one, told, most) for one in told.lent)
        parts.append(grid(name, _LENT, each, numbers=(3,), kind="stack.chart"))
    return card(
        "Les heures de mise à disposition", "heures", parts or p["Le dossier ne dit aucune heure."], long=True
    )


_LENT = ("Structure", "Secteur", "Part", "Heures", "Équivalents temps plein")


def _declared(one: Declared, told: Account) -> tuple[Node, ...]:
    who = f" · {one.who}" if one.who else ""
    return (
        (sector(heading(one.label), told.charters.get(one.sector)), french(who)),
        french(period(one.period)),
        number(one.hours),
        equivalents(one.full_time, one.no_full_time),
    )


def _lent(one: Lent, told: Account, most: float) -> tuple[Node, ...]:
    words = f"{number(one.hours)} heures"
    return (
        one.name,
        sector(heading(one.label), told.charters.get(one.sector)),
        bar([(one.hours / most, PLAIN)], words),
        number(one.hours),
        equivalents(one.full_time, "diviseur non dit"),
    )


def equivalents(told: FullTime | None, otherwise: str) -> str:
    """Say full-time equivalents with their divisor; why there are none."""
    return french(told.words if told else otherwise)


def period(told: Period) -> str:
    """Say the days of a total."""
    if told.start and told.end:
        return f"du {day(told.start)} au {day(told.end)}"
    if told.start or told.end:
        return (
            f"depuis le {day(told.start)}" if told.start else f"jusqu'au {day(told.end)}" if told.end else ""
        )
    return "période non dite"


def exits(told: Account) -> Element:
    """Return the exits by official class, with the rates or the words that say why there is none."""
    if not told.exits:
        return card("Les sorties", "sorties", p["Le dossier ne dit aucune sortie."])
    return card("Les sorties", "sorties", (part for one in told.exits for part in exits_parts(one)))


def exits_parts(one: Exits) -> Iterator[Node]:
    """Yield a table of exits, and the sentences that go with it."""
    name = f"{one.title}, {period(one.period)}"
    dynamic = one.counts.dynamic
    rows = [_class(one, field, label, contents) for field, label, contents in _CLASSES if _shown(one, field)]
    if dynamic is not None:
        rows.append(
            (
                "Sorties dynamiques",
                "les trois premières classes ensemble",
                number(dynamic),
                _rate(one, dynamic),
            )
        )
    if one.counts.exits is not None:
        rows.append(("Toutes les sorties", "le dénominateur", number(one.counts.exits), "–"))
    yield grid(name, ("Classe", "Ce qu'elle compte", "Personnes", "Taux"), rows, numbers=(2, 3), kind="stack")
    if one.no_rate:
        yield p(".next")[french(one.no_rate)]
    if one.doubtful:
        yield p(".note")[french(one.doubtful)]


def _shown(one: Exits, field: str) -> bool:
    return field != "other" or getattr(one.counts, field) is not None or field in one.hidden


def _class(one: Exits, field: str, label: str, contents: str) -> tuple[Node, ...]:
    told: int | None = getattr(one.counts, field)
    said = number(told) if told is not None else SILENT if field in one.hidden else "non dit"
    return label, french(contents), said, _rate(one, told)


def _rate(one: Exits, told: int | None) -> str:
    rate = one.counts.rate(told)
    if one.no_rate or rate is None or told is None:
        return "pas de taux"
    return french(f"{percent(rate)} ({told} sur {one.counts.exits})")
