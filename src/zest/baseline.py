"""Findings that are known already, so that only new ones are told: a file that is kept beside the dossier.

A baseline hides nothing of the verdict: it says what is new since a day. A breakdown of zest itself is never in it.
"""

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from zest.errors import UnreadableFileError
from zest.findings import Finding
from zest.report import Report

SCHEMA = "zest-baseline/1"


@attrs.frozen(kw_only=True)
class Compared:
    """A report without what was known.

    Attributes:
        report: the same verdict, the findings that are new.
        known: number of findings that the baseline holds.
        gone: number of findings of the baseline that are no longer found.
    """

    report: Report
    known: int
    gone: int


def to_baseline(report: Report) -> str:
    """Return the findings of a report as a text, the same for the same findings in any order."""
    kept = Counter(one.fingerprint for one in report.findings if _counts(one))
    words = {one.fingerprint: f"{one.code} {' › '.join(one.subject)}".strip() for one in report.findings}
    found = {key: {"count": kept[key], "what": words[key]} for key in sorted(kept)}
    return json.dumps({"schema": SCHEMA, "findings": found}, ensure_ascii=False, indent=2) + "\n"


def read_baseline(file: Path) -> Mapping[str, int]:
    """Return how many findings of each fingerprint are known.

    Raises:
        UnreadableFileError: the file is absent, or no baseline.
    """
    try:
        raw: Any = json.loads(file.read_bytes())
        if raw["schema"] != SCHEMA:
            raise ValueError(raw["schema"])  # noqa: TRY301  # refused in the same words
        return {str(key): int(one["count"]) for key, one in raw["findings"].items()}
    except FileNotFoundError:
        raise UnreadableFileError(
            f"La référence « {file.as_posix()} » n'existe pas ; écrivez-la avec « --write-baseline »."
        ) from None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise UnreadableFileError(
            f"« {file.as_posix()} » n'est pas une référence de constats ; refaites-la avec « --write-baseline »."
        ) from None


def without_known(report: Report, known: Mapping[str, int]) -> Compared:
    """Return a report without the findings that are known, as many of each as the baseline holds."""
    left = Counter(known)
    fresh: list[Finding] = []
    for one in report.findings:
        if _counts(one) and left[one.fingerprint] > 0:
            left[one.fingerprint] -= 1
        else:
            fresh.append(one)
    told = len(report.findings) - len(fresh)
    return Compared(
        report=attrs.evolve(report, findings=tuple(fresh)),
        known=told,
        gone=sum(n for n in left.values() if n > 0),
    )


def _counts(one: Finding) -> bool:
    return one.waiver is None and not one.apparatus
