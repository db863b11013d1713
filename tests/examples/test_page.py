"""The page of the examples tells the truth."""

import re
from collections.abc import Callable
from pathlib import Path

from zest.report import Report, exit_code

LINE = re.compile(r"^zest check examples/(\S+) --as-of (\S+) +# (\d) : (.+)$", re.MULTILINE)
WORDS = {"conforming": "conforme", "not-conforming": "non conforme", "not-checked": "non vérifié"}


def test_each_command_gives_the_verdict_and_the_exit_code_that_the_page_shows(
    root: Path, judge: Callable[[str, str], Report]
) -> None:
    """One line for each example, and none forgotten."""
    told = LINE.findall((root / "examples/README.md").read_text("utf-8"))
    reports = {name: judge(name, day) for name, day, _, _ in told}

    assert {folder.name for folder in (root / "examples").iterdir() if folder.is_dir()} == set(reports)
    assert [(code, words) for _, _, code, words in told] == [
        (str(exit_code(report)), WORDS[report.verdict]) for report in reports.values()
    ]
