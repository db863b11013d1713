"""What the tools of the people who sell show: segment sheet, phone pitch, order form, trade guide."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.console.typography import NBSP, number
from zest.documents.document import Data, Subject
from zest.documents.facts.common import common, job_keys
from zest.documents.facts.jobs import sheet_block
from zest.documents.texts import filled, texts
from zest.model.agreement import CollectiveAgreement
from zest.model.segment import BodyRole, SegmentFigure, SegmentSheet
from zest.readings.job_sheets import job_sheet

_ROLES = MappingProxyType(
    {
        BodyRole.EMPLOYERS: "employeurs",
        BodyRole.SKILLS_OPERATOR: "opérateur de compétences",
        BodyRole.PREVENTION: "prévention",
        BodyRole.TRAINING: "formation",
        BodyRole.FUND: "caisse de branche",
    }
)


_MOST_TRADES = 8
"""Rows of the segment sheet: the trades that look for most people."""


def segment(subject: Subject) -> Data:
    """Return the facts of the segment sheet (*fiche segment*): the trade, its needs, its figures and their limits."""
    sheet = subject.profile.segment.get("segment") or SegmentSheet(summary=subject.profile.summary)
    return common(subject) | {
        "segment": {
            "summary": sheet.summary,
            "needs": list(sheet.needs),
            "seasons": list(sheet.seasons),
            "levers": list(sheet.levers),
            "lenders": list(sheet.lenders),
            "limits": list(sheet.limits),
            "bodies": [{"acronym": b.acronym, "name": b.name, "role": _ROLES[b.role]} for b in sheet.bodies],
            "figures": list(_last_survey(sheet.figures))[:_MOST_TRADES],
            "figures_source": next((f.source.reference for f in _newest(sheet.figures)), ""),
        }
    }


def _newest(figures: tuple[SegmentFigure, ...]) -> list[SegmentFigure]:
    last = max((one.year for one in figures), default=0)
    return [one for one in figures if one.year == last]


def _last_survey(figures: tuple[SegmentFigure, ...]) -> Iterator[Data]:
    """Yield one row for each trade of the last survey: all projects, those judged hard, the seasonal ones."""
    rows: dict[str, dict[str, float]] = {}
    for one in _newest(figures):
        trade, _, what = one.label.replace(NBSP, " ").partition(" : ")
        rows.setdefault(trade, {})[what] = one.value
    for trade, told in sorted(rows.items(), key=lambda row: -max(row[1].values())):
        total = told.get("projets de recrutement", 0)
        hard, seasonal = told.get("projets jugés difficiles"), told.get("projets saisonniers")
        yield {
            "trade": trade,
            "year": max(one.year for one in figures),
            "total": total,
            "total_words": number(total),
            "hard": hard / total if total and hard is not None else None,
            "seasonal": seasonal / total if total and seasonal is not None else None,
        }


def pitch(subject: Subject) -> Data:
    """Return the facts of the phone pitch (*argumentaire téléphonique*)."""
    blocks = common(subject)
    sheet = subject.profile.segment.get("segment")
    needs = list(sheet.needs[:3]) if sheet else []
    return blocks | {"texts": filled(texts()["pitch"], subject, blocks), "needs": needs}


def order_form(subject: Subject) -> Data:
    """Return the facts of the order form (*prise de commande*), its compulsory questions first."""
    blocks = common(subject)
    agreements = [_agreement(subject.profile.agreements[key]) for key in _agreement_keys(subject)]
    return blocks | {"texts": filled(texts()["order"], subject, blocks), "agreements": agreements}


def guide(subject: Subject) -> Data:
    """Return the facts of the trade guide (*guide métiers*): every job of the offer on a page of its own."""
    profile = subject.profile
    sheets = [sheet_block(job_sheet(profile, key), profile.jobs[key]) for key in job_keys(subject)]
    return common(subject) | {"sheets": sheets}


def job(subject: Subject) -> Data:
    """Return the facts of one job sheet (*fiche de poste*)."""
    blocks = common(subject)
    sheet = sheet_block(job_sheet(subject.profile, subject.job), subject.profile.jobs[subject.job])
    return blocks | {"job": sheet, "texts": filled(texts()["job"], subject, blocks)}


def agreement(subject: Subject) -> Data:
    """Return the facts of the note on one collective agreement (*information sur la convention collective*)."""
    blocks = common(subject)
    facts = subject.profile.facts[subject.agreement].facts
    return blocks | {
        "agreement": _agreement(subject.profile.agreements[subject.agreement]),
        "facts": [
            {
                "label": one.label,
                "value": _value(one.value, one.unit),
                "since": str(one.since.year) if one.since else "",
                "reference": one.source.reference,
                "status": one.source.status.value,
                "status_words": one.source.status.label,
            }
            for one in facts
            if one.until is None or one.until >= subject.as_of
        ],
        "texts": filled(texts()["agreement"], subject, blocks),
    }


def _value(value: float | str, unit: str) -> str:
    return f"{number(value)} {unit}".strip()


def _agreement(one: CollectiveAgreement) -> Data:
    return {"idcc": str(one.idcc), "title": one.title, "scope": one.scope, "reference": one.source.reference}


def _agreement_keys(subject: Subject) -> list[str]:
    return [key for key in subject.offer.agreements or () if key in subject.profile.agreements]
