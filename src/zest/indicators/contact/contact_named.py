"""One and the same contact for each client."""

import narwhals as nw

from zest.indicators.expressions import midnight_after, whole
from zest.indicators.indicator import Indicator
from zest.indicators.material import SUSPECT, Expr, Frame, Material, Row
from zest.indicators.terms import Terms
from zest.source import verified


def _clients(material: Material, terms: Terms) -> Frame:
    """Return each client of each structure, with its contacts; its quarter is that of its last order."""
    # A client orders many times: what is held is as long as the list of clients, and not as that of orders.
    grouped = material.share("contact-named", lambda: _grouped(material, terms))
    named = grouped.join(material.names("commandes"), on="_structure", how="inner")
    return material.once("contact-quarter", lambda: material.with_quarter(named, "recue_le"))


def _judged(terms: Terms) -> Expr:
    received = nw.col("recue_le") < nw.lit(midnight_after(terms.as_of))
    return received & nw.col("_dit_client")


def _grouped(material: Material, terms: Terms) -> Frame:
    contact = nw.col("_interlocuteur")
    # Orders that are not judged are put under no client: leaving them out would copy all the others.
    client = nw.when(_judged(terms)).then(nw.col("_client"))
    grouped = (
        material.table("commandes")
        .with_columns(_client=client)
        .group_by("_client", *material.offer)
        .agg(
            nw.col("_structure").min(),
            nw.col("recue_le").max(),
            _premier=contact.min(),
            _dernier=contact.max(),
            _muettes=(~nw.col("_dit_interlocuteur")).cast(nw.Int64).sum(),
        )
    )
    return grouped.filter(~nw.col("_client").is_null())


def _cases(terms: Terms) -> Expr:
    del terms
    return ~nw.col("_client").is_null()


def _passed(terms: Terms) -> Expr:
    del terms
    return ((nw.col("_premier") == nw.col("_dernier")) & (nw.col("_muettes") == 0)).fill_null(
        nw.lit(value=False)
    )


def _wrong(material: Material, terms: Terms) -> Frame:
    """Return the clients that have not one and the same contact."""
    found = _clients(material, terms).filter(~_passed(terms)).select("_client", *material.offer)
    return material.share("contact-wrong", lambda: found)


def _suspects(material: Material, terms: Terms) -> tuple[Expr, Frame]:
    return whole("_client"), _wrong(material, terms).select(whole("_client").alias(SUSPECT))


def _rows(material: Material, terms: Terms, orders: Frame) -> Frame:
    """Return the orders of a client that name nobody, or somebody else than its first order."""
    whose = ["_client", *material.offer]
    rows = orders.filter(_judged(terms)).join(_wrong(material, terms), on=whose, how="semi")
    first = rows.unique(whose, keep="first", order_by=["recue_le", "_fichier", "_ligne"])
    named = rows.join(first.select(*whose, _nomme="interlocuteur"), on=whose, how="inner")
    same = (nw.col("interlocuteur") == nw.col("_nomme")).fill_null(nw.lit(value=False))
    return named.filter(~same)


def _words(row: Row) -> str:
    return f"client {row['client']}, référent {row['interlocuteur'] or 'non nommé'}"


CONTACT_NAMED = Indicator(
    slug="contact-named",
    label="référent unique",
    sentence="Un client est tenu quand toutes ses commandes à une structure nomment le même référent.",
    unit="clients",
    table="commandes",
    columns=("interlocuteur", "client"),
    grain=_clients,
    cases=_cases,
    passed=_passed,
    suspects=_suspects,
    rows=_rows,
    reads=("_client", "recue_le", "_dit_client"),
    shown=("client", "interlocuteur"),
    words=_words,
    source=verified(
        "COORACE, atelier ZEST, assemblée générale de Toulouse, juin 2014 : « référent unique »", "2026-11-23"
    ),
    reading="Un client compte une fois, au trimestre de sa dernière commande ; son référent est celui de la première.",
)
