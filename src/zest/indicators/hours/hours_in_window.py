"""Hours of one employee of an AI at firms, against the cap of its window."""

from collections.abc import Callable

import narwhals as nw

from zest.indicators.expressions import among, due
from zest.indicators.hours.windows import KEPT, parts
from zest.indicators.indicator import Indicator
from zest.indicators.material import SUSPECT, Expr, Frame, Material, Row
from zest.indicators.terms import Asked, Lifting, Terms
from zest.source import verified

CAP, LENGTH = "ai.hours-cap", "ai.hours-window"
"""Keys of the two figures: hours, months."""

BITS = 5e-7
"""A tenth of an hour is no whole number of bits: 4 × 120.1 must not exceed 480.4."""


def _counted(terms: Terms) -> Expr:
    """Whether the hours of a lending count: an AI lends, to a firm, under no derogation."""
    firm = (nw.col("type_client") == "entreprise").fill_null(nw.lit(value=False))
    return among("structure", terms.of_kind("AI")) & firm & ~_lifted(terms)


def _lifted(terms: Terms) -> Expr:
    """Whether a derogation lifts the cap over all the days of a lending."""
    return _under(terms, lambda one: (nw.col("debut") >= one.start) & (_last(terms) <= one.end))


def _touched(terms: Terms) -> Expr:
    """Whether a derogation lifts the cap over some day of a lending."""
    return _under(terms, lambda one: (nw.col("debut") <= one.end) & (_last(terms) >= one.start))


def _under(terms: Terms, when: Callable[[Lifting], Expr]) -> Expr:
    lifted, place = nw.lit(value=False), nw.col("departement")
    for one in terms.liftings:
        there = place.is_null() if one.department is None else place == one.department
        whose = (nw.col("structure") == one.structure) & there.fill_null(nw.lit(value=False))
        lifted = lifted | (whose & when(one))
    return lifted


def _told(terms: Terms) -> Expr:
    """Whether one can say on which side of the cap a lending is; of one lifted on some of its days, nobody can."""
    known = ~nw.col("type_client").is_null() & ~nw.col("heures").is_null()
    return known & ~(_touched(terms) & ~_lifted(terms))


def _last(terms: Terms) -> Expr:
    """Return the last day of a lending; one that tells none may last until the day of the measure."""
    return nw.max_horizontal(nw.col("debut"), nw.col("fin").fill_null(nw.lit(terms.as_of)))


def _cases(terms: Terms) -> Expr:
    """Whether the cap is asked of a lending; of a client whose kind is not told, nobody knows."""
    known = nw.col("debut") >= nw.lit(max(terms.figure(CAP).since, terms.figure(LENGTH).since))
    capped = _counted(terms) | (nw.col("type_client").is_null() & among("structure", terms.of_kind("AI")))
    return due("debut", terms) & known & capped


def _passed(terms: Terms) -> Expr:
    return nw.when(_told(terms)).then(nw.lit(value=True))


def _over(material: Material, terms: Terms) -> Frame:
    """Return where the lendings are that find the cap passed, their own hours included."""
    cap, months = terms.figure(CAP).value, round(terms.figure(LENGTH).value)
    rows = material.share("hours-rows", lambda: _heavy(material, terms, cap))
    told = parts(material, rows, months, terms, "hours-starts").filter(nw.col("_part") > 0)
    order = ["debut", "_fichier", "_ligne"]
    summed = told.with_columns(_total=nw.col("_part").cum_sum().over("_salarie", "_rang", order_by=order))
    over = summed.filter(nw.col("_total") > cap + BITS)
    worst = over.group_by("_fichier", "_ligne", "debut").agg(nw.col("_total").max())
    return material.share("hours-over", lambda: worst)


def _suspects(material: Material, terms: Terms) -> tuple[Expr, Frame]:
    return nw.col("_ligne"), _over(material, terms).select(nw.col("_ligne").alias(SUSPECT))


def _failing(material: Material, terms: Terms, missions: Frame) -> Frame:
    judged = missions.filter(_cases(terms) & _told(terms))
    return judged.join(_over(material, terms), on=["_fichier", "_ligne", "debut"], how="inner")


def _heavy(material: Material, terms: Terms, cap: float) -> Frame:
    """Return the lendings of the employees whose counted hours, in all, pass the cap: the others cannot."""
    heures = nw.when(_counted(terms)).then(nw.col("heures").fill_null(0.0)).otherwise(nw.lit(0.0))
    lent = material.table("missions").filter(among("structure", terms.of_kind("AI")))
    rows = lent.select("_salarie", "_fichier", "_ligne", "debut", _dernier=_last(terms), _heures=heures)
    sums = rows.group_by("_salarie").agg(_somme=nw.col("_heures").sum()).filter(nw.col("_somme") > cap)
    # The few first: an engine may otherwise hold the many to join them.
    heavy = material.share("hours-heavy", lambda: sums.select("_salarie"))
    return rows.join(heavy, on="_salarie", how="semi").select(*KEPT)


def _words(row: Row) -> str:
    total = f"{row['_total']:.10g}".replace(".", ",")
    return f"{row['salarie']}, {total} h en entreprise cette mission comprise"


HOURS_IN_WINDOW = Indicator(
    slug="hours-in-window",
    label="heures en entreprise sous le plafond",
    sentence="Une mission d'une association intermédiaire en entreprise est tenue quand les heures du salarié, elle "
    "comprise, restent sous le plafond de la période ouverte par sa première mise à disposition.",
    unit="missions en entreprise",
    table="missions",
    columns=("heures", "type_client"),
    asks=(Asked.KINDS,),
    figures=(CAP, LENGTH),
    cases=_cases,
    passed=_passed,
    suspects=_suspects,
    failing=_failing,
    reads=("debut", "fin", "heures", "type_client", "departement"),
    shown=("salarie", "_total"),
    words=_words,
    source=verified("Code du travail, art. L5132-9 2° et R5132-18 2°", "2026-08-22", "juriblio.fr"),
    reading="La période part de la première mise à disposition chez quelque client que ce soit, et ne glisse pas ; la "
    "suivante part du premier jour travaillé d'après. Une dérogation du préfet lève le plafond, et ses heures ne "
    "comptent pas ici ; d'une mission qu'elle ne couvre qu'en partie, on ne sait pas.",
)
