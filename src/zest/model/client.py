"""Who receives the lent workers, and what its kind changes."""

import enum

import attrs

from zest.model.identifiers import DepartmentCode, Idcc, Siret


class ClientKind(enum.StrEnum):
    """Kind of a client (*entreprise utilisatrice, donneur d'ordre*): it decides which caps count."""

    FIRM = "firm"
    PUBLIC_BODY = "public-body"
    PRIVATE_PERSON = "private-person"
    NON_PROFIT = "non-profit"

    @property
    def label(self) -> str:
        """French name."""
        return {
            "firm": "entreprise", "public-body": "collectivité ou organisme public",
            "private-person": "particulier", "non-profit": "association ou organisme sans but lucratif",
        }[self.value]  # fmt: skip


@attrs.frozen(kw_only=True)
class Client:
    """One client.

    Attributes:
        key: short reference inside the dossier.
        name: as printed; a private person is never named.
        kind: ``None`` when not told.
        siret: of the establishment that receives.
        department: where the work is done.
        idcc: collective agreement that the client applies: the pay parity refers to it.
        geiq_member: whether it is a member of the GEIQ that would lend to it.
        siae_or_ea: whether it is itself a SIAE or an *entreprise adaptée*.
    """

    key: str
    name: str = ""
    kind: ClientKind | None = None
    siret: Siret | None = None
    department: DepartmentCode | None = None
    idcc: Idcc | None = None
    geiq_member: bool | None = None
    siae_or_ea: bool | None = None
