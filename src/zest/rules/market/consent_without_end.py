"""The consent to be quoted is given for a time."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.experience import ExperienceRecord
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z813",
    on=ExperienceRecord,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le consentement d'une personne citée a une durée.",
    why="Une personne s'engage pour un temps qu'elle connaît, et non pour toujours.",
    remedy="Donnez until au consentement.",
    source=verified(
        "RGPD et recommandations de la CNIL sur l'image et les témoignages",
        "2026-08-22",
        "inkivari.com ; dpo-partage.fr ; latelierlegal.com",
    ),
    good={"experiences.0.quotes.0.consent.until": "2026-12-31"},
    bad={"experiences.0.quotes.0.consent.until": None},
)
def consent_without_end(record: ExperienceRecord, case: Case) -> Iterator[Answer]:
    """Each consent in force of a named quote has its last day."""
    consents = [
        (rank, quote.consent)
        for rank, quote in enumerate(record.quotes)
        if quote.name and quote.consent and quote.consent.holds(case.as_of)
    ]
    if not consents:
        yield NOT_ASKED
    for rank, consent in consents:
        if consent.until is None:
            words = f"Un consentement de la fiche « {record.title or record.key} » ne dit pas sa durée."
            yield Unknown(words, at=("quotes", rank, "consent", "until"), about=str(rank))
