"""A worker is presented before the first lending to a client, not before each."""

import narwhals as nw

from zest.indicators.expressions import due
from zest.indicators.indicator import Expr, Frame, Indicator, Material, Row, Terms
from zest.source import verified


def _first_lendings(material: Material, terms: Terms) -> Frame:
    """Return each worker of a structure with each client, the day of their first lending and of the presentation."""
    del terms
    return material.once("first-lendings", lambda: _grouped(material))


def _grouped(material: Material) -> Frame:
    grouped = (
        material.table("missions")
        .group_by("_couple")
        .agg(
            *(nw.col(name).min() for name in material.who),
            nw.col("debut").min(),
            nw.col("presente_le").min(),
        )
    )
    return material.with_quarter(grouped, "debut")


def _cases(terms: Terms) -> Expr:
    return due("debut", terms)


def _passed(terms: Terms) -> Expr:
    del terms
    return (nw.col("presente_le") <= nw.col("debut")).fill_null(nw.lit(value=False))


def _rows(material: Material, terms: Terms) -> Frame:
    """Return the first lendings that no presentation preceded."""
    wrong = (
        _first_lendings(material, terms).filter(_cases(terms) & ~_passed(terms)).select("_couple", "debut")
    )
    rows = material.table("missions").join(wrong, on=["_couple", "debut"], how="inner")
    return rows.unique("_couple", keep="first", order_by=["_fichier", "_ligne"])


def _words(row: Row) -> str:
    told = f"présenté le {row['presente_le']:%d/%m/%Y}" if row["presente_le"] else "présentation non datée"
    return f"{row['salarie']} chez {row['client']} dès le {row['debut']:%d/%m/%Y}, {told}"


PRESENTED_BEFORE_FIRST = Indicator(
    slug="presented-before-first",
    label="présentation avant la première mise à disposition",
    sentence="Une personne chez un client est tenue quand elle lui a été présentée au plus tard le premier jour de "
    "sa toute première mission chez lui, pour une même structure.",
    unit="premières missions",
    table="missions",
    columns=("presente_le",),
    grain=_first_lendings,
    cases=_cases,
    passed=_passed,
    rows=_rows,
    shown=("salarie", "client", "debut", "presente_le"),
    words=_words,
    source=verified(
        "COORACE, atelier ZEST, juin 2014, Midi-Pyrénées : « présentation du salarié avant la première mise à "
        "disposition »",
        "2026-11-23",
    ),
    reading="Avant la première mise à disposition, et non avant chacune ; la date la plus ancienne fait foi.",
)
