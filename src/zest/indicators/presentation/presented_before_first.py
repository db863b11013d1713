"""A worker is presented before the first lending to a client, not before each."""

from collections.abc import Sequence
from types import MappingProxyType

import narwhals as nw

from zest.indicators.expressions import due, unread, whole
from zest.indicators.indicator import Indicator
from zest.indicators.material import SUSPECT, Expr, Frame, Material, Row
from zest.indicators.terms import Terms
from zest.source import verified


def _first_lendings(material: Material, terms: Terms) -> Frame:
    """Return the first lendings of workers to clients, counted; those that no presentation preceded, one by one."""
    counted = material.gather(
        "first-lendings", "missions", "_salarie", lambda rows: _counted(material, terms, rows)
    )
    return counted.join(material.names("missions"), on="_structure", how="inner")


def _counted(material: Material, terms: Terms, missions: Frame) -> Frame:
    """Count the first lendings of some workers: there are millions, and few are at fault."""
    own = ["_structure", *material.offer]
    told = material.with_quarter(_first(missions, material.offer), "debut").with_columns(
        _du=due("debut", terms), _tenu=_before()
    )
    told = _doubted(told, missions) if material.marked("missions") else told
    wrong = nw.when(nw.col("_du") & ~nw.col("_tenu"))
    named = told.with_columns(_couple=wrong.then(nw.col("_couple")), debut=wrong.then(nw.col("debut")))
    return named.group_by(*own, "_trimestre", "_du", "_tenu", "_couple", "debut").agg(_nombre=nw.len())


def _first(missions: Frame, offer: Sequence[str]) -> Frame:
    """Return the first day of each worker at each client; where there are several offers, the one of that day."""
    if not offer:
        return missions.group_by("_couple").agg(nw.col("_structure", "debut", "presente_le").min())
    each = missions.group_by("_couple", "_structure", *offer).agg(nw.col("debut", "presente_le").min())
    told = each.group_by("_couple").agg(_premier=nw.col("debut").min(), _presente=nw.col("presente_le").min())
    begun = each.join(told, on="_couple", how="inner").filter(nw.col("debut") == nw.col("_premier"))
    own = nw.col("_structure", *offer, "debut").min()
    return begun.group_by("_couple").agg(own, presente_le=nw.col("_presente").min())


def _doubted(told: Frame, missions: Frame) -> Frame:
    """Say nothing of those whose presentation could not be read: it may have been in time."""
    unsure = missions.filter(unread("presente_le")).select("_couple", _flou=nw.lit(value=True))
    joined = told.join(unsure.unique("_couple"), on="_couple", how="left")
    sure = nw.col("_tenu") | nw.col("_flou").is_null()
    return joined.with_columns(_tenu=nw.when(sure).then(nw.col("_tenu"))).drop("_flou")


def _before() -> Expr:
    return (nw.col("presente_le") <= nw.col("debut")).fill_null(nw.lit(value=False))


def _cases(terms: Terms) -> Expr:
    del terms
    return nw.col("_du")


def _passed(terms: Terms) -> Expr:
    del terms
    return nw.col("_tenu")


def _wrong(material: Material, terms: Terms) -> Frame:
    found = _first_lendings(material, terms).filter(~nw.col("_couple").is_null())
    return material.share("first-lendings-wrong", lambda: found.select("_couple", "debut", *material.offer))


def _suspects(material: Material, terms: Terms) -> tuple[Expr, Frame]:
    return whole("_couple"), _wrong(material, terms).select(whole("_couple").alias(SUSPECT))


def _rows(material: Material, terms: Terms, missions: Frame) -> Frame:
    """Return the first lendings that no presentation preceded."""
    rows = missions.join(_wrong(material, terms), on=["_couple", "debut", *material.offer], how="semi")
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
    weight="_nombre",
    cases=_cases,
    passed=_passed,
    suspects=_suspects,
    rows=_rows,
    reads=("_couple",),
    gathers=MappingProxyType({"_salarie": ("_couple", "_structure", "debut", "presente_le")}),
    shown=("salarie", "client", "debut", "presente_le"),
    words=_words,
    source=verified(
        "COORACE, atelier ZEST, juin 2014, Midi-Pyrénées : « présentation du salarié avant la première mise à "
        "disposition »",
        "2026-11-23",
    ),
    reading="Avant la première mise à disposition, et non avant chacune ; la date la plus ancienne fait foi.",
)
