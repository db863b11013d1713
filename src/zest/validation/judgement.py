"""One rule, one subject: what it answers."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

import attrs

from zest.catalogue import Catalogue
from zest.errors import LateFileError, NotInForceError, ZestError
from zest.findings import Finding, Severity
from zest.model.dossier import Dossier
from zest.notices import NOTICES
from zest.raised import where
from zest.rule import NOT_ASKED, Case, Fault, Rule, Unknown
from zest.validation.subjects import Subject, subjects


@attrs.frozen(kw_only=True)
class Judgement:
    """What one rule said of one subject.

    Attributes:
        rule: which.
        subject: of what.
        findings: faults and unknowns that were not reported by loading already.
        asked: whether the rule concerned the subject.
        unanswered: whether the dossier could not answer.
        skipped: French reason when the text was not in force; else empty.
        crashed: whether the rule failed.
    """

    rule: Rule
    subject: Subject
    findings: tuple[Finding, ...] = ()
    asked: bool = True
    unanswered: bool = False
    skipped: str = ""
    crashed: bool = False


def judge_all(dossier: Dossier, catalogue: Catalogue, as_of: dt.date) -> list[Judgement]:
    """Put every rule to every subject of its class, subjects in the order of the file."""
    asked: dict[type, list[Rule]] = {}
    for rule in catalogue:
        asked.setdefault(rule.on, []).append(rule)
    put = _by_each_law if catalogue.overrides else _once
    found: list[Judgement] = []
    for subject in subjects(dossier):
        sectors = catalogue.lineage(subject.sectors)
        for rule in asked.get(type(subject.value), ()):
            if not rule.sector or rule.sector in sectors:
                found += put(rule, subject, dossier, catalogue, as_of)
    return found


def _once(
    rule: Rule, subject: Subject, dossier: Dossier, catalogue: Catalogue, as_of: dt.date
) -> tuple[Judgement]:
    return (judge(rule, subject, dossier, catalogue, as_of),)


def _by_each_law(
    rule: Rule, subject: Subject, dossier: Dossier, catalogue: Catalogue, as_of: dt.date
) -> Iterator[Judgement]:
    """Put the rule once for each value that regional editions give to what it reads."""
    for rank, (edition, law) in enumerate(catalogue.laws(rule, subject.sectors)):
        # Where two editions ask different things of one structure, each finding is its own.
        asked = attrs.evolve(subject, identity=(*subject.identity, edition)) if rank else subject
        yield judge(rule, asked, dossier, attrs.evolve(catalogue, law=law) if edition else catalogue, as_of)


def judge(rule: Rule, subject: Subject, dossier: Dossier, catalogue: Catalogue, as_of: dt.date) -> Judgement:
    """Put one rule to one subject. Never raises: a rule that does is reported as crashed."""
    day = getattr(subject.value, "law_day", None) or as_of
    if not rule.binds(day):
        return Judgement(
            rule=rule, subject=subject, asked=False, skipped=f"Texte non en vigueur le {day:%d/%m/%Y}."
        )
    case = Case(dossier=dossier, as_of=as_of, law=catalogue.law.on(day), sectors=catalogue.sectors)
    try:
        answers = list(rule.check(subject.value, case))
        told = [_answer(a) for a in answers if a is not NOT_ASKED]
        return Judgement(
            rule=rule,
            subject=subject,
            findings=tuple(_findings(rule, subject, told, dossier)),
            asked=answers != [NOT_ASKED],
            unanswered=any(isinstance(a, Unknown) for a in told),
        )
    except NotInForceError as reason:
        return Judgement(rule=rule, subject=subject, asked=False, skipped=str(reason))
    except LateFileError as error:
        return _unanswerable(rule, subject, error)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001  # a rule of anyone's must not end the check
        return _crash(rule, subject, error)


def _answer(given: object) -> Fault | Unknown:
    """Return an answer that a finding can be made of; to take anything else for « nothing wrong » would lie."""
    answer = Fault(given) if isinstance(given, str) else given
    if not isinstance(answer, Fault | Unknown):
        raise TypeError(f"{type(answer).__name__} n'est pas une réponse")
    words: tuple[object, ...] = (answer.message, answer.remedy, answer.about)
    if not answer.message or not all(isinstance(word, str) for word in words):
        raise TypeError("une réponse se dit en textes")
    return answer


def _findings(
    rule: Rule, subject: Subject, answers: Iterable[Fault | Unknown], dossier: Dossier
) -> Iterable[Finding]:
    for answer in answers:
        path = (*subject.path, *answer.at)
        if not (answer.at and dossier.sources.lost(path)):
            yield Finding(
                code=rule.code,
                name=rule.name,
                severity=_severity(rule, answer),
                ground=rule.ground,
                message=answer.message,
                subject=subject.names,
                identity=(*subject.identity, answer.about),
                place=dossier.sources.place(path),
                remedy=answer.remedy or rule.remedy,
                source=rule.source.reference,
                read_on=rule.source.read_on,
                verified=not rule.unverified,
                capped=isinstance(answer, Fault)
                and answer.severity is None
                and rule.capped is not rule.severity,
                unknown=isinstance(answer, Unknown),
                origin=str(rule.origin),
            )


_UNKNOWN: Mapping[Severity, Severity] = MappingProxyType({
    Severity.ERROR: Severity.WARNING,
    Severity.WARNING: Severity.INFO,
    Severity.INFO: Severity.INFO,
})  # fmt: skip


def _severity(rule: Rule, answer: Fault | Unknown) -> Severity:
    """What is not told weighs one degree less than what is wrong; a fault is never graver than its rule."""
    if isinstance(answer, Unknown):
        return _UNKNOWN[rule.severity]
    return min(rule.capped, answer.severity or rule.capped, key=lambda s: s.rank)


def _crash(rule: Rule, subject: Subject, error: BaseException) -> Judgement:
    place = where(error, f"{getattr(rule.check, '__module__', '')}".partition(".")[0])
    found = NOTICES["Z024"].finding(
        f"La règle {rule.code} ({rule.origin}) est tombée en panne : {_cause(error)}{place}.",
        identity=(rule.code, *subject.identity),
        subject=subject.names,
        origin=str(rule.origin),
    )
    return Judgement(rule=rule, subject=subject, findings=(found,), asked=True, crashed=True)


def _unanswerable(rule: Rule, subject: Subject, error: LateFileError) -> Judgement:
    """Blame the sector whose file the rule asked for: the finding is the same whatever the rule and the subject."""
    found = NOTICES["Z022"].finding(
        str(error),
        identity=("sectors", error.slug, str(error)),
        subject=("secteurs", error.slug),
        remedy=error.remedy,
        origin=error.owner,
    )
    return Judgement(rule=rule, subject=subject, findings=(found,), asked=True, crashed=True)


def _cause(error: BaseException) -> str:
    """Say what happened: in our own words, never in those of an error that may quote the dossier."""
    told = " ".join(str(error).split()).rstrip(".") if isinstance(error, ZestError) else ""
    return told or type(error).__name__
