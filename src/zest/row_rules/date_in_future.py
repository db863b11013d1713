"""What was done was not done after the day of the measure."""

from functools import reduce
from types import MappingProxyType

import narwhals as nw

from zest.indicators.expressions import midnight_after, unless
from zest.indicators.material import Expr, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms

FACTS = MappingProxyType({
    "commandes": {"recue_le": "reçue", "traitee_le": "répondue"},
    "missions": {
        "presente_le": "présentation", "dpae_le": "DPAE", "contrat_mad_le": "contrat client",
        "contrat_travail_le": "contrat salarié", "formation_le": "formation", "accueil_le": "accueil",
    },
    "suivis": {"fait_le": "fait"},
})  # fmt: skip
MOMENTS = ("recue_le", "traitee_le", "dpae_le")


def _past(name: str, terms: Terms) -> Expr:
    if name in MOMENTS:
        return unless(nw.col(name) >= nw.lit(midnight_after(terms.as_of)))
    return unless(nw.col(name) > nw.lit(terms.as_of))


def _rule(table: str) -> RowRule:
    facts = FACTS[table]

    def sound(terms: Terms) -> Expr:
        return reduce(lambda one, other: one & other, (_past(name, terms) for name in facts))

    def words(row: Row) -> str:
        latest = max((name for name in facts if row[name]), key=lambda name: f"{row[name]:%Y%m%d}")
        return f"{facts[latest]} le {row[latest]:%d/%m/%Y}"

    return RowRule(code="Z077", table=table, sound=sound, shown=tuple(facts), words=words)


ORDERS_IN_FUTURE, MISSIONS_IN_FUTURE, FOLLOW_UPS_IN_FUTURE = (_rule(table) for table in FACTS)
