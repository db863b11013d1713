"""One order, one mission, one follow-up is one row."""

from types import MappingProxyType

import narwhals as nw

from zest.indicators.expressions import whole
from zest.indicators.material import SUSPECT, Expr, Frame, Material, Row
from zest.indicators.row_rule import RowRule
from zest.indicators.terms import Terms

KEY = MappingProxyType({"commandes": "id_commande", "missions": "id_mission", "suivis": "id_suivi"})


def doubles(material: Material, table: str) -> Frame:
    """Return the fingerprints of references that several rows share."""
    return material.gather(
        f"doubles-{table}",
        table,
        "_cle",
        lambda rows: material.repeated(rows, "_cle").unique(),
    )


def _rule(table: str) -> RowRule:
    key = KEY[table]

    def suspects(material: Material, terms: Terms) -> tuple[Expr, Frame]:
        del terms
        return whole("_cle"), doubles(material, table).select(whole("_cle").alias(SUSPECT))

    def failing(material: Material, terms: Terms, rows: Frame) -> Frame:
        del terms
        twice = rows.join(doubles(material, table), on="_cle", how="semi")
        before = nw.col("_ligne").cum_count().over(key, order_by=["_fichier", "_ligne"])
        return twice.with_columns(_rang=before).filter(nw.col("_rang") > 1)

    def words(row: Row) -> str:
        return f"{row[key]} déjà donnée plus haut"

    return RowRule(
        code="Z076",
        table=table,
        suspects=suspects,
        failing=failing,
        reads=("_cle",),
        gathers=MappingProxyType({"_cle": ()}),
        shown=(key,),
        words=words,
    )


ORDERS_TWICE, MISSIONS_TWICE, FOLLOW_UPS_TWICE = (_rule(table) for table in KEY)
