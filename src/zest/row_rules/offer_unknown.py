"""Each offer of a table is one of the dossier's that lend."""

from zest.indicators.terms import Asked
from zest.row_rules.known_keys import known_keys

ORDERS_OF_NO_OFFER, MISSIONS_OF_NO_OFFER = known_keys(
    "Z080", "offre", "offre", Asked.OFFERS, lambda terms: terms.offers, object_rule="Z043"
)
