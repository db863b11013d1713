"""What every format is made from: the report, the file that a finding without one belongs to, and the rules."""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping

import attrs

from zest.findings import Finding, Place, Severity
from zest.notices import NOTICES, Notice
from zest.report import Report
from zest.rule import Rule


@attrs.frozen(kw_only=True)
class Told:
    """What a check answered.

    Attributes:
        report: the answer.
        main: main file of the dossier, as the user gave it; a finding that has no file is placed there.
        rules: the rules that judged, by code.
        fail_on: the lightest severity that counts as a failure; ``None`` for none.
        code: exit code of the command.
    """

    report: Report
    main: str
    rules: Mapping[str, Rule]
    fail_on: Severity | None = Severity.ERROR
    code: int = 0

    @functools.cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, waived ones included, each with a place."""
        return tuple(self._placed(one) for one in self.report.findings)

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Findings that no waiver covers, each with a place."""
        return tuple(one for one in self.findings if one.waiver is None)

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the command fail at the chosen threshold."""
        return (
            self.fail_on is not None and finding.waiver is None and finding.severity.rank >= self.fail_on.rank
        )

    def known(self, code: str) -> Rule | Notice | None:
        """Return the rule or the notice of a code; ``None`` for a code that nobody declares any more."""
        return self.rules.get(code) or NOTICES.get(code)

    def _placed(self, finding: Finding) -> Finding:
        return finding if finding.place.file else attrs.evolve(finding, place=Place(file=self.main))


def with_prints(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, str]]:
    """Yield each finding with a fingerprint of its own: the second of two that share one is numbered."""
    seen: Counter[str] = Counter()
    for one in findings:
        seen[one.fingerprint] += 1
        rank = seen[one.fingerprint]
        yield one, one.fingerprint if rank == 1 else f"{one.fingerprint}-{rank}"


def one_line(words: str) -> str:
    """Return words on one line."""
    return " ".join(words.split())
