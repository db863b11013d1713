"""What a spreadsheet shows in the place of a value: cells in error, formulas that nobody computed."""

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import polars as pl

UNCOMPUTED: Final = "#CALCUL?"
"""Stands for the value of a formula that was never computed."""

MISHAPS: Final = MappingProxyType({
    **dict.fromkeys(
        (
            "#REF!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#NAME?", "#VALUE!", "#SPILL!", "#CALC!",
            "#NUL!", "#NOMBRE!", "#NOM?", "#VALEUR!", "#PROPAGATION!", "#CALCUL!",
        ),
        "une erreur de calcul ; corrigez sa formule",
    ),
    UNCOMPUTED: "une formule sans résultat ; ouvrez le classeur dans un tableur et enregistrez-le",
})  # fmt: skip
"""Each text with what to say of it."""


def without_mishaps(texts: "pl.Expr") -> "pl.Expr":
    """Make null what is no value."""
    import polars as pl

    # Few texts begin with that sign: the list is only looked through for them.
    mishap = texts.str.starts_with("#") & texts.is_in(list(MISHAPS))
    return pl.when(~mishap).then(texts)
