"""One and the same contact for each client."""

import narwhals as nw

from zest.indicators.expressions import midnight_after
from zest.indicators.indicator import Expr, Frame, Indicator, Material, Row, Terms
from zest.source import verified

GROUP = ("_client", "_trimestre")


def _clients(material: Material, terms: Terms) -> Frame:
    """Return each client of each structure in each quarter, with its contacts."""
    del terms
    return material.share("contact-named", lambda: _grouped(material))


def _grouped(material: Material) -> Frame:
    contact = nw.col("interlocuteur")
    told = material.table("commandes").filter(~nw.col("client").is_null())
    return told.group_by(*GROUP).agg(
        nw.col("structure").min(),
        nw.col("offre").min(),
        nw.col("recue_le").min(),
        _premier=contact.min(),
        _dernier=contact.max(),
        _muettes=contact.is_null().cast(nw.Int64).sum(),
    )


def _cases(terms: Terms) -> Expr:
    return nw.col("recue_le") < nw.lit(midnight_after(terms.as_of))


def _passed(terms: Terms) -> Expr:
    del terms
    return ((nw.col("_premier") == nw.col("_dernier")) & (nw.col("_muettes") == 0)).fill_null(nw.lit(value=False))


def _rows(material: Material, terms: Terms) -> Frame:
    """Return the orders of a client that name nobody, or somebody else than its first order of the quarter."""
    wrong = _clients(material, terms).filter(_cases(terms) & ~_passed(terms)).select(*GROUP)
    rows = material.table("commandes").join(wrong, on=list(GROUP), how="inner")
    first = nw.col("interlocuteur").first().over(*GROUP, order_by=["recue_le", "_fichier", "_ligne"])
    named = rows.with_columns(_nomme=first)
    same = (nw.col("interlocuteur") == nw.col("_nomme")).fill_null(nw.lit(value=False))
    return named.filter(~same)


def _words(row: Row) -> str:
    return f"client {row['client']}, référent {row['interlocuteur'] or 'non nommé'}"


CONTACT_NAMED = Indicator(
    slug="contact-named",
    label="référent unique",
    sentence="Un client est tenu quand toutes ses commandes du trimestre à une structure nomment le même référent.",
    unit="clients",
    table="commandes",
    columns=("interlocuteur", "client"),
    grain=_clients,
    cases=_cases,
    passed=_passed,
    rows=_rows,
    shown=("client", "interlocuteur"),
    words=_words,
    source=verified("COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014 : « référent unique »", "2026-11-23"),
    reading="Le référent peut changer d'un trimestre à l'autre : la promesse est d'un seul à la fois.",
)
