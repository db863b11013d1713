"""The parts of the page of a collective that come from its dossier."""

from collections.abc import Iterator

from htpy import Element, Node, a, details, li, ol, p, small, span, strong, summary

from zest.achievements.account import Account, PromiseByQuarter, Taught
from zest.achievements.secrecy import Cell
from zest.agenda import Act
from zest.console.journey import awaited
from zest.console.typography import count, day, exactly, french, heading, listed, number, percent
from zest.console.verdict import faults, questions
from zest.console.words import GROUNDS, MARKS, STANDINGS, VERDICTS
from zest.journeying import StepState
from zest.pages.parts import card, grid, mark, scrolled

SILENT = "effectif tu"
"""Words in the place of a number that is hidden."""


def verdict(told: Account) -> Element:
    """Return the verdict, ground by ground."""
    rows = (
        (
            GROUNDS[ground.ground],
            mark(*VERDICTS[ground.verdict]),
            french(faults(ground, told.report) or "–"),
            french(questions(ground)),
        )
        for ground in told.report.grounds
    )
    heads = ("Domaine", "Verdict", "À corriger", "Questions posées")
    return card(
        "Le verdict", "verdict", grid("Verdict de chaque domaine", heads, rows, kind="stack"),
        p(".note")["Ce qui n'a pas pu être vérifié n'est jamais compté comme conforme."],
    )  # fmt: skip


def journey(told: Account) -> Element:
    """Return the six steps, the three conditions, and who acts next."""
    state = told.progress
    conditions = (
        (
            french(one.label),
            mark(*MARKS[one.mark]),
            french(awaited(one.waiting) or "–"),
        )
        for one in state.conditions
    )
    return card(
        "Le chemin", "chemin",
        ol(".steps", aria_label="Les six étapes de la méthode")[
            (_step(rank, one) for rank, one in enumerate(state.steps, 1))
        ],
        grid("Les trois conditions de la marque", ("Condition", "État", "Attend"), conditions, kind="stack"),
        grid("Ce qui reste à faire", ("Quoi", "Qui", "D'ici à quand"), map(_act, told.acts), kind="stack"),
        p(".next")[strong["Suite : "], french(state.next_act)],
    )  # fmt: skip


def _act(one: Act) -> tuple[Node, ...]:
    who = listed(list(one.who)) if len(one.who) < 4 else count(len(one.who), "structure")
    return french(one.what), french(who or "non dit"), when(one)


def when(one: Act) -> Node:
    """Say by when something must be done; lateness has its mark."""
    if one.due is None:
        return mark("!", "en retard", "bad") if one.late else "sans date"
    return mark("!", f"{day(one.due)}, en retard", "bad") if one.late else day(one.due)


def _step(rank: int, one: StepState) -> Element:
    sign, word, _ = MARKS[one.mark]
    said = {"met": "fait", "missing": "à faire"}.get(one.mark.value, word)
    when = [f"le {day(one.done_on)}"] if one.done_on else []
    when += [f"pour le {day(one.due_on)}"] if one.due_on else []
    who = [one.owner] if one.owner else []
    return li(f".{one.mark.value}")[
        span(".rank", aria_hidden="true")[str(rank)],
        strong[french(f"{sign} {said}")],
        span[heading(french(one.label))],
        small[french(", ".join([*when, *who]))] if when or who else None,
    ]


def structures(told: Account) -> Element | None:
    """Return structures × conditions; nothing when no rule fills a column."""
    report = told.report
    if not (report.structures and report.columns):
        return None
    rows: Iterator[tuple[Node, ...]] = (
        ((one.name, f" {one.kind}"), *(mark(*MARKS[each]) for each in one.marks)) for one in report.structures
    )
    name = "Conformité des structures aux conditions de la marque"
    table = grid(name, ("Structure", *report.columns), rows, kind="stack")
    return card("Les structures", "structures", scrolled(name, table), long=True)


