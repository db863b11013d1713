"""Answers in each format, checked by readers that are not ours."""

import datetime as dt
from collections.abc import Callable

import attrs
import pytest

from zest.checking import check
from zest.findings import Finding, Ground, Place, Severity
from zest.formats import Told
from zest.model.dossier import Collective, Dossier
from zest.plugins.assembly import assemble

Run = Callable[..., tuple[int, str, str]]

NASTY = "=cmd|' /C calc'!A0\n| ` <b> %0A::error:: [x](javascript:1) @quelqu'un #1 ]]> \x1b"
"""What no format may take for its own."""


@pytest.fixture
def told() -> Told:
    """An answer of every kind: nasty words, no file, a cell, a waiver, two of one fingerprint, an unknown code."""
    one = Finding(
        code="Z101",
        name="a",
        severity=Severity.ERROR,
        ground=Ground.LAW,
        message=NASTY,
        subject=("C", NASTY),
        identity=("structures", "a"),
        remedy="Corrigez.",
        source="Code",
        read_on=dt.date(2026, 8, 22),
    )
    findings = (
        one,
        attrs.evolve(
            one, severity=Severity.WARNING, place=Place(file="a/b c.xlsx", line=7, column=30, sheet="Offres")
        ),
        attrs.evolve(one, code="Z002", waiver="accepté", place=Place(file="zest.toml", line=3)),
        attrs.evolve(one, code="X999", severity=Severity.INFO, remedy="", subject=()),
        attrs.evolve(one, code="Z022", apparatus=True, ground=Ground.BRAND),
    )
    dossier = Dossier(collective=Collective(name="C"))
    report = check(dossier, as_of=dt.date(2026, 1, 1), assembly=assemble(()))
    made = attrs.evolve(report, findings=findings)
    return Told(report=made, main="dossier/zest.toml", rules=assemble(()).catalogue.rules, code=1)
