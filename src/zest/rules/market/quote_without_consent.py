"""A quote that names a person needs that person's written consent, in date."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.experience import ExperienceRecord
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z811",
    on=ExperienceRecord,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un témoignage nominatif a le consentement écrit de la personne, en cours de validité.",
    why="Un nom publié sans accord est une donnée personnelle diffusée sans droit.",
    remedy="Donnez [experiences.quotes.consent], ou retirez name : la fonction seule peut être publiée.",
    source=verified(
        "RGPD et recommandations de la CNIL sur l'image et les témoignages",
        "2026-08-22",
        "inkivari.com ; dpo-partage.fr",
    ),
    good={"experiences.0.quotes.0.consent.until": "2027-01-01"},
    bad={"experiences.0.quotes.0.consent": None},
)
def quote_without_consent(record: ExperienceRecord, case: Case) -> Iterator[Answer]:
    """Each named quote has its consent on the day of the check."""
    for rank, quote in enumerate(record.quotes):
        if quote.name and not (quote.consent and quote.consent.holds(case.as_of)):
            # The name is not repeated: the finding itself will be read by others.
            words = f"La fiche « {record.title or record.key} » nomme une personne dont le consentement ne tient pas."
            yield Fault(words, at=("quotes", rank), about=str(rank))
