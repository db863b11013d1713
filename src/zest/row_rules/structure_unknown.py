"""Each structure of a table is one of the dossier's."""

from zest.indicators.terms import Asked
from zest.row_rules.known_keys import known_keys

ORDERS_OF_NOBODY, MISSIONS_OF_NOBODY = known_keys(
    "Z075", "structure", "structure", Asked.STRUCTURES, lambda terms: terms.structures, object_rule="Z043"
)
