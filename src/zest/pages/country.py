"""The page of all collectives: totals, a map, regions, who is late, what could not be read."""

from collections.abc import Iterator, Mapping

from htpy import Element, Node, a, p

from zest.achievements.account import Account
from zest.achievements.country import Broken, Country, LateAct, exits_of, hours_of
from zest.console.typography import count, day, french, heading, listed, number
from zest.console.words import VERDICTS
from zest.model.territory import REGIONS
from zest.pages.activity import exits_parts
from zest.pages.charter import COMMON
from zest.pages.parts import card, figures, grid, mark, scrolled
from zest.pages.sections import when
from zest.pages.sheet import sheet
from zest.pages.tiles import places_of, region_of, tile_map
from zest.version import version

SEVERAL = "plusieurs régions"
NOWHERE = "territoire non dit"


def country_page(told: Country) -> str:
    """Return the page, the same to the byte for the same dossiers."""
    return sheet(
        "Où en sont les collectifs ?",
        over="Zest · vue nationale",
        day=f"{count(len(told.accounts), 'collectif')} · au {day(told.as_of)}",
        charter=COMMON,
        content=[
            figures(_first(told)),
            _map(told),
            _collectives(told),
            _late(told),
            card("Les sorties", "sorties", list(exits_parts(told.exits))),
            _broken(told.broken) if told.broken else None,
        ],
        foot=list(_foot(told)),
    )


def _first(told: Country) -> Iterator[tuple[str, str]]:
    yield number(len(told.accounts)), "collectif" if len(told.accounts) < 2 else "collectifs"
    yield number(told.structures), "structure" if told.structures < 2 else "structures"
    if told.hours:
        yield number(told.hours), "heures de mise à disposition déclarées"
    if told.exits.counts.dynamic is not None:
        yield number(told.exits.counts.dynamic), "sorties dynamiques déclarées"
    yield number(len(told.late)), "acte en retard" if len(told.late) < 2 else "actes en retard"


def _map(told: Country) -> Element:
    codes = [code for one in told.accounts for code in places_of(one)]
    found = {code: codes.count(code) for code in dict.fromkeys(codes)}
    words = f"Carte en carreaux : {count(len(found), 'département')} où travaille un collectif"
    rows = (
        (
            REGIONS.get(region, region),
            number(len(held)),
            number(sum(one.structures for one in held)),
            _hours(held),
        )
        for region, held in regions(told).items()
    )
    heads = ("Région", "Collectifs", "Structures", "Heures déclarées")
    return card(
        "Où travaillent les collectifs", "carte",
        tile_map(found, french(words)),
        p(".note.of-map")[french(
            "Un carreau par département, placé au plus près de sa place ; plein, au moins un collectif y travaille. "
            "Le nombre, là où il y a de la place, est celui des collectifs. En bas, l'outre-mer."
        )],
        grid("Collectifs par région", heads, rows, numbers=(1, 2, 3), kind="stack"),
        _full_time(told),
    )  # fmt: skip


def _full_time(told: Country) -> Element | None:
    if told.full_time is None:
        return None
    words = f"Équivalents temps plein des totaux dont le diviseur est connu : {told.full_time.words}."
    return p(".note")[french(words)]


def regions(told: Country) -> Mapping[str, list[Account]]:
    """Return the collectives of each region; one that works in several is told apart, so that no hour counts twice."""
    held: dict[str, list[Account]] = {}
    for one in told.accounts:
        codes = {region_of(code) for code in places_of(one)} - {""}
        name = NOWHERE if not codes else SEVERAL if len(codes) > 1 else next(iter(codes))
        held.setdefault(name, []).append(one)
    return dict(
        sorted(held.items(), key=lambda pair: (pair[0] in (SEVERAL, NOWHERE), REGIONS.get(pair[0], "")))
    )


def _hours(held: list[Account]) -> str:
    return number(sum(hours_of(one) for one in held)) if any(one.declared for one in held) else "non dites"


def _collectives(told: Country) -> Element:
    heads = (
        "Collectif",
        "Secteurs",
        "Verdict",
        "Structures",
        "Engagements tenus",
        "Heures déclarées",
        "Sorties dynamiques",
    )
    name = "Collectifs, par ordre alphabétique"
    table = grid(name, heads, map(_row, told.accounts), numbers=(3, 4, 5, 6), kind="stack")
    return card("Les collectifs", "collectifs", scrolled(name, table), long=True)


def _row(one: Account) -> tuple[Node, ...]:
    kept, made = one.kept
    left = exits_of(one)
    dynamic = left.counts.dynamic if left else None
    return (
        (french(one.name), " (fictif)" if one.fictional else ""),
        french(listed([heading(label) for label in one.sectors.values()])) or "–",
        mark(*VERDICTS[one.report.verdict]),
        number(one.structures),
        f"{kept} sur {made}" if made else "non mesurés",
        _hours([one]),
        number(dynamic) if dynamic is not None else "non dites",
    )


def _late(told: Country) -> Element:
    if not told.late:
        return card("Qui est en retard", "retards", p["Aucun collectif n'a d'échéance passée."])
    heads = ("Collectif", "Quoi", "Qui", "Échéance")
    return card(
        "Qui est en retard",
        "retards",
        grid("Actes en retard, les plus anciens d'abord", heads, map(_late_row, told.late), kind="stack"),
    )


def _late_row(one: LateAct) -> tuple[Node, ...]:
    return (
        french(one.collective),
        french(one.act.what),
        french(listed(list(one.act.who)) or "non dit"),
        when(one.act),
    )


def _broken(told: tuple[Broken, ...]) -> Element:
    rows = ((one.path, french(one.cause)) for one in told)
    return card(
        "Dossiers qui n'ont pas été lus", "illisibles",
        grid("Ils ne comptent dans aucun total", ("Dossier", "Cause"), rows, kind="stack"),
    )  # fmt: skip


def _foot(told: Country) -> Iterator[Node]:
    if any(one.fictional for one in told.accounts):
        yield p["Des collectifs de cette page sont fictifs."]
    yield p[
        french(
            f"Rapport de zest {version()}, au {day(told.as_of)}, fait hors ligne, sans script ni appel au réseau. "
            "Une structure membre de deux collectifs est comptée dans chacun. Aucune personne n'est nommée."
        )
    ]
    yield p[a(href="#contenu")["Retour en haut"]]
