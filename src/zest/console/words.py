"""French words and marks: how every value of a report is said. A mark never stands without its word."""

from types import MappingProxyType

from zest.findings import Ground, Severity, Verdict
from zest.report import Mark, Standing

GROUNDS = MappingProxyType({
    Ground.LAW: "Droit",
    Ground.BRAND: "Marque",
    Ground.COMMITMENTS: "Engagements",
    Ground.AGREEMENT: "Convention collective et sécurité",
    Ground.PRACTICE: "Pratique",
})  # fmt: skip
VERDICTS = MappingProxyType({
    Verdict.CONFORMING: ("✓", "conforme", "good"),
    Verdict.NOT_CHECKED: ("?", "non vérifié", "doubt"),
    Verdict.NOT_CONFORMING: ("✗", "non conforme", "bad"),
})  # fmt: skip
SEVERITIES = MappingProxyType({
    Severity.ERROR: ("✗", "erreur", "bad"),
    Severity.WARNING: ("!", "avertissement", "doubt"),
    Severity.INFO: ("i", "information", "note"),
})  # fmt: skip
MARKS = MappingProxyType({
    Mark.MISSING: ("✗", "manque", "bad"),
    Mark.UNKNOWN: ("?", "non dit", "doubt"),
    Mark.WAIVED: ("~", "dérogation", "note"),
    Mark.MET: ("✓", "tenu", "good"),
    Mark.NOT_ASKED: ("–", "sans objet", "dim"),
})  # fmt: skip
"""Worst first."""
STANDINGS = MappingProxyType({
    Standing.BROKEN: ("✗", "rompu", "bad"),
    Standing.AT_RISK: ("!", "à risque", "doubt"),
    Standing.NOT_MEASURED: ("?", "non mesuré", "doubt"),
    Standing.KEPT: ("✓", "tenu", "good"),
})  # fmt: skip
"""Worst first."""
