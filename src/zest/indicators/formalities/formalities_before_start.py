"""Declaration and contracts are made in time."""

import datetime as dt
import functools
from collections.abc import Callable
from types import MappingProxyType

import narwhals as nw

from zest.indicators.calendar import with_calendar
from zest.indicators.expressions import among, due, in_repeated_hour
from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Frame, Material, Row
from zest.indicators.terms import Terms
from zest.source import as_in_2015
from zest.working_days import working_days_later

LENDING, WORK = "contracts.lending-contract-days", "contracts.mission-contract-days"
"""Keys of the two delays, in working days."""


IN_TIME = MappingProxyType(
    {
        "dpae_le": "_dpae_a_temps",
        "contrat_mad_le": "_client_a_temps",
        "contrat_travail_le": "_salarie_a_temps",
    }
)
"""For each formality, the column that tells whether it was made in time; null when the row does not tell."""


def _judged(material: Material, terms: Terms, missions: Frame) -> Frame:
    """Add whether each formality was in time; contracts that may follow the start have working days to do so."""
    lending, work = (round(terms.figure(key).value) for key in (LENDING, WORK))
    told = {"_delai_client": _delay(lending), "_delai_salarie": _delay(work)}
    limited = with_calendar(missions, material, nw.col("_jour_debut"), material.span("missions"), told)
    judged = (_declared(), _lent(terms), _sent())
    return limited.with_columns(**dict(zip(IN_TIME.values(), judged, strict=True)))


@functools.cache
def _delay(days: int) -> Callable[[dt.date, str], int]:
    return lambda day, place: (working_days_later(day, days, place) - day).days


def _cases(terms: Terms) -> Expr:
    return due("debut", terms)


def _declared() -> Expr:
    """Whether the hire was declared before the start; on the very day, only the hour of the start can tell."""
    at, day = nw.col("dpae_le"), nw.col("dpae_le").cast(nw.Date)
    by_hour = nw.when(~in_repeated_hour(at, nw.col("debut_a"))).then(at <= nw.col("debut_a"))
    by_day = nw.when(day != nw.col("debut")).then(day < nw.col("debut"))
    return nw.when(at.is_null()).then(nw.lit(value=False)).otherwise(nw.coalesce(by_hour, by_day))


def _lent(terms: Terms) -> Expr:
    """Whether the contract with the client was in time: before the start for an AI, within the delay for the others."""
    made = nw.col("contrat_mad_le")
    before = made <= nw.col("debut")
    within = nw.col("_jour_contrat_mad") - nw.col("_jour_debut") <= nw.col("_delai_client")
    known = nw.when(among("structure", terms.of_kind("AI"))).then(before).otherwise(within)
    either = nw.when(before == within).then(before)
    return (
        nw.when(made.is_null())
        .then(nw.lit(value=False))
        .otherwise(nw.when(among("structure", terms.known)).then(known).otherwise(either))
    )


def _sent() -> Expr:
    sent = nw.col("_jour_contrat_travail") - nw.col("_jour_debut") <= nw.col("_delai_salarie")
    return sent.fill_null(nw.lit(value=False))


def _passed(terms: Terms) -> Expr:
    del terms
    declared, lent, sent = (nw.col(name) for name in IN_TIME.values())
    return declared & lent & sent


def _words(row: Row) -> str:
    names = {"dpae_le": "DPAE", "contrat_mad_le": "contrat client", "contrat_travail_le": "contrat salarié"}
    told = (f"{word} {_when(row, name)}" for name, word in names.items())
    return f"début {row['debut']:%d/%m/%Y}, {', '.join(told)}"


def _when(row: Row, name: str) -> str:
    """Say when a formality was made, and that it was late; on the very day, its hour made it so."""
    made = row[name]
    if made is None:
        return "sans date"
    late = row[IN_TIME[name]] is False
    hour = (
        f"{made: à %H h %M}" if late and isinstance(made, dt.datetime) and made.date() == row["debut"] else ""
    )
    return f"{made:%d/%m/%Y}{hour}{' (en retard)' if late else ''}"


FORMALITIES_BEFORE_START = Indicator(
    slug="formalities-before-start",
    label="formalités à temps",
    sentence="Une mission est tenue quand l'embauche a été déclarée avant la prise de poste, que le contrat avec le "
    "client est établi avant elle (association intermédiaire) ou dans les deux jours ouvrables, et que le contrat de "
    "travail est transmis dans les deux jours ouvrables.",
    unit="missions",
    table="missions",
    columns=("dpae_le", "contrat_mad_le", "contrat_travail_le"),
    figures=(LENDING, WORK),
    widen=_judged,
    cases=_cases,
    passed=_passed,
    shown=("debut", *IN_TIME, *IN_TIME.values()),
    words=_words,
    source=as_in_2015("Code du travail, art. L1221-10, L1251-17, L1251-42 et R5132-20"),
    reading="Le samedi est ouvrable ; les jours fériés du lieu ne le sont pas. Sans l'heure de prise de poste, une "
    "déclaration du jour même ne dit rien. Quand le genre de la structure n'est pas dit, seules comptent les dates sur "
    "lesquelles les deux délais s'accordent.",
)
