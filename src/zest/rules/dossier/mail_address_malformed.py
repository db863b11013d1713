"""An address that no mail program takes is found before the documents are made."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.dossier import Dossier
from zest.model.mail_address import is_mail_address
from zest.rule import Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z065",
    on=Dossier,
    ground=Ground.PRACTICE,
    severity=Severity.ERROR,
    requirement="L'adresse électronique du collectif et de chaque structure est une seule adresse, sans blanc.",
    why="Un courriel, un dépliant ou un contrat ferait écrire à une adresse qui n'existe pas.",
    remedy="Corrigez email : un nom, « @ », un domaine, et rien d'autre.",
    source=verified("Contrat de zest : forme d'un dossier", "2026-11-23"),
    good={"collective.email": "bonjour@collectif.example"},
    bad={"structures.0.email": "contact@association.example\nBcc: autre@exemple.example"},
)
def mail_address_malformed(dossier: Dossier, _: Case) -> Iterator[Answer]:
    """Each address that is told has the form of one."""
    if dossier.collective and (told := dossier.collective.email) and not is_mail_address(told):
        yield Fault(
            "L'adresse électronique du collectif n'en est pas une.",
            at=("collective", "email"),
            about="collective",
        )
    for rank, one in enumerate(dossier.structures):
        if one.email and not is_mail_address(one.email):
            words = f"L'adresse électronique de « {one.name} » n'en est pas une."
            yield Fault(words, at=("structures", rank, "email"), about=one.key)
