"""The SIRET of a client has its check digit as well; real files hold some that fail, so nothing stops."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.client import Client
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import verified


@rule(
    "Z040",
    on=Client,
    ground=Ground.PRACTICE,
    severity=Severity.WARNING,
    requirement="La clé de contrôle du SIRET d'un client est juste.",
    why="Un chiffre faux envoie le contrat et la facture à une autre entreprise, ou à aucune.",
    remedy="Recopiez le SIRET depuis l'avis de situation de l'INSEE.",
    source=verified("INSEE, clé de Luhn des SIREN et SIRET ; règle propre de La Poste", "2026-08-22"),
    good={"clients.0.siret": "35600000049837"},
    bad={"clients.0.siret": "10000000900109"},
)
def client_siret_checksum_wrong(client: Client, _: Case) -> Iterator[Answer]:
    """The check digit holds."""
    if client.siret is None:
        yield NOT_ASKED
    elif not client.siret.checksum_ok:
        words = f"La clé de contrôle du SIRET {client.siret} du client « {client.name or client.key} » est fausse."
        yield Fault(words, at=("siret",))
