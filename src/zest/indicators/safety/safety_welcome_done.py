"""Nobody starts without a safety welcome."""

import narwhals as nw

from zest.indicators.expressions import due
from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Row
from zest.indicators.terms import Terms
from zest.source import as_in_2015


def _cases(terms: Terms) -> Expr:
    return due("debut", terms)


def _passed(terms: Terms) -> Expr:
    del terms
    return (nw.col("accueil_le") <= nw.col("debut")).fill_null(nw.lit(value=False))


def _words(row: Row) -> str:
    told = f"accueil le {row['accueil_le']:%d/%m/%Y}" if row["accueil_le"] else "accueil non daté"
    return f"début {row['debut']:%d/%m/%Y}, {told}"


SAFETY_WELCOME_DONE = Indicator(
    slug="safety-welcome-done",
    label="accueil à la sécurité",
    sentence="Une mission est tenue quand l'accueil chez le client est daté du premier jour au plus tard.",
    unit="missions",
    table="missions",
    columns=("accueil_le",),
    cases=_cases,
    passed=_passed,
    shown=("debut", "accueil_le"),
    words=_words,
    source=as_in_2015("Code du travail, art. L4154-2 (postes à risques) ; ailleurs, promesse du collectif"),
)