def promises(told: Account) -> Element:
    """Return how each promise stands, quarter by quarter, then structure by structure."""
    if not told.promises:
        return card(
            "Les engagements de service",
            "engagements",
            p["Le dossier ne dit encore aucun engagement de service."],
        )
    several = len({one.offer for one in told.promises}) > 1
    quarters = sorted({quarter for one in told.promises for quarter in one.quarters})
    rows: Iterator[tuple[Node, ...]] = (
        (
            (french(one.statement), small[french(f"Offre « {one.offer} »")] if several else None),
            mark(*STANDINGS[one.standing]),
            exactly(one.target),
            _cell(one.overall, one.target),
            *(_cell(one.cells.get(("", quarter)), one.target) for quarter in quarters),
        )
        for one in told.promises
    )
    heads = ("Engagement", "État", "Objectif", "En tout", *quarters)
    numbers = range(2, len(heads))
    name = "Engagements par trimestre : cas tenus sur cas observés"
    names = {one.key: one.name for one in told.report.structures}
    return card(
        "Les engagements de service", "engagements",
        scrolled(name, grid(name, heads, rows, numbers=numbers, kind="stack")),
        p(".note")[french(_silence(told.least))],
        (_detail(one, names, several=several) for one in told.promises if len({who for who, _ in one.cells}) > 2),
        long=True,
    )  # fmt: skip


def _silence(least: int) -> str:
    return f"Un effectif de moins de {least} cas n'est pas montré, ni celui qui permettrait de le retrouver."


def _cell(cell: Cell | None, target: float) -> str:
    if cell is None or cell.cases == 0:
        return "–"
    if cell.cases is None or cell.kept is None:
        return SILENT
    return f"{number(cell.kept)}\u202f/\u202f{number(cell.cases)} ({percent(cell.kept / cell.cases, target)})"


def _detail(one: PromiseByQuarter, names: dict[str, str], *, several: bool) -> Element:
    keys = dict.fromkeys(who for who, _ in one.cells if who)
    rows = (
        (names.get(key, key), *(_cell(one.cells.get((key, quarter)), one.target) for quarter in one.quarters))
        for key in keys
    )
    of = f" (offre « {one.offer} »)" if several else ""
    name = f"{heading(one.statement).rstrip('.')}{of}, par structure"
    heads = ("Structure", *one.quarters)
    return details[
        summary[french(name)],
        grid(name, heads, rows, numbers=range(1, len(heads)), kind="stack"),
    ]


def trainings(told: Account) -> Element:
    """Return what was taught, and to how many."""
    if not told.trainings:
        return card("Les formations", "formations", p["Le dossier ne dit aucune formation."])
    rows = ((french(one.title), *_taught(one, told.least)) for one in told.trainings)
    heads = ("Formation", "Pour qui", "Quand", "Par", "Personnes")
    return card(
        "Les formations", "formations",
        grid("Formations tenues ou prévues", heads, rows, kind="stack"),
    )  # fmt: skip


def _taught(one: Taught, least: int) -> Iterator[Node]:
    yield "salariés en parcours" if one.employees else "permanents"
    days = [day(each) for each in (one.start, one.end) if each]
    yield french(" – ".join(dict.fromkeys(days))) or "–"
    yield french(one.provider) or "–"
    told = [count(one.people, "personne")] if one.people is not None else []
    told += [f"moins de {least} personnes"] if one.few else []
    told += [count(one.groups, "groupe")] if one.groups else []
    told += [count(one.structures, "structure")] if one.structures else []
    yield french(", ".join(told)) or "nombre non dit"


def foot(told: Account, version: str) -> Iterator[Node]:
    """Yield where the numbers come from."""
    if told.fictional:
        yield p["Données fictives."]
    yield p[
        french(
            f"Rapport de zest {version}, au {day(told.as_of)}, fait hors ligne, sans script ni appel au réseau. "
            "Aucune personne n'y est nommée."
        )
    ]
    yield p[a(href="#contenu")["Retour en haut"]]
