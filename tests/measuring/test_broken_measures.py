"""A measure of a plugin that breaks takes no other with it, and says whose it is."""

import time
from collections.abc import Callable
from typing import Any, NoReturn

import attrs
import pytest

pytest.importorskip("polars")
pytest.importorskip("narwhals")

import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.measurement import Measurement
from zest.plugins import containment
from zest.plugins.measure_calls import signed_measure
from zest.plugins.origin import Origin
from zest.source import interpretation
from zest.testing.records import ask, measured, terms_for

ORIGIN = Origin(slug="essai", module="zest_essai", named=lambda: ("zest-essai", "1.2.0"))
OWN = Indicator(
    slug="essai-hours-enough",
    label="missions de deux heures au moins",
    sentence="Une mission est tenue quand elle dure deux heures au moins.",
    unit="missions",
    table="missions",
    cases=lambda _: ~nw.col("heures").is_null(),
    passed=lambda _: nw.col("heures") >= 2,
    shown=("heures",),
    words=lambda row: f"{row['heures']} h",
    source=interpretation("Secteur d'essai", "2026-11-23"),
)


def raising(error: BaseException) -> Callable[[Any], NoReturn]:
    """Return what raises when it is called."""

    def call(_: Any) -> NoReturn:
        raise error

    return call


def told_by(**broken: Any) -> Measurement:
    """Measure one mission too short with the plugin's measure, changed, and with one of the core's."""
    mine = signed_measure(attrs.evolve(OWN, **broken), ORIGIN)
    terms = terms_for()
    mission = {
        "id_mission": "M1",
        "structure": "ai",
        "client": "h",
        "salarie": "s",
        "debut": terms.as_of,
        "fin": terms.as_of,
    }
    asked = [ask(OWN.slug, terms, [mine]), ask("incident-free", terms)]
    return measured({"missions": [{**mission, "heures": 1.0, "incidents": 0}]}, asked, terms)


def test_a_sound_measure_answers_in_its_own_words() -> None:
    """What contains it changes nothing of what it says."""
    [mine, _] = told_by().promises

    assert (0, 1, ["1.0 h"]) == (mine.overall.kept, mine.overall.cases, [row.words for row in mine.rows])


@pytest.mark.parametrize(
    "broken,cause",
    [
        ({"passed": raising(KeyError("heures"))}, "KeyError : 'heures'"),
        ({"cases": raising(SystemExit(0))}, "elle a voulu arrêter le programme (SystemExit)"),
        ({"grain": lambda material, _: material.rien}, "AttributeError : 'Rows' object has no attribute"),
        ({"passed": lambda _: nw.col("duree") >= 2}, "duree"),
        ({"passed": lambda _: nw.col("structure").dt.year() > 0}, "year"),
    ],
    ids=["raises", "exits", "grain", "no-such-column", "wrong-type"],
)
def test_a_broken_measure_is_not_measured_and_says_why(broken: dict[str, Any], cause: str) -> None:
    """Its promise names plugin, version and cause; the core's measure is there all the same."""
    [mine, core] = told_by(**broken).promises

    assert mine.reason.startswith("La mesure « essai-hours-enough » de zest-essai 1.2.0 est en panne (")
    assert cause in mine.reason
    assert (1, 1) == (core.overall.kept, core.overall.cases)


def test_a_measure_that_hangs_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """As a rule would be."""
    monkeypatch.setattr(containment, "LIMIT", 0.05)

    [mine, _] = told_by(passed=lambda _: time.sleep(5)).promises

    assert "elle n'a pas répondu en" in mine.reason


def test_words_that_stumble_leave_the_figures() -> None:
    """The row is told without them."""
    [mine, _] = told_by(words=raising(ZeroDivisionError("division by zero"))).promises

    assert (0, 1) == (mine.overall.kept, mine.overall.cases)
    assert ["la mesure n'a pas su le dire (ZeroDivisionError : division by zero)"] == [
        r.words for r in mine.rows
    ]
