"""The order form asks what must be asked of the client."""

from types import MappingProxyType

import narwhals as nw

from zest.indicators.expressions import among, midnight_after, told
from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Row
from zest.indicators.terms import Terms
from zest.source import interpretation

COMMON = (
    "client",
    "metier",
    "debut",
    "personnes",
    "greve",
    "licenciements",
    "agents_listes",
    "poste_a_risque",
)
TEMPORARY = ("ETTI", "ETT", "EATT")
OF_KIND = ("cas_recours", "tache_precise")
NAMES = MappingProxyType({
    "client": "client", "metier": "métier", "debut": "premier jour", "personnes": "nombre de personnes",
    "greve": "grève", "licenciements": "licenciements", "meme_poste": "poste des licenciements",
    "agents_listes": "agents dangereux", "poste_a_risque": "poste à risques", "cas_recours": "cas de recours",
    "tache_precise": "tâche précise",
})  # fmt: skip


def _cases(terms: Terms) -> Expr:
    return nw.col("recue_le") < nw.lit(midnight_after(terms.as_of))


def _common() -> Expr:
    dismissed = nw.col("licenciements").fill_null(nw.lit(value=False))
    return told(*COMMON) & (~dismissed | told("meme_poste"))


def _own(terms: Terms) -> Expr:
    """Whether what the kind of the structure adds is told; null when its kind is unknown and would matter."""
    firm = (nw.col("type_client") == "entreprise").fill_null(nw.lit(value=True))
    recourse, task = told("cas_recours"), told("tache_precise") | ~firm
    known = among("structure", terms.known)
    temporary, association = (
        among("structure", terms.of_kind(*TEMPORARY)),
        among("structure", terms.of_kind("AI")),
    )
    return (
        nw.when(recourse & task).then(nw.lit(value=True))
        .otherwise(nw.when(known).then((~temporary | recourse) & (~association | task)))
    )  # fmt: skip


def _passed(terms: Terms) -> Expr:
    return nw.when(_common()).then(_own(terms)).otherwise(nw.lit(value=False))


def _words(row: Row) -> str:
    missing = [name for name in NAMES if row[name] is None]
    if row["licenciements"] is not True and "meme_poste" in missing:
        missing.remove("meme_poste")
    # What depends on the kind of the structure is only named when it alone is missing.
    said = [NAMES[name] for name in missing if name not in OF_KIND] or [NAMES[name] for name in missing]
    return f"non dit : {', '.join(said)}"


ORDER_FORM_COMPLETE = Indicator(
    slug="order-form-complete",
    label="prise de commande complète",
    sentence="Une commande est tenue quand elle dit le client, le métier, le premier jour, le nombre de personnes, et "
    "ce que le client a répondu sur la grève, les licenciements, les agents dangereux et les postes à risques ; le cas "
    "de recours aussi en travail temporaire, la tâche précise pour une association intermédiaire chez une entreprise.",
    unit="commandes",
    table="commandes",
    cases=_cases,
    passed=_passed,
    shown=tuple(NAMES),
    words=_words,
    source=interpretation(
        "Code du travail, art. L5132-7, L5132-9, L1251-6, L1251-9, L1251-10, D4154-1 et L4154-2 : ce qu'il faut "
        "savoir avant de mettre à disposition",
        "2026-08-22",
    ),
    reading="Aucun texte ne dresse la liste : zest la tire de ce qui interdit ou conditionne la mise à disposition.",
)
