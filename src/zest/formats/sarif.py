"""SARIF 2.1.0: every result has a location and a fingerprint that no re-ordering of the file changes."""

import json
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

from zest.console.blocks import escaped
from zest.console.typography import french
from zest.console.words import GROUNDS
from zest.findings import Finding, Severity
from zest.formats.told import Told, with_prints
from zest.notices import Notice
from zest.rule import Rule
from zest.version import version

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
PRINT = "zestFingerprint/v1"
LEVELS = MappingProxyType({Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"})


def render(told: Told) -> str:
    """Return one log with one run; waived findings are there, as suppressed."""
    return escaped(json.dumps(_log(told), ensure_ascii=False, indent=2)) + "\n"


def _log(told: Told) -> dict[str, Any]:
    ranks = {code: rank for rank, code in enumerate(dict.fromkeys(one.code for one in told.findings))}
    driver = {
        "name": "zest",
        "organization": "COORACE",
        "version": version(),
        "language": "fr",
        "rules": list(_rules(ranks, told)),
    }
    run = {
        "tool": {"driver": driver},
        "automationDetails": {"id": "zest/"},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": not told.report.apparatus_failed, "exitCode": told.code}],
        "results": [_result(one, print_, ranks) for one, print_ in with_prints(told.findings)],
    }
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules(codes: Iterable[str], told: Told) -> Iterable[dict[str, Any]]:
    for code in codes:
        known = told.known(code)
        yield {"id": code} if known is None else _rule(known)


def _rule(known: Rule | Notice) -> dict[str, Any]:
    source = known.source.reference if isinstance(known, Rule) else "Contrat de zest"
    severity = known.capped if isinstance(known, Rule) else known.severity
    return {
        "id": known.code,
        "name": "".join(part.capitalize() for part in known.name.split("-")),
        "shortDescription": {"text": french(known.requirement)},
        "fullDescription": {"text": french(known.why)},
        "help": {"text": french(f"{known.remedy} D'après : {source}.")},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {"tags": [GROUNDS[known.ground]]},
    }


def _result(one: Finding, print_: str, ranks: dict[str, int]) -> dict[str, Any]:
    words = " ".join(part for part in (one.message, one.remedy) if part)
    made: dict[str, Any] = {
        "ruleId": one.code,
        "ruleIndex": ranks[one.code],
        "level": LEVELS[one.severity],
        "message": {"text": french(words)},
        "locations": [_location(one)],
        "partialFingerprints": {PRINT: print_},
    }
    if one.waiver is not None:
        made["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": french(one.waiver)}
        ]
    return made


def _location(one: Finding) -> dict[str, Any]:
    place = one.place
    region = {"startLine": place.line or 1, **({"startColumn": place.column} if place.column else {})}
    physical = {"artifactLocation": {"uri": uri(place.file)}, "region": region}
    logical = [{"fullyQualifiedName": " › ".join(one.subject), "kind": "object"}] if one.subject else []
    if place.sheet:
        logical.append({"fullyQualifiedName": place.cell, "kind": "cell"})
    return {"physicalLocation": physical, **({"logicalLocations": logical} if logical else {})}


def uri(file: str) -> str:
    """Return the address of a file: relative as given, or absolute with its scheme."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    # A colon is written %3A: before any slash, it would make of the first words a scheme.
    return quote(path.as_posix(), safe="/@")
