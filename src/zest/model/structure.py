"""The employers: a structure, its kind, and what its kind may do."""

import datetime as dt
import enum
from collections.abc import Iterator
from types import MappingProxyType

import attrs

from zest.model.convention import BrandConvention, FinancialAnnex, HoursDerogation, StateConvention
from zest.model.identifiers import DepartmentCode, Rna, Siret
from zest.model.period import Period


class StructureKind(enum.StrEnum):
    """Kind of an employer, by the acronym of the State's platforms. Acronyms are never translated."""

    AI = "AI"
    ETTI = "ETTI"
    EI = "EI"
    ACI = "ACI"
    EITI = "EITI"
    GEIQ = "GEIQ"
    EA = "EA"
    EATT = "EATT"
    ESAT = "ESAT"
    ETT = "ETT"
    SEP = "SEP"
    OPCS = "OPCS"

    @property
    def label(self) -> str:
        """The French name behind the acronym."""
        return _LABELS[self.value]


_LABELS = MappingProxyType({
    "AI": "association intermédiaire",
    "ETTI": "entreprise de travail temporaire d'insertion",
    "EI": "entreprise d'insertion",
    "ACI": "atelier et chantier d'insertion",
    "EITI": "entreprise d'insertion par le travail indépendant",
    "GEIQ": "groupement d'employeurs pour l'insertion et la qualification",
    "EA": "entreprise adaptée",
    "EATT": "entreprise adaptée de travail temporaire",
    "ESAT": "établissement et service d'aide par le travail",
    "ETT": "entreprise de travail temporaire de l'économie sociale et solidaire",
    "SEP": "structure de production en milieu pénitentiaire",
    "OPCS": "organisation porteuse de la clause sociale",
})  # fmt: skip

CONVENTIONED = frozenset(
    {StructureKind.AI, StructureKind.ETTI, StructureKind.EI, StructureKind.ACI, StructureKind.EITI}
)
"""Kinds that act under a convention with the State. Source: ASP measures ``*_DC`` of the five kinds."""

TEMPORARY_WORK = frozenset({StructureKind.ETTI, StructureKind.ETT, StructureKind.EATT})
"""Kinds that lend by contracts of mission, of insertion or not. Source: code du travail, art. L5132-6 for the ETTI;
law of 18 December 2023 for the EATT."""


@attrs.frozen(kw_only=True)
class FinancialGuarantee:
    """The guarantee that a temporary-work firm owes at any time (*garantie financière*).

    Attributes:
        guarantor: name of the body that stands surety.
        start: first day.
        end: last day, included; ``None`` when open or not told.
    """

    guarantor: str = ""
    start: dt.date | None = None
    end: dt.date | None = None

    @property
    def period(self) -> Period:
        """The days that the guarantee covers."""
        return Period(start=self.start, end=self.end)


@attrs.frozen(kw_only=True)
class Structure:
    """One employer of a collective. The same SIRET may carry several kinds: the key is SIRET *and* kind.

    Attributes:
        key: short reference inside the dossier (``"bocage-emploi"``).
        name: as printed.
        kind: AI, ETTI, EI, ACI…; ``None`` when not told.
        siret: fourteen digits.
        rna: number of the association; never required.
        fictional: an invented structure, for examples and tests.
        department: where its seat is.
        city: town of its seat.
        coorace_member: whether it is a member of the network.
        state_conventions: ``None`` when not told, empty when there is none.
        brand_convention: ``None`` when not told.
        derogations: the prefect's liftings of the hours cap, for an AI.
        cooperation_conventions: those of an AI with Pôle emploi, compulsory to serve firms until December 2020
            (*conventions de coopération*); ``None`` when not told.
        guarantee: for temporary-work firms.
        exclusive: for an ETTI, whether activity and all means are devoted to eligible people.
        board_informed_on: day the board (*conseil d'administration*) was told of the method.
        teams_informed_on: day the teams were told.
        address: one line, for documents.
        phone: for documents.
        email: for documents.
        website: for documents, without « https:// ».
        logo: for documents: a PNG file of the dossier's folder.
    """

    key: str
    name: str
    kind: StructureKind | None = None
    siret: Siret | None = None
    rna: Rna | None = None
    fictional: bool = False
    department: DepartmentCode | None = None
    city: str = ""
    coorace_member: bool | None = None
    state_conventions: tuple[StateConvention, ...] | None = None
    brand_convention: BrandConvention | None = None
    derogations: tuple[HoursDerogation, ...] = ()
    cooperation_conventions: tuple[Period, ...] | None = None
    guarantee: FinancialGuarantee | None = None
    exclusive: bool | None = None
    board_informed_on: dt.date | None = None
    teams_informed_on: dt.date | None = None
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    logo: str = ""

    def conventioned_on(self, day: dt.date) -> bool | None:
        """Whether a State convention covers ``day``; ``None`` when the dossier does not tell."""
        if self.state_conventions is None:
            return None
        if any(c.start is not None and day in c.period for c in self.state_conventions):
            return True
        return None if any(c.start is None for c in self.state_conventions) else False

    def annexes(self) -> Iterator[tuple[tuple[str | int, ...], FinancialAnnex]]:
        """Yield each financial annex of its State conventions, with its path below the structure."""
        for rank, convention in enumerate(self.state_conventions or ()):
            for place, annex in enumerate(convention.annexes or ()):
                yield ("state_conventions", rank, "annexes", place), annex
