"""What rows name is in the dossier: one rule for each of the two tables that name it."""

from collections.abc import Callable, Sequence

import narwhals as nw

from zest.indicators.expressions import among
from zest.indicators.material import Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Asked, Terms


def known_keys(
    code: str,
    column: str,
    word: str,
    asked: Asked,
    known: Callable[[Terms], Sequence[str]],
    object_rule: str = "",
) -> tuple[RowRule, RowRule]:
    """Return the rules of orders and of missions; what a row leaves out is not held against it.

    Args:
        code: of the notice.
        column: that names something.
        word: French: what it names.
        asked: what must be told for the rules to be put.
        known: what may be named.
        object_rule: code of the rule that says the same of an object of a dossier.
    """

    def words(row: Row) -> str:
        return f"{word} {row[column]}"

    def rule(table: str) -> RowRule:
        return RowRule(
            code=code,
            table=table,
            object_rule=object_rule,
            sound=lambda terms: among(column, list(known(terms))) | nw.col(column).is_null(),
            asks=(asked,),
            shown=(column,),
            words=words,
        )

    return rule("commandes"), rule("missions")
