"""How a promise stands, from what was measured. Never a rate without its number of cases."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from zest.model.commitment import Comparison, Measure, ServiceCommitment
from zest.model.dossier import Dossier
from zest.model.offer import SectorOffer
from zest.model.profile import SectorProfile
from zest.report import MeasureReport, Standing
from zest.rule import Case


def promised(
    offer: SectorOffer, sectors: Mapping[str, SectorProfile]
) -> Iterator[tuple[int, ServiceCommitment]]:
    """Yield each commitment of an offer with its rank, completed by the sector's one of the same key."""
    for rank, commitment in enumerate(offer.commitments or ()):
        yield rank, completed(commitment, offer, sectors)


def completed(
    own: ServiceCommitment, offer: SectorOffer, sectors: Mapping[str, SectorProfile]
) -> ServiceCommitment:
    """Return a commitment of an offer with what it leaves out taken from its sector."""
    sector = sectors.get(offer.sector or "")
    base = sector.commitments.get(own.key) if sector else None
    return own.over(base) if base else own


def measures_of(commitment: ServiceCommitment, offer: SectorOffer, dossier: Dossier) -> tuple[Measure, ...]:
    """Return the measures of one commitment of one offer."""
    return tuple(m for m in dossier.measures if m.commitment == commitment.key and m.offer in ("", offer.key))


def standing(kept: int, cases: int, target: float, margin: float) -> Standing:
    """Judge a share of cases.

    Args:
        kept: number of cases that passed.
        cases: number of cases.
        target: share that must pass, 0–1.
        margin: how far below the target is *at risk* and not yet *broken*, as a share.
    """
    if not 0 <= kept <= cases or cases == 0:
        return Standing.NOT_MEASURED
    # Counted in whole cases: 0.95 − 0.05 is not 0.9 in binary.
    if kept >= round(target * cases, 9):
        return Standing.KEPT
    return Standing.AT_RISK if kept >= round((target - margin) * cases, 9) else Standing.BROKEN


def one(measure: Measure, target: float, margin: float) -> MeasureReport:
    """Judge one structure in one quarter."""
    return MeasureReport(
        structure=measure.structure,
        quarter=measure.quarter,
        standing=standing(measure.kept, measure.cases, target, margin),
        kept=measure.kept,
        cases=measure.cases,
    )


def overall(measures: Iterable[Measure], target: float, margin: float) -> MeasureReport:
    """Judge all structures and quarters together, case by case; an impossible count counts for nothing."""
    told = [m for m in measures if 0 <= m.kept <= m.cases]
    kept, cases = sum(m.kept for m in told), sum(m.cases for m in told)
    return MeasureReport(standing=standing(kept, cases, target, margin), kept=kept, cases=cases)


def hidden(counts: Sequence[int], least: int) -> frozenset[int]:
    """Return the ranks of the counts to hide beside their total: none, or two at least whose sum may be known.

    Source: rule GD-9 of the field's page: hide the cells under a small threshold (*petits effectifs*) when persons are
    counted by structure. What is hidden besides keeps a subtraction from giving them back.

    Args:
        counts: numbers whose sum is shown.
        least: number from which a count is shown. Nobody counted is nobody pointed at: 0 stays.
    """
    small = [rank for rank, count in enumerate(counts) if 0 < count < least]
    others = sorted((count, rank) for rank, count in enumerate(counts) if count and rank not in small)
    while small and others and (len(small) == 1 or sum(counts[rank] for rank in small) < least):
        small.append(others.pop(0)[1])
    return frozenset(small)


def target_of(commitment: ServiceCommitment) -> float:
    """Return the share of cases that must pass: all of them unless the commitment says otherwise."""
    return 1.0 if commitment.target is None else commitment.target


def judged(measure: Measure, case: Case) -> tuple[ServiceCommitment, MeasureReport] | None:
    """Return the promise that a measure is of, and how it stands; ``None`` when no offer makes it."""
    margin = case.law["commitments.at-risk-margin"]
    for offer in case.dossier.offers:
        for own in offer.commitments or ():
            if measure.commitment == own.key and measure.offer in ("", offer.key):
                promise = completed(own, offer, case.sectors)
                return promise, one(measure, target_of(promise), margin)
    return None


def _percent(share: float) -> str:
    """Say an objective as it was decided, never rounded."""
    return f"{share * 100:.6g}\u00a0%".replace(".", ",")


def looser(own: ServiceCommitment, base: ServiceCommitment) -> str:
    """Say in French how ``own`` promises less than ``base``; an empty text when it does not."""
    who = f"L'engagement « {own.key} »"
    if own.target is not None and own.target < target_of(base):
        return f"{who} vise {_percent(own.target)} des cas, quand le secteur en vise {_percent(target_of(base))}."
    if base.threshold is not None and not same_unit(own.unit, base.unit):
        return f"{who} compte en « {own.unit} », quand le secteur compte en « {base.unit} » : rien ne les compare."
    if own.threshold is None or base.threshold is None:
        return ""
    more = own.threshold - base.threshold
    if more > 0 if base.comparison is Comparison.AT_MOST else more < 0:
        mine, asked = threshold_words(own.over(base)), threshold_words(base)
        return f"{who} se contente de « {mine} », quand le secteur demande « {asked} »."
    return ""


def same_unit(one: str | None, other: str | None) -> bool:
    """Whether two units are one, singular or plural; one that is not said is that of the other."""
    return one is None or other is None or _singular(one) == _singular(other)


def _singular(unit: str) -> str:
    return unit.strip().casefold().removesuffix("s")


def threshold_words(commitment: ServiceCommitment) -> str:
    """Say the bound of one case in French: « au plus 48 heures »."""
    if commitment.threshold is None:
        return "fait"
    sign = "au plus" if commitment.comparison == "at-most" else "au moins"
    return f"{sign} {commitment.threshold:g} {commitment.unit or ''}".rstrip().replace(".", ",")


def rows_remedy(measure: Measure) -> str:
    """Say which rows of the tables to look at again; an empty text for a measure given by hand."""
    if not measure.rows:
        return ""
    numbers = [str(place.line) for place in measure.rows]
    missed = measure.cases - measure.kept
    more = [f"{missed - len(numbers)} autres"] if missed > len(numbers) else []
    *before, last = numbers + more
    listed = f"lignes {', '.join(before)} et {last}" if before else f"ligne {last}"
    return f"Reprenez avec la structure : {listed} de « {measure.rows[0].file} »."
