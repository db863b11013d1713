"""The engine: verdicts, waivers, skipped rules, tables; pure and repeatable."""

import datetime as dt
import itertools
import random
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from zest.catalogue import Catalogue
from zest.findings import Finding, Ground, Severity, Verdict
from zest.model.dossier import Dossier
from zest.model.structure import Structure
from zest.notices import NOTICES
from zest.report import Mark, Report, Standing, exit_code
from zest.rule import Answer, Case, Fault, Rule, Unknown
from zest.source import Source, as_in_2015, recalled, verified
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of
from zest.validation import check

READ = verified("Texte lu", "2026-11-23")


def judged(changes: Mapping[str, Any] | None = None, day: dt.date = AS_OF) -> Report:
    """Check the sound sample with changes."""
    return check(dossier_of(changed(core_sample(), changes or {})), core_assembly().catalogue, day)


def verdict_of(report: Report, ground: Ground) -> Verdict:
    """Return the verdict of one ground."""
    return next(one.verdict for one in report.grounds if one.ground is ground)


def only(*rules: Rule) -> Catalogue:
    """Return a catalogue of those rules beside the core's figures."""
    return attrs.evolve(core_assembly().catalogue, rules={rule.code: rule for rule in rules})


def made(*answers: Answer, severity: Severity = Severity.ERROR, source: Source = READ) -> Rule:
    """Return a rule that gives those answers of the whole dossier, in the name of practice."""
    return Rule(
        code="Z999",
        name="essai",
        on=Dossier,
        ground=Ground.PRACTICE,
        severity=severity,
        requirement="Un essai.",
        why="Un essai.",
        remedy="Un essai.",
        source=source,
        check=lambda _subject, _case: iter(answers),
        bad={"x": 1},
    )


@pytest.mark.parametrize(
    "rule,expected",
    [
        (made(), Verdict.CONFORMING),
        (made("Faux."), Verdict.NOT_CONFORMING),
        (made(Unknown("Non dit.")), Verdict.NOT_CHECKED),
        (made("Faux.", Unknown("Non dit.")), Verdict.NOT_CONFORMING),
        (made("Faux.", severity=Severity.WARNING), Verdict.CONFORMING),
        (made(Fault("Léger.", severity=Severity.INFO)), Verdict.CONFORMING),
        (made("Faux.", source=as_in_2015("Vieux texte")), Verdict.NOT_CHECKED),
        (made("Faux.", source=recalled("De mémoire")), Verdict.NOT_CHECKED),
        (made(source=recalled("De mémoire")), Verdict.CONFORMING),
    ],
)
def test_the_verdict_of_a_ground(rule: Rule, expected: Verdict) -> None:
    """An error blocks; what is not told, or rests on a text nobody re-read, is never green."""
    assert expected == verdict_of(check(Dossier(), only(rule), AS_OF), Ground.PRACTICE)


def test_a_ground_that_nobody_asked_about_is_not_checked() -> None:
    """No question is not an answer."""
    report = check(Dossier(), only(made()), AS_OF)

    assert Verdict.NOT_CHECKED is verdict_of(report, Ground.LAW)
    assert Verdict.NOT_CHECKED is report.verdict


def test_a_fault_is_never_graver_than_its_rule() -> None:
    """A rule of the level of warnings gives no error, whatever its function says."""
    report = check(
        Dossier(), only(made(Fault("Faux.", severity=Severity.ERROR), severity=Severity.WARNING)), AS_OF
    )

    assert [Severity.WARNING] == [f.severity for f in report.findings]


@pytest.mark.parametrize("error", [ZeroDivisionError("0"), SystemExit(0), RecursionError()])
def test_a_rule_that_crashes_is_told_and_checks_nothing(error: BaseException) -> None:
    """The check goes on; the ground is not checked; the exit code is that of what could not be checked."""

    def crash(_subject: Any, _case: Case) -> Any:
        raise error

    report = check(Dossier(), only(attrs.evolve(made(), check=crash)), AS_OF)

    assert ["Z024"] == [f.code for f in report.findings]
    assert Verdict.NOT_CHECKED is verdict_of(report, Ground.PRACTICE)
    assert report.apparatus_failed
    assert 3 == exit_code(report)


def test_a_rule_out_of_its_days_is_skipped_and_said() -> None:
    """A text of 2020 does not judge 2014, nor a text that ended in 2010."""
    for rule in (
        attrs.evolve(made("Faux."), since=dt.date(2020, 1, 1)),
        attrs.evolve(made("Faux."), until=dt.date(2010, 1, 1)),
    ):
        report = check(Dossier(), only(rule), dt.date(2014, 6, 18))

        assert ((), ["Z999"]) == (report.findings, [s.code for s in report.skipped])


