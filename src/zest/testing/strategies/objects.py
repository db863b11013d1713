"""One strategy for each object of a dossier. Each takes strategies for chosen fields, by name."""

from typing import Any

from hypothesis.strategies import SearchStrategy

from zest.model.activity import FollowUp, Mission, Order
from zest.model.client import Client
from zest.model.commitment import Measure, ServiceCommitment
from zest.model.convention import BrandConvention, LoanAgreement, Partnership, StateConvention
from zest.model.dossier import Collective
from zest.model.experience import Consent, ExperienceRecord
from zest.model.journey import Journey, Meeting, Training
from zest.model.offer import SectorOffer
from zest.model.outcome import ActivityResult, Outcome
from zest.model.procurement import PublicContract
from zest.model.structure import Structure
from zest.model.territory import Territory
from zest.model.waiver import Waiver
from zest.testing.strategies.fields import tables


def collectives(**told: SearchStrategy[Any]) -> SearchStrategy[Collective]:
    """Return collectives (*collectifs*)."""
    return tables(Collective, **told)


def territories(**told: SearchStrategy[Any]) -> SearchStrategy[Territory]:
    """Return territories (*territoires*), finer or larger than a département."""
    return tables(Territory, **told)


def structures(**told: SearchStrategy[Any]) -> SearchStrategy[Structure]:
    """Return employers of any kind, at any point of their way to the brand."""
    return tables(Structure, **told)


def state_conventions(**told: SearchStrategy[Any]) -> SearchStrategy[StateConvention]:
    """Return conventions with the State (*conventions avec l'État*), with their annexes."""
    return tables(StateConvention, **told)


def brand_conventions(**told: SearchStrategy[Any]) -> SearchStrategy[BrandConvention]:
    """Return conventions with COORACE, signed, half signed or not."""
    return tables(BrandConvention, **told)


def offers(**told: SearchStrategy[Any]) -> SearchStrategy[SectorOffer]:
    """Return offers (*offres de services*), of lending or not."""
    return tables(SectorOffer, **told)


def commitments(**told: SearchStrategy[Any]) -> SearchStrategy[ServiceCommitment]:
    """Return service commitments (*engagements de service*), whole or completed by the sector."""
    return tables(ServiceCommitment, **told)


def journeys(**told: SearchStrategy[Any]) -> SearchStrategy[Journey]:
    """Return journeys through the six steps of the method."""
    return tables(Journey, **told)


def trainings(**told: SearchStrategy[Any]) -> SearchStrategy[Training]:
    """Return trainings (*formations*) of permanent staff or of employees."""
    return tables(Training, **told)


def meetings(**told: SearchStrategy[Any]) -> SearchStrategy[Meeting]:
    """Return meetings of a collective (*réunions*)."""
    return tables(Meeting, **told)


def partnerships(**told: SearchStrategy[Any]) -> SearchStrategy[Partnership]:
    """Return partnerships with a trade's branch (*partenariats*)."""
    return tables(Partnership, **told)


def clients(**told: SearchStrategy[Any]) -> SearchStrategy[Client]:
    """Return clients of any kind."""
    return tables(Client, **told)


def orders(**told: SearchStrategy[Any]) -> SearchStrategy[Order]:
    """Return requests of clients (*prises de commande*)."""
    return tables(Order, **told)


def missions(**told: SearchStrategy[Any]) -> SearchStrategy[Mission]:
    """Return lendings of one employee (*mises à disposition*), with their contracts."""
    return tables(Mission, **told)


def follow_ups(**told: SearchStrategy[Any]) -> SearchStrategy[FollowUp]:
    """Return follow-ups of missions (*suivis*)."""
    return tables(FollowUp, **told)


def outcomes(**told: SearchStrategy[Any]) -> SearchStrategy[Outcome]:
    """Return exits of employees (*sorties*)."""
    return tables(Outcome, **told)


def results(**told: SearchStrategy[Any]) -> SearchStrategy[ActivityResult]:
    """Return totals over a period (*résultats*)."""
    return tables(ActivityResult, **told)


def measures(**told: SearchStrategy[Any]) -> SearchStrategy[Measure]:
    """Return measures of a commitment; no more cases are kept than there are."""
    return tables(Measure, **told)


def loans(**told: SearchStrategy[Any]) -> SearchStrategy[LoanAgreement]:
    """Return non-profit loans (*prêts de main-d'œuvre à but non lucratif*)."""
    return tables(LoanAgreement, **told)


def public_contracts(**told: SearchStrategy[Any]) -> SearchStrategy[PublicContract]:
    """Return public contracts (*marchés publics*)."""
    return tables(PublicContract, **told)


def waivers(**told: SearchStrategy[Any]) -> SearchStrategy[Waiver]:
    """Return accepted findings (*dérogations internes*), complete or not."""
    return tables(Waiver, **told)


def consents(**told: SearchStrategy[Any]) -> SearchStrategy[Consent]:
    """Return consents to be quoted (*consentements*)."""
    return tables(Consent, **told)


def experiences(**told: SearchStrategy[Any]) -> SearchStrategy[ExperienceRecord]:
    """Return experience sheets (*retours d'expérience*)."""
    return tables(ExperienceRecord, **told)
