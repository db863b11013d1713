"""Whoever takes a risky post was trained before."""

import narwhals as nw

from zest.indicators.expressions import due
from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Row
from zest.indicators.terms import Terms
from zest.source import as_in_2015


def _cases(terms: Terms) -> Expr:
    """Whether the post is risky; one of which nobody says so is a case that nobody can judge."""
    return due("debut", terms) & nw.col("poste_a_risque").fill_null(nw.lit(value=True))


def _passed(terms: Terms) -> Expr:
    del terms
    trained = (nw.col("formation_le") <= nw.col("debut")).fill_null(nw.lit(value=False))
    return nw.when(~nw.col("poste_a_risque").is_null()).then(trained)


def _words(row: Row) -> str:
    told = f"formation du {row['formation_le']:%d/%m/%Y}" if row["formation_le"] else "formation non datée"
    return f"poste à risques dès le {row['debut']:%d/%m/%Y}, {told}"


TRAINED_BEFORE_ASSIGNMENT = Indicator(
    slug="trained-before-assignment",
    label="formation renforcée avant un poste à risques",
    sentence="Une mission sur un poste à risques est tenue quand la formation renforcée à la sécurité est datée du "
    "premier jour au plus tard.",
    unit="missions sur un poste à risques",
    table="missions",
    columns=("poste_a_risque", "formation_le"),
    cases=_cases,
    passed=_passed,
    shown=("debut", "formation_le"),
    words=_words,
    source=as_in_2015("Code du travail, art. L4142-2 et L4154-2"),
)
