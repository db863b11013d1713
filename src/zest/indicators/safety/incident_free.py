"""Missions without an incident."""

import narwhals as nw

from zest.indicators.expressions import due
from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Row
from zest.indicators.terms import Terms
from zest.source import interpretation


def _cases(terms: Terms) -> Expr:
    return due("debut", terms)


def _passed(terms: Terms) -> Expr:
    del terms
    return nw.col("incidents") == 0


def _words(row: Row) -> str:
    many = "s" if row["incidents"] > 1 else ""
    return f"{row['incidents']} incident{many} signalé{many}"


INCIDENT_FREE = Indicator(
    slug="incident-free",
    label="missions sans incident",
    sentence="Une mission est tenue quand aucun incident n'y a été signalé ; une case vide ne dit rien.",
    unit="missions",
    table="missions",
    columns=("incidents",),
    cases=_cases,
    passed=_passed,
    shown=("incidents",),
    words=_words,
    source=interpretation(
        "COORACE, atelier ZEST, juin 2014 : « critères de sécurité », sans autre précision", "2026-11-23"
    ),
)
