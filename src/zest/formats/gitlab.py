"""GitLab's « Code Quality » report: a list of issues with the keys that its documentation requires."""

import json
from types import MappingProxyType

from zest.console.blocks import escaped
from zest.console.typography import french
from zest.findings import Severity
from zest.formats.told import Told, with_prints

LEVELS = MappingProxyType({Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"})


def render(told: Told) -> str:
    """Return the list; waived findings are left out, for GitLab has no way to tell them."""
    issues = [
        {
            "description": french(" ".join(part for part in (one.message, one.remedy) if part)),
            "check_name": f"{one.code} {one.name}",
            "fingerprint": print_,
            "severity": LEVELS[one.severity],
            # GitLab reads where it begins; Code Climate, whose form it is, requires where it ends as well.
            "location": {
                "path": one.place.file,
                "lines": dict.fromkeys(("begin", "end"), one.place.line or 1),
            },
        }
        for one, print_ in with_prints(told.standing)
    ]
    return escaped(json.dumps(issues, ensure_ascii=False, indent=2)) + "\n"
