"""Planned follow-ups are done."""

import narwhals as nw

from zest.indicators.expressions import due
from zest.indicators.indicator import Indicator
from zest.indicators.material import Expr, Row
from zest.indicators.terms import Terms
from zest.source import verified


def _cases(terms: Terms) -> Expr:
    return due("prevu_le", terms) & ~nw.col("structure").is_null()


def _passed(terms: Terms) -> Expr:
    done = nw.col("fait_le") <= nw.lit(terms.as_of)
    if terms.threshold is not None:
        done = done & (nw.col("fait_le") <= nw.col("prevu_le").dt.offset_by(f"{round(terms.threshold)}d"))
    return done.fill_null(nw.lit(value=False))


def _words(row: Row) -> str:
    done = f"fait le {row['fait_le']:%d/%m/%Y}" if row["fait_le"] else "non fait"
    return f"mission {row['id_mission']}, suivi prévu le {row['prevu_le']:%d/%m/%Y}, {done}"


FOLLOW_UP_DONE = Indicator(
    slug="follow-up-done",
    label="suivis prévus et faits",
    sentence="Un suivi est tenu quand il a été fait ; s'il y a un seuil, quand il l'a été au plus tant de jours après "
    "la date prévue.",
    unit="points de suivi",
    threshold_unit="jours",
    table="suivis",
    others=("missions",),
    columns=("fait_le",),
    cases=_cases,
    passed=_passed,
    shown=("id_mission", "prevu_le", "fait_le"),
    words=_words,
    source=verified(
        "COORACE, atelier ZEST, juin 2014, Midi-Pyrénées : « suivi de mission régulier et planifié »",
        "2026-11-23",
    ),
    reading="Un suivi prévu après le jour de la mesure n'est pas encore dû.",
)
