"""French words for what passes the cap."""

import math

from zest.findings import Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import client_counts
from zest.readings.hours_cap.judging import Excess, Kind
from zest.rule import Answer, Case, Fault, Unknown


def answer(excess: Excess, mission: Mission, lenders: str, case: Case) -> Answer:
    """Return what to say of a mission.

    Args:
        excess: how it stands.
        mission: which.
        lenders: who lent, French words: « « Bocage Emploi » ».
        case: of the mission.
    """
    start, end = f"{excess.window.start:%d/%m/%Y}", f"{excess.window.end:%d/%m/%Y}"
    lent = (
        f"Salarié « {mission.employee} » : {_total(excess)} prêtées par {lenders} à des entreprises"
        f" du {start} au {end}"
    )
    cap, about = _number(excess.cap), excess.window.start.isoformat()
    if excess.kind is Kind.LIFTED:
        words = f"{lent}, au-delà de {cap}, comme une dérogation du préfet le permet."
        return Fault(words, at=("hours",), about=about, severity=Severity.INFO)
    if excess.kind in (Kind.SURE, Kind.BY_READING):
        counted = ", heures sous dérogation comprises" if excess.kind is Kind.BY_READING else ""
        return Fault(f"{lent}{counted}, pour {cap} au plus.", at=("hours",), about=about)
    return Unknown(f"{lent}, pour {cap} au plus : {_missing(excess)}.", at=_place(mission, case), about=about)


def _total(excess: Excess) -> str:
    least, most = excess.total.least, excess.total.most
    if least == most:
        return f"{_number(least)} heures"
    if math.isinf(most) and not least:
        return "un nombre inconnu d'heures"
    if math.isinf(most) or excess.kind is not Kind.POSSIBLE:
        return f"{_number(least)} heures au moins"
    return f"de {_number(least)} à {_number(most)} heures"


def _missing(excess: Excess) -> str:
    if excess.kind is Kind.PARTLY_LIFTED:
        return "une dérogation couvre une partie de la mission, et le dossier ne dit pas quel jour le plafond est passé"
    return "le dossier ne dit pas toutes les heures, les dates ou la nature des clients"


def _place(mission: Mission, case: Case) -> tuple[str]:
    return ("client",) if client_counts(mission, case) is None else ("hours",)


def _number(hours: float) -> str:
    return f"{round(hours, 2):.12g}".replace(".", ",")
