"""K21x: each measure of a sector can be put to rows."""

from collections.abc import Iterator

from zest.conformance import Flaw, Tier
from zest.indicators.indicator import Indicator
from zest.indicators.terms import FigureOfDay, Terms
from zest.law import Figure
from zest.model.commitment import Clock
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.declaring import check
from zest.testing.samples import AS_OF


@check(
    "K211",
    Tier.BRONZE,
    requirement="Une mesure répond sur une ligne vide : ses colonnes, ses tableaux et ses chiffres existent.",
    why="Une mesure en panne n'est pas posée, et l'engagement qui la nomme reste non mesuré.",
    remedy="Corrigez la cause indiquée ; les pages des tableaux disent leurs colonnes.",
)
def measure_fails(candidate: Candidate) -> Iterator[Flaw]:
    """Try every measure, whatever it asks to be told."""
    for measure in candidate.sector.indicators:
        for cause in _causes(candidate, measure):
            at = candidate.spot_in("indicators/", measure.slug)
            yield Flaw(f"La mesure « {measure.slug} » ne se pose pas : {cause}.", at)


def _causes(candidate: Candidate, measure: Indicator) -> Iterator[str]:
    from zest.measuring.trial import failure

    known = candidate.assembly.catalogue.law.figures
    unknown = [key for key in measure.figures if key not in known]
    yield from (f"elle lit le chiffre « {key} », que rien ne déclare" for key in unknown)
    if not unknown and (cause := failure(measure, _terms(candidate, measure))):
        yield cause


def _terms(candidate: Candidate, measure: Indicator) -> Terms:
    """Return whatever a measure may ask to be told: it must not fail for want of it."""
    figures = candidate.assembly.catalogue.law.figures
    named = ("essai",)
    return Terms(
        as_of=AS_OF,
        threshold=1.0,
        clock=Clock.CLOCK_HOURS,
        kinds=(("essai", "AI"),),
        structures=named,
        jobs=named,
        offers=named,
        figures=tuple(one for key in measure.figures for one in _numbers(figures[key])),
    )


def _numbers(figure: Figure) -> Iterator[FigureOfDay]:
    """Yield the numbers of a figure: any day's will do."""
    told = ((dated.value, dated.since) for dated in figure.values)
    yield from (
        FigureOfDay(key=figure.key, value=float(n), since=d) for n, d in told if isinstance(n, int | float)
    )