def test_a_rule_whose_figure_is_not_in_force_is_skipped() -> None:
    """The meetings of 2010 are not judged by the method of 2011."""
    report = judged({}, dt.date(2010, 1, 1))

    assert {"Z109"} <= {s.code for s in report.skipped}


def test_a_loading_fault_leaves_no_ground_green() -> None:
    """What could not be read could have held a fault in any ground."""
    fault = NOTICES["Z004"].finding("Mal formé.")
    dossier = attrs.evolve(dossier_of(core_sample()), faults=(fault,))
    report = check(dossier, core_assembly().catalogue, AS_OF)

    assert Verdict.NOT_CONFORMING is verdict_of(report, Ground.PRACTICE)
    assert {Verdict.NOT_CHECKED} == {g.verdict for g in report.grounds if g.ground is not Ground.PRACTICE}
    assert 1 == exit_code(report)


def test_two_runs_and_two_threads_say_the_same() -> None:
    """Pure: the same arguments, the same report."""
    with ThreadPoolExecutor(2) as pool:
        one, two = pool.map(lambda _: judged({"offers.0.territory": None}), range(2))

    assert one == two == judged({"offers.0.territory": None})
    assert repr(one) == repr(two)


# Changes that each plant one fault, and the code that must come of it.
HOTEL = {"key": "hotel", "kind": "firm", "department": "14", "idcc": "9998", "siae_or_ea": False}

# A mission of an ETTI in the last days of the experiment, sound but for its lender.
BRIDGE: Mapping[str, Any] = {
    "structures.1.guarantee.start": "2025-01-01",
    "missions.0.bridge": True,
    "missions.0.start": "2025-12-08",
    "missions.0.end": "2025-12-12",
    "missions.0.declared_at": "2025-12-05T10:00:00",
    "missions.0.starts_at": "2025-12-08T08:00:00",
    "missions.0.welcomed_on": "2025-12-08",
    "missions.0.medical_visit_on": "2025-12-12",
    "missions.0.lending_contract.established_on": "2025-12-05",
    "missions.0.work_contract.sent_on": "2025-12-08",
    "missions.0.work_contract.start": "2025-12-08",
    "missions.0.work_contract.end": "2025-12-12",
}

FAULTS: list[tuple[Mapping[str, Any], str]] = [
    ({"clients": [HOTEL, {"key": "hotel"}]}, "Z042"),
    ({"experiences.0.structure": "personne"}, "Z043"),
    ({"structures.0.siret": "10000000900109"}, "Z045"),
    ({"measures.0.kept": 41}, "Z046"),
    ({"missions.0.hours": -1}, "Z047"),
    ({"loans.0.end": "2026-03-01"}, "Z048"),
    ({"offers.0.agreements": ["9997"]}, "Z061"),
    ({"offers.0.jobs": ["essayeuse"]}, "Z062"),
    ({"missions.0.tasks": ["voltige"]}, "Z063"),
    ({"journey.entry": {"done": False}}, "Z101"),
    ({"trainings.0.attendances.0.people": 0}, "Z102"),
    ({"structures.0.brand_convention.signed": False}, "Z103"),
    ({"offers.0.territory": None}, "Z104"),
    ({"meetings.0.held_on": "2025-10-01"}, "Z109"),
    ({"trainings.1.start": "2026-09-01"}, "Z110"),
    ({"structures.0.coorace_member": False}, "Z111"),
    ({"journey.steps.0.done_on": "2026-09-01"}, "Z112"),
    ({"offers.0.kind": "service"}, "Z202"),
    ({"structures.1.exclusive": False}, "Z205"),
    ({"structures.1.guarantee.end": "2026-04-01"}, "Z206"),
    (BRIDGE, "Z208"),
    ({"loans.0.written": False}, "Z209"),
    ({"offers.0.clients": ["firm", "private-person"]}, "Z219"),
    ({"missions.0.lending_contract.workers": 2}, "Z504"),
    ({"missions.0.protection_paid_by": "employee"}, "Z525"),
    ({"missions.0.pass_suspended": True}, "Z608"),
    ({"structures.1.state_conventions.0.end": "2029-12-31"}, "Z701"),
    ({"experiences.0.quotes.0.consent": None}, "Z811"),
]
# A service offer is no lending offer: what only binds lenders falls silent beside it.
SILENCED = {"Z202": {"Z219"}}


