"""What every core rule owes its reader, whoever wrote it."""

import datetime as dt
import re
import sys
from pathlib import Path

import pytest

import zest.rules
from zest.findings import Severity, Verdict
from zest.notices import NOTICES
from zest.plugins.assembly import core_rules
from zest.rule import Rule
from zest.source import Status
from zest.testing.samples import AS_OF, core_assembly, core_sample, dossier_of, findings_of
from zest.validation import check

RULES = pytest.mark.parametrize("rule", core_rules(), ids=lambda rule: rule.code)

HUNDREDS = {
    "dossier": "0",
    "agreement": "0",
    "brand": "1",
    "commitments": "1",
    "lending": "2",
    "forbidden": "2",
    "ai": "3",
    "etti": "4",
    "contracts": "5",
    "people": "6",
    "state": "7",
    "market": "8",
    "outcomes": "9",
}


def file_of(rule: Rule) -> Path:
    """Return the file that declares a rule: the one module that holds it."""
    folder = Path(zest.rules.__path__[0])
    stem = rule.name.replace("-", "_")
    (found,) = folder.glob(f"*/{stem}.py")
    return found


def test_the_sound_sample_is_sound() -> None:
    """Every ground is asked and conforming, and nothing is found."""
    assembly = core_assembly()
    report = check(dossier_of(core_sample()), assembly.catalogue, AS_OF, apparatus=assembly.findings)

    assert () == report.findings
    assert {Verdict.CONFORMING} == {ground.verdict for ground in report.grounds}


@RULES
def test_its_good_example_is_silent(rule: Rule) -> None:
    """The changes of ``good`` keep the rule silent."""
    assert () == findings_of(rule, rule.good, core_assembly(), core_sample())


@RULES
def test_its_bad_example_speaks(rule: Rule) -> None:
    """The changes of ``bad`` make it speak, in its own name, and twice the same."""
    once = findings_of(rule, rule.bad, core_assembly(), core_sample())
    again = findings_of(rule, rule.bad, core_assembly(), core_sample())

    assert {rule.code} == {finding.code for finding in once}
    assert once == again
    assert all(finding.subject and finding.identity is not None for finding in once)


@RULES
def test_its_findings_are_french_sentences(rule: Rule) -> None:
    """A capital first, a full stop last, and nothing of Python in between."""
    for finding in findings_of(rule, rule.bad, core_assembly(), core_sample()):
        assert re.fullmatch(r"[A-ZÀÉÈÊÎÔ«0-9].*[.?]", finding.message, re.DOTALL), finding.message
        assert not re.search(r"\bNone\b|\bTrue\b|\bFalse\b|  ", finding.message), finding.message


@RULES
def test_it_tells_what_why_how_and_after_which_text(rule: Rule) -> None:
    """Each of the texts is a French sentence; a text that was read tells the day."""
    for words in (rule.requirement, rule.why, rule.remedy):
        assert re.fullmatch(r"[A-ZÀÉÈÊÎÔ«].*[.?…]", words, re.DOTALL), words
    assert rule.source.reference
    assert (rule.source.read_on is None) == (rule.source.status is Status.RECALLED)


@RULES
def test_an_unverified_text_never_blocks(rule: Rule) -> None:
    """Only a text read in its present wording may give an error."""
    blocks = rule.capped is Severity.ERROR

    assert not blocks or rule.source.status is Status.VERIFIED


@RULES
def test_it_stands_in_its_file_under_its_number(rule: Rule) -> None:
    """One rule a file, named after the fault; its hundreds are those of its body of requirements."""
    file = file_of(rule)

    assert f"def {rule.name.replace('-', '_')}(" in file.read_text("utf-8")
    assert HUNDREDS[file.parent.name] == rule.code[1]
    assert rule.code not in NOTICES


@RULES
def test_its_figures_exist_and_it_holds_no_number_of_law(rule: Rule) -> None:
    """Each figure it names is declared."""
    law = core_assembly().catalogue.law

    assert [] == [key for key in rule.figures if key not in law.figures]


@RULES
def test_it_survives_an_empty_dossier_and_any_day(rule: Rule) -> None:
    """It answers, whatever is missing, on the first day of the calendar as on the last."""
    for day in (dt.date.min, dt.date(2014, 6, 18), dt.date.max - dt.timedelta(days=4000)):
        assembly = core_assembly()
        report = check(dossier_of({}), assembly.catalogue, day)

        assert not report.apparatus_failed


def test_every_rule_file_is_loaded() -> None:
    """No file is left aside: as many rules as files."""
    files = [f for f in Path(zest.rules.__path__[0]).glob("*/*.py") if f.name != "__init__.py"]

    assert len(files) == len(core_rules())
    assert "zest.rules" in sys.modules
