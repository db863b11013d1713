"""The consent to be quoted covers paper: an experience sheet is printed."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.experience import ExperienceRecord, Media
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z812",
    on=ExperienceRecord,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Le consentement d'une personne citée nomme l'imprimé parmi ses supports.",
    why="Un consentement vaut pour les supports qu'il nomme ; une fiche « retour d'expérience » s'imprime.",
    remedy="Ajoutez « print » à media si la personne l'a accepté par écrit, ou retirez name.",
    source=verified(
        "RGPD et recommandations de la CNIL sur l'image et les témoignages",
        "2026-08-22",
        "inkivari.com ; dpo-partage.fr ; latelierlegal.com",
    ),
    good={"experiences.0.quotes.0.consent.media": ["web", "print"]},
    bad={"experiences.0.quotes.0.consent.media": ["web"]},
)
def consent_without_print(record: ExperienceRecord, case: Case) -> Iterator[Answer]:
    """Each consent in force of a named quote covers paper."""
    consents = [
        (rank, quote.consent)
        for rank, quote in enumerate(record.quotes)
        if quote.name and quote.consent and quote.consent.holds(case.as_of)
    ]
    if not consents:
        yield NOT_ASKED
    for rank, consent in consents:
        at, sheet = ("quotes", rank, "consent", "media"), f"la fiche « {record.title or record.key} »"
        if not consent.media:
            yield Unknown(f"Un consentement de {sheet} ne dit pas ses supports.", at=at, about=str(rank))
        elif Media.PRINT not in consent.media:
            words = f"Un consentement de {sheet} ne couvre pas l'imprimé, et la fiche s'imprime."
            yield Fault(words, at=at, about=str(rank))