@given(st.sets(st.integers(0, len(FAULTS) - 1)))
def test_n_planted_faults_give_exactly_n_findings(planted: set[int]) -> None:
    """Any subset of independent faults is found, each once, and nothing else."""
    codes = {FAULTS[i][1] for i in planted}
    gone = set(itertools.chain.from_iterable(SILENCED.get(code, ()) for code in codes))
    changes = {path: value for i in sorted(planted) for path, value in FAULTS[i][0].items()}

    # One mission: what is wrong of an offer is wrong of each of its missions.
    assert sorted(codes - gone) == sorted(f.code for f in judged({"missions.1": None, **changes}).findings)


def test_fingerprints_outlive_a_re_ordered_file() -> None:
    """They rest on keys, never on ranks."""
    sample = changed(core_sample(), {"structures.0.coorace_member": False, "structures.1.exclusive": False})
    turned = {**sample, "structures": sample["structures"][::-1]}
    before, after = (check(dossier_of(s), core_assembly().catalogue, AS_OF) for s in (sample, turned))

    assert {f.fingerprint for f in before.findings} == {f.fingerprint for f in after.findings}
    assert 2 == len({f.fingerprint for f in before.findings})


WAIVER = {
    "rule": "Z111",
    "subject": "ai",
    "reason": "Adhésion en cours",
    "owner": "COORACE",
    "until": "2026-12-31",
}


@pytest.mark.parametrize(
    "waiver,expected",
    [
        (WAIVER, []),
        ({**WAIVER, "rule": "structure-not-member"}, []),
        ({**WAIVER, "subject": ""}, []),
        ({**WAIVER, "subject": "Bocage Emploi"}, []),
        ({**WAIVER, "until": "2026-04-20"}, []),
        ({**WAIVER, "subject": "etti"}, ["Z033", "Z111"]),
        ({**WAIVER, "rule": "Z106"}, ["Z033", "Z111"]),
        ({**WAIVER, "until": "2026-04-19"}, ["Z032", "Z111"]),
        ({**WAIVER, "reason": ""}, ["Z031", "Z111"]),
        ({"rule": "Z111"}, ["Z031", "Z111"]),
    ],
)
def test_waiver(waiver: Mapping[str, Any], expected: list[str]) -> None:
    """It covers with a reason, an owner and a day to come; else it covers nothing and is itself a finding."""
    report = judged({"structures.0.coorace_member": False, "waivers": [waiver]})

    assert expected == sorted(f.code for f in report.standing_findings)


def test_a_waived_error_no_longer_blocks_and_a_waived_unknown_is_still_unknown() -> None:
    """One answers for a fault; nobody can answer for what is not told."""
    waivers = [{**WAIVER, "rule": "Z103"}]
    fault = judged({"structures.0.brand_convention": {"signed": False}, "waivers": waivers})
    unknown = judged({"structures.0.brand_convention": None, "waivers": waivers})

    assert Verdict.CONFORMING is verdict_of(fault, Ground.BRAND)
    assert Mark.WAIVED is fault.structures[0].marks[2]
    assert Verdict.NOT_CHECKED is verdict_of(unknown, Ground.BRAND)


def test_the_table_of_structures_says_each_mark() -> None:
    """Met, missing, unknown; and not asked where the condition does not concern the structure."""
    report = judged(
        {
            "structures.0.brand_convention": None,
            "structures.1.state_conventions": [],
            "trainings.0.attendances.0.people": 0,
        }
    )
    lines = {line.key: dict(zip(report.columns, line.marks, strict=True)) for line in report.structures}

    assert (Mark.MET, Mark.MISSING, Mark.UNKNOWN, Mark.MET) == tuple(lines["ai"].values())
    assert Mark.MISSING is lines["etti"]["Convention État"]
    assert Mark.NOT_ASKED is judged({"structures.0.kind": "GEIQ"}).structures[0].marks[3]
    assert Mark.UNKNOWN is judged({"structures.0.kind": None}).structures[0].marks[3]


@pytest.mark.parametrize("kept,cases", [(41, 40), (-1, 40)])
def test_an_impossible_measure_is_no_measure(kept: int, cases: int) -> None:
    """More kept than cases is never green, in the table or in the verdict, and is reported once."""
    report = judged({"measures.0.kept": kept, "measures.0.cases": cases})

    assert ["Z046"] == [finding.code for finding in report.findings]
    assert Verdict.NOT_CONFORMING is verdict_of(report, Ground.COMMITMENTS)
    assert Standing.NOT_MEASURED is report.commitments[0].overall.standing
    assert 0 == report.commitments[0].overall.cases


