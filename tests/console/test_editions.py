"""What a reader is told of figures that an edition changed."""

import datetime as dt
from typing import Any

import attrs

from zest.catalogue import Catalogue
from zest.console.envelopes import explain_envelope
from zest.console.explaining import explain_blocks
from zest.console.plain import plain
from zest.law import DatedValue
from zest.source import recalled
from zest.testing.samples import core_assembly


def changed() -> tuple[Any, Catalogue]:
    """Return a rule that reads a figure, and a catalogue in which an edition changed it from 2026 on."""
    catalogue = core_assembly().catalogue
    rule = catalogue.rules["Z106"]
    figure = catalogue.law.figures[rule.figures[0]]
    past = tuple(attrs.evolve(value, until=dt.date(2025, 12, 31)) for value in figure.values)
    new = DatedValue(value=3, since=dt.date(2026, 1, 1), source=recalled("Essai"))
    held = {figure.key: attrs.evolve(figure, values=(*past, new))}
    return rule, attrs.evolve(catalogue, overrides={"regional": held, "autre": {}})


def test_a_rule_tells_the_values_of_an_edition_after_the_sector_s() -> None:
    """Those that differ, and whose they are; the past is not said twice."""
    rule, catalogue = changed()
    told = plain(explain_blocks(rule, catalogue.law, (), catalogue.overrides)).replace("\u00a0", " ")
    after = told[told.index("Dans l'édition regional") :]

    assert "3  depuis le 1er janvier 2026" in after
    assert "jusqu'au 31 décembre 2025" not in told
    assert "autre" not in told


def test_a_program_is_told_the_same() -> None:
    """By slug of the edition; an edition that changes nothing of it is left out."""
    rule, catalogue = changed()
    payload = explain_envelope(rule, catalogue)

    assert ["regional"] == list(payload["editions"])
    assert 3 == payload["editions"]["regional"][0]["values"][-1]["value"]
