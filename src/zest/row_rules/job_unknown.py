"""Each job of a table is one of those that the sectors of the dossier know."""

from zest.indicators.terms import Asked
from zest.row_rules.known_keys import known_keys

ORDERS_OF_NO_TRADE, MISSIONS_OF_NO_TRADE = known_keys(
    "Z074", "metier", "métier", Asked.JOBS, lambda terms: terms.jobs
)
