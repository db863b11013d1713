"""What a document is, and what it is made for."""

import datetime as dt
import enum
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import attrs

from zest.catalogue import Catalogue
from zest.documents.sector_words import SectorWords
from zest.model.charter import Charter
from zest.model.dossier import Dossier
from zest.model.experience import ExperienceRecord
from zest.model.offer import SectorOffer
from zest.model.profile import SectorProfile
from zest.model.structure import Structure

Data: TypeAlias = dict[str, Any]
"""JSON values: what a document shows."""

Renderer: TypeAlias = Callable[[Data, Charter], "bytes | list[bytes]"]


class Per(enum.StrEnum):
    """What one copy of a document is made for."""

    OFFER = "offer"
    STRUCTURE = "structure"
    JOB = "job"
    EXPERIENCE = "experience"
    AGREEMENT = "agreement"

    @property
    def label(self) -> str:
        """French words."""
        return {
            "offer": "offre", "structure": "structure", "job": "métier",
            "experience": "fiche expérience", "agreement": "convention collective",
        }[self.value]  # fmt: skip


class Format(enum.StrEnum):
    """Form of a file, and its suffix."""

    PDF = "pdf"
    PNG = "png"
    SVG = "svg"
    DOCX = "docx"
    PPTX = "pptx"
    EML = "eml"
    TXT = "txt"


@attrs.frozen(kw_only=True)
class Subject:
    """What one copy of a document is made from.

    Attributes:
        dossier: the whole.
        catalogue: the sectors at hand and the law.
        as_of: the day of the kit: consents and agreements are those of that day.
        offer: the offer that the copy is about.
        profile: the facts of its sector.
        words: how the sector speaks to clients.
        structure: of a copy per structure.
        job: key of the job, of a copy per job.
        experience: of a copy per experience sheet.
        agreement: number, of a copy per collective agreement.
    """

    dossier: Dossier
    catalogue: Catalogue
    as_of: dt.date
    offer: SectorOffer
    profile: SectorProfile
    words: SectorWords
    structure: Structure | None = None
    job: str = ""
    experience: ExperienceRecord | None = None
    agreement: str = ""

    @property
    def name(self) -> str:
        """Key of what the copy is for, beside its offer; empty for a copy per offer."""
        own = self.experience or self.structure
        return own.key if own else self.job or self.agreement


class Part(enum.StrEnum):
    """Part of a dossier that a document asks something of."""

    COLLECTIVE = "collective"
    OFFER = "offer"
    STRUCTURE = "structure"
    STRUCTURES = "structures"
    EXPERIENCE = "experience"


@attrs.frozen(kw_only=True)
class Need:
    """A value without which a document is not made.

    Attributes:
        part: where it stands; ``STRUCTURES`` for each structure that carries the offer.
        field: name of the attribute.
        words: French, with its article: « le téléphone ».
    """

    part: Part
    field: str
    words: str


@attrs.frozen(kw_only=True)
class Document:
    """One document of the kit.

    Attributes:
        slug: as typed after ``--only``, and name of its file or folder.
        title: French.
        per: what one copy is for.
        facts: from a subject to what the document shows; pure.
        renderers: by format.
        needs: what it asks of the dossier.
        sector: slug of the sector that brings it; empty for those of zest, made for every offer.
        logo: whether it prints that of its structure.
        suits: whether a copy is made for a subject at all: a contract has its regime.
    """

    slug: str
    title: str
    per: Per
    facts: Callable[[Subject], Data]
    renderers: Mapping[Format, Renderer] = attrs.field(factory=lambda: MappingProxyType({}))
    needs: tuple[Need, ...] = ()
    sector: str = ""
    logo: bool = False
    suits: Callable[[Subject], bool] = lambda _: True

    @property
    def formats(self) -> tuple[Format, ...]:
        """Those that it is made in."""
        return tuple(self.renderers)
