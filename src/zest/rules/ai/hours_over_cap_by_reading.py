"""What the text of the cap does not say: the hours after the first window, and those lent under a derogation."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.excess import capped_ai, own_excesses
from zest.readings.hours_cap.judging import CAP, LENGTH, Kind
from zest.readings.hours_cap.wording import answer
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import interpretation


@rule(
    "Z302",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Après les 24 premiers mois, ou après une dérogation, le plafond d'heures d'une AI en entreprise"
    " vaut encore.",
    why="Le texte ne dit ni ce qui suit la première période, ni si les heures sous dérogation comptent une fois"
    " celle-ci finie : mieux vaut le savoir avant le préfet.",
    remedy="Demandez à qui signe la convention pour l'État comment il compte, puis arrêtez ou poursuivez ; donnez"
    " toutes les missions de ce salarié.",
    source=interpretation("Code du travail, art. L5132-9 2° et R5132-18 2°, lus par zest", "2026-08-22"),
    figures=(CAP, LENGTH),
    reading="Une nouvelle période s'ouvre le premier jour de mise à disposition d'après la précédente, une mission"
    " qui se poursuit comprise. Une dérogation lève le plafond et non le décompte : ses heures restent dans le total"
    " d'après.",
    good={"missions.1.hours": 480},
    bad={
        "missions.0.structure": "ai",
        "missions.0.employee": "s-002",
        "missions.0.start": "2024-03-08",
        "missions.1.hours": 492,
    },
)
def hours_over_cap_by_reading(mission: Mission, case: Case) -> Iterator[Answer]:
    """The hours of later windows, and those of the first with what a derogation covered, stay within the cap."""
    ai = capped_ai(mission, case)
    if ai is None:
        yield NOT_ASKED
        return
    for excess in own_excesses(mission, case):
        if excess.window.rank or excess.kind is Kind.BY_READING:
            yield answer(excess, mission, f"« {ai.name} »", case)
