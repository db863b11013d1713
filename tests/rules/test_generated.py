"""Every rule on dossiers that nobody wrote: it answers, the same twice, in French."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.findings import Finding, Severity
from zest.model.dossier import Dossier
from zest.plugins.assembly import core_rules
from zest.rule import NOT_ASKED, Case, Fault, Rule, Unknown
from zest.testing.samples import AS_OF, core_assembly, core_sample, findings_of
from zest.testing.strategies import commitments, days, dossiers, measures, missions, offers
from zest.validation import check
from zest.validation.subjects import subjects

RULES = pytest.mark.parametrize("rule", core_rules(), ids=lambda rule: rule.code)

SECTOR = core_assembly().catalogue.sectors["echantillon"]

KNOWN = st.lists(st.sampled_from([*SECTOR.tasks, "inconnue"]), max_size=3).map(tuple)
PROMISES = st.lists(commitments(key=st.sampled_from(["reponse", "propre"])), max_size=2).map(tuple)
OFFERS = offers(
    sector=st.sampled_from(["echantillon", "autre"]),
    jobs=st.lists(st.sampled_from([*SECTOR.jobs, "inconnu"]), max_size=2).map(tuple),
    agreements=st.lists(st.sampled_from([*SECTOR.agreements]), max_size=2).map(tuple),
    commitments=PROMISES,
)
MISSIONS = missions(job=st.sampled_from([*SECTOR.jobs, ""]), tasks=KNOWN)
MEASURES = measures(commitment=st.sampled_from(["reponse", "propre"]))


def lists(one: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    """Return a few objects, each with a key of its own where it has one."""
    return st.lists(one, max_size=3, unique_by=lambda o: getattr(o, "key", o)).map(tuple)


DOSSIERS = dossiers() | dossiers(offers=lists(OFFERS), missions=lists(MISSIONS), measures=lists(MEASURES))
"""Some of no sector at hand, some of the invented one."""


def findings(dossier: Dossier, day: dt.date) -> Iterator[Finding]:
    """Yield what the core finds."""
    yield from check(dossier, core_assembly().catalogue, day).findings


@given(DOSSIERS, days())
def test_no_rule_fails_on_any_day(dossier: Dossier, day: dt.date) -> None:
    """All of the catalogue answers, and a second time the same."""
    report = check(dossier, core_assembly().catalogue, day)

    assert [] == [f.message for f in report.findings if f.apparatus]
    assert report == check(dossier, core_assembly().catalogue, day)


@given(DOSSIERS)
def test_each_rule_answers_in_the_form_of_rules(dossier: Dossier) -> None:
    """What does not concern a subject is said alone; each answer stands below its subject and tells itself apart."""
    catalogue = core_assembly().catalogue
    case = Case(dossier=dossier, as_of=AS_OF, law=catalogue.law.on(AS_OF), sectors=catalogue.sectors)
    for subject in subjects(dossier):
        for rule in (one for one in core_rules() if one.on is type(subject.value)):
            answers = list(rule.check(subject.value, case))

            assert answers == [NOT_ASKED] or NOT_ASKED not in answers, rule.code
            told = [(a.at, a.about) for a in answers if isinstance(a, Fault | Unknown)]
            assert len(told) == len(answers) or answers == [NOT_ASKED], rule.code
            assert len(set(told)) == len(told), rule.code


@given(DOSSIERS)
def test_what_is_found_is_told_in_french(dossier: Dossier) -> None:
    """A sentence, a subject, an identity, a remedy, a text; and a text that nobody re-read never blocks."""
    for found in findings(dossier, AS_OF):
        assert re.match(r"[A-ZÀÂÉÈÊÎÔŒ«0-9]", found.message), found.message
        assert found.message.endswith((".", "?")), found.message
        assert found.subject
        assert found.identity
        assert found.remedy
        assert found.source
        assert found.verified or found.severity is not Severity.ERROR


@RULES
def test_its_bad_example_is_told_whole(rule: Rule) -> None:
    """Subject, identity, remedy, text and the day it was read; an error only after a text that was read."""
    for found in findings_of(rule, rule.bad, core_assembly(), core_sample()):
        words = re.sub(r"«[^»]*»", "", found.message)

        assert not re.search(
            r"\b(?:the|of|and|is|not|with|missing|unknown|lender|firm|hours|kind)\b", words
        ), words
        assert (rule.name, True) == (found.name, all(found.subject))
        assert found.identity
        assert found.remedy
        assert (rule.source.reference, rule.source.read_on) == (found.source, found.read_on)
        assert rule.source.may_block or found.severity is not Severity.ERROR