def test_a_crashed_rule_leaves_its_column_unknown() -> None:
    """A mark is never green for a rule that did not answer."""

    def crash(_subject: Any, _case: Case) -> Any:
        raise ValueError

    rule = attrs.evolve(made(), on=Structure, column="Essai", check=crash)
    report = check(dossier_of(core_sample()), only(rule), AS_OF)

    assert [(Mark.UNKNOWN,)] * 2 == [line.marks for line in report.structures]


def test_commitments_are_told_with_their_cases() -> None:
    """By structure and quarter, and overall; an own commitment without target aims at all cases."""
    report = judged(
        {
            "measures": [
                {"commitment": "reponse", "structure": "ai", "quarter": "2026-T1", "kept": 19, "cases": 20},
                {"commitment": "reponse", "structure": "etti", "quarter": "2026-T1", "kept": 1, "cases": 4},
            ]
        }
    )
    (told,) = report.commitments

    assert (20, 24, Standing.BROKEN) == (told.overall.kept, told.overall.cases, told.overall.standing)
    assert [Standing.AT_RISK, Standing.BROKEN] == [m.standing for m in told.measures]
    assert "au plus 48 heures" == told.threshold


def test_a_measure_of_another_offer_does_not_count() -> None:
    """Two offers may promise the same."""
    measure = {
        "commitment": "reponse",
        "structure": "ai",
        "quarter": "2026-T1",
        "kept": 1,
        "cases": 1,
        "offer": "autre",
    }

    assert 0 == judged({"measures": [measure]}).commitments[0].overall.cases


def test_subjects_are_walked_in_the_order_of_the_file() -> None:
    """Findings come in that order, whatever the codes are."""
    order = [
        f.subject[-1]
        for f in judged({"structures.1.coorace_member": False, "structures.0.coorace_member": False}).findings
    ]

    assert ["Bocage Emploi", "Perche Intérim"] == order


def test_findings_know_whether_their_text_was_read() -> None:
    """A finding of 2015's wording says so, and is capped."""
    found: tuple[Finding, ...] = judged({"structures.1.guarantee.end": "2026-04-01"}).findings

    assert [(False, True, Severity.WARNING)] == [(f.verified, f.capped, f.severity) for f in found]


def test_a_random_selection_of_rules_never_raises() -> None:
    """Any part of the catalogue judges any part of the sample."""
    rules = list(core_assembly().catalogue)
    draw = random.Random(14)  # noqa: S311  # a choice of tests, no secret
    for _ in range(20):
        kept = draw.sample(rules, draw.randint(0, len(rules)))
        part = {k: v for k, v in core_sample().items() if draw.random() < 0.6}
        check(
            dossier_of(part), attrs.evolve(core_assembly().catalogue, rules={r.code: r for r in kept}), AS_OF
        )


def test_nobody_can_waive_what_zest_could_not_check() -> None:
    """A missing sector or a lost line is still unknown: the exit code says so."""
    lost, missing = NOTICES["Z004"].finding("Mal formé."), NOTICES["Z021"].finding("Absent.")
    waivers = [{**WAIVER, "rule": code, "subject": ""} for code in ("Z004", "Z021")]
    sample = dossier_of(changed(core_sample(), {"waivers": waivers}))
    catalogue = core_assembly().catalogue
    read = check(attrs.evolve(sample, faults=(lost,)), catalogue, AS_OF)
    loaded = check(sample, catalogue, AS_OF, apparatus=(missing,))

    assert {Verdict.NOT_CHECKED} == {g.verdict for r in (read, loaded) for g in r.grounds}
    assert [3, 3] == [exit_code(read), exit_code(loaded)]


def test_a_waiver_of_many_findings_covers_each_of_its_rule_alone() -> None:
    """By the name of the rule as by its code, in whatever case."""
    changes = {"structures.0.coorace_member": False, "structures.1.coorace_member": False, "meetings": []}
    for word in ("z111", "Structure-Not-Member"):
        report = judged({**changes, "waivers": [{**WAIVER, "rule": word, "subject": ""}]})

        assert ["Z111", "Z111"] == [f.code for f in report.findings if f.waiver]
        assert ["Z109"] == [f.code for f in report.standing_findings]
