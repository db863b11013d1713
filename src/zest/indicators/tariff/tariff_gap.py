"""Prices of one trade in one département do not spread."""

import narwhals as nw

from zest.indicators.expressions import among, due, told
from zest.indicators.indicator import Indicator
from zest.indicators.material import SUSPECT, Expr, Frame, Material, Row
from zest.indicators.terms import Asked, Terms
from zest.source import interpretation

PART = 1 << 20
"""What is kept of each number of a market."""
MARKET = ("_departement", "_metier", "_trimestre")


def _judged(terms: Terms) -> Expr:
    return due("debut", terms) & (nw.col("tarif_horaire") > 0)


def _prices(material: Material, terms: Terms) -> Frame:
    """Return each structure in each département, trade and quarter, with the prices of all structures there."""
    return material.share("prices", lambda: _grouped(material, terms))


def _grouped(material: Material, terms: Terms) -> Frame:
    price = nw.col("tarif_horaire")
    # Missions that are not judged are put under no structure: leaving them out would copy all the others.
    structure = nw.when(_judged(terms)).then(nw.col("_structure"))
    own = (
        material.table("missions")
        .with_columns(_structure=structure)
        .group_by("_structure", *material.offer, *MARKET)
        .agg(
            nw.col("debut").min(),
            _bas=price.min(),
            _haut=price.max(),
            # Alike for all rows of a market, of which some may be that of no trade or of no département.
            _dit=told("departement", "metier").cast(nw.Int64).min(),
        )
    )
    kept = material.share("prices-own", lambda: _members(material, terms, own))
    of_all = kept.group_by(*MARKET).agg(_plancher=nw.col("_bas").min(), _plafond=nw.col("_haut").max())
    return kept.join(of_all, on=list(MARKET), how="inner")


def _members(material: Material, terms: Terms, own: Frame) -> Frame:
    """Leave out what is not judged, and the prices of structures that nobody knows."""
    named = own.filter(~nw.col("_structure").is_null())
    whose = named.join(material.names("missions"), on="_structure", how="inner")
    return whose.filter(among("structure", list(terms.structures))) if terms.structures else whose


def _cases(terms: Terms) -> Expr:
    return due("debut", terms)


def _bound(terms: Terms) -> Expr:
    """Return the highest price within the spread; a hundredth of a cent more, since prices are binary fractions."""
    return nw.col("_plancher") * (1 + (terms.threshold or 0) / 100) + 0.0001


def _passed(terms: Terms) -> Expr:
    """Whether the prices are near; of missions that tell no trade or no département, nobody knows which compare."""
    return nw.when(nw.col("_dit") == 1).then(nw.col("_plafond") <= _bound(terms))


def _wrong(material: Material, terms: Terms) -> Frame:
    found = _prices(material, terms).filter(~_passed(terms)).select(*MARKET, "_plancher").unique([*MARKET])
    return material.share(f"prices-wrong-{terms.threshold}", lambda: found)


def _market() -> Expr:
    """Return one number of the three that make a market; another market seldom has the same."""
    department, trade, quarter = ((nw.col(name) % PART).cast(nw.Int64) for name in MARKET)
    return (department * PART + trade) * PART + quarter


def _suspects(material: Material, terms: Terms) -> tuple[Expr, Frame]:
    return _market(), _wrong(material, terms).select(_market().alias(SUSPECT))


def _rows(material: Material, terms: Terms, missions: Frame) -> Frame:
    """Return the missions priced beyond the spread above the lowest price there."""
    priced = missions.filter(_judged(terms))
    rows = priced.join(_wrong(material, terms), on=list(MARKET), how="inner")
    return rows.filter(nw.col("tarif_horaire") > _bound(terms))


def _words(row: Row) -> str:
    price = f"{row['tarif_horaire']:.2f} €".replace(".", ",")
    return f"{price} de l'heure, département {row['departement']}, métier {row['metier']}"


TARIFF_GAP = Indicator(
    slug="tariff-gap",
    label="écart des tarifs dans un département",
    sentence="Les tarifs d'une structure dans un département, pour un métier, sont tenus quand le plus haut tarif qui "
    "s'y pratique dépasse le plus bas d'au plus l'écart promis.",
    unit="tarifs d'une structure dans un département",
    threshold_unit="%",
    table="missions",
    columns=("tarif_horaire", "departement", "metier"),
    asks=(Asked.THRESHOLD,),
    grain=_prices,
    cases=_cases,
    passed=_passed,
    suspects=_suspects,
    rows=_rows,
    reads=("debut", *MARKET),
    shown=("tarif_horaire", "departement", "metier"),
    words=_words,
    source=interpretation(
        "COORACE, atelier ZEST, juin 2014, Midi-Pyrénées : « tarification homogène au sein des départements »",
        "2026-11-23",
    ),
    reading="Tenu ne veut pas dire licite : un tarif commun entre structures indépendantes relève du droit de la "
    "concurrence (Code de commerce, art. L420-1).",
)
