"""French words and marks: how every value of a report is said. A mark never stands without its word."""

from zest.findings import Ground, Severity, Verdict
from zest.report import Mark, Standing

GROUNDS = {
    Ground.LAW: "Droit",
    Ground.BRAND: "Marque",
    Ground.COMMITMENTS: "Engagements",
    Ground.AGREEMENT: "Convention collective et sécurité",
    Ground.PRACTICE: "Pratique",
}
VERDICTS = {
    Verdict.CONFORMING: ("✓", "conforme", "good"),
    Verdict.NOT_CHECKED: ("?", "non vérifié", "doubt"),
    Verdict.NOT_CONFORMING: ("✗", "non conforme", "bad"),
}
SEVERITIES = {
    Severity.ERROR: ("✗", "erreur", "bad"),
    Severity.WARNING: ("!", "avertissement", "doubt"),
    Severity.INFO: ("i", "information", "note"),
}
MARKS = {
    Mark.MISSING: ("✗", "manque", "bad"),
    Mark.UNKNOWN: ("?", "non dit", "doubt"),
    Mark.WAIVED: ("~", "dérogation", "note"),
    Mark.MET: ("✓", "tenu", "good"),
    Mark.NOT_ASKED: ("–", "sans objet", "dim"),
}
"""Worst first."""
STANDINGS = {
    Standing.BROKEN: ("✗", "rompu", "bad"),
    Standing.AT_RISK: ("!", "à risque", "doubt"),
    Standing.NOT_MEASURED: ("?", "non mesuré", "doubt"),
    Standing.KEPT: ("✓", "tenu", "good"),
}
"""Worst first."""
