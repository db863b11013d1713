"""Which promises are measured: those of a dossier's offers, of installed sectors, or measures as they are."""

from collections.abc import Iterable, Mapping

import attrs

from zest.indicators.indicator import Indicator
from zest.indicators.terms import Asked, Terms
from zest.measures import promised, same_unit, target_of, threshold_words
from zest.measuring.facts import lending
from zest.model.commitment import Clock, Comparison, ServiceCommitment
from zest.model.dossier import Dossier
from zest.model.profile import SectorProfile
from zest.structuring import suggest


@attrs.frozen(kw_only=True)
class Question:
    """One promise to measure.

    Attributes:
        commitment: the promise, completed by its sector's.
        offer: key of the offer; empty for all rows.
        indicator: the measure; ``None`` when there is none.
        terms: what the measure is told.
        reason: French sentence: why it cannot be measured, whatever the rows; empty when it can.
    """

    commitment: ServiceCommitment
    offer: str = ""
    indicator: Indicator | None = None
    terms: Terms
    reason: str = ""

    @property
    def threshold(self) -> str:
        """The bound of one case, French words."""
        return threshold_words(self.commitment)

    @property
    def target(self) -> float:
        """The share of the cases that must pass."""
        return target_of(self.commitment)


def of_dossier(
    dossier: Dossier, sectors: Mapping[str, SectorProfile], known: Mapping[str, Indicator], terms: Terms
) -> list[Question]:
    """Return one question for each promise of each offer."""
    return [
        question(promise, known, terms, offer.key)
        for offer in lending(dossier)
        for _, promise in promised(offer, sectors)
    ]


def question(
    promise: ServiceCommitment, known: Mapping[str, Indicator], terms: Terms, offer: str = ""
) -> Question:
    """Return the question of one promise, or why it cannot be put."""
    indicator = known.get(promise.indicator or "")
    own = attrs.evolve(terms, threshold=promise.threshold, clock=promise.clock, opening=promise.opening)
    reason = _unmeasurable(promise, known) if indicator is None else _untold(promise, indicator, own)
    return Question(commitment=promise, offer=offer, indicator=indicator, terms=own, reason=reason)


def measures_at_hand(known: Mapping[str, Indicator], terms: Terms) -> list[Question]:
    """Return one question for each measure that needs no threshold: every case must pass."""
    free = (one for one in known.values() if Asked.THRESHOLD not in one.asks)
    return [question(as_promise(one), known, terms) for one in free]


def as_promise(indicator: Indicator) -> ServiceCommitment:
    """Return a measure as the promise that every case passes."""
    return ServiceCommitment(
        key=indicator.slug,
        statement=indicator.label[:1].upper() + indicator.label[1:],
        indicator=indicator.slug,
        comparison=Comparison.DONE,
        unit=indicator.unit,
    )


def of_sectors(
    sectors: Iterable[SectorProfile], known: Mapping[str, Indicator], terms: Terms
) -> list[Question]:
    """Return the promises of sectors that tables can answer; one that several sectors make alike is put once.

    A regional edition speaks for its own offers, which tables alone do not know: it is left out.
    """
    questions: dict[tuple[object, ...], Question] = {}
    for sector in (one for one in sectors if not one.extends):
        for promise in sector.commitments.values():
            if promise.indicator in known:
                one = question(promise, known, terms)
                questions.setdefault((promise.key, promise.indicator, one.terms, one.target), one)
    return list(questions.values())


def _unmeasurable(promise: ServiceCommitment, known: Mapping[str, Indicator]) -> str:
    if not promise.indicator:
        return "L'engagement ne dit pas ce qui est mesuré : donnez-lui un « indicator »."
    near = suggest(promise.indicator, known)
    by_hand = "aucun tableau ne porte ce fait ; comptez-le à la main dans [[measures]]."
    said = f"Aucune mesure de tableau ne s'appelle « {promise.indicator} »"
    return f"{said}{near}" if "vouliez-vous" in near else f"{said} : {by_hand}"


def _untold(promise: ServiceCommitment, indicator: Indicator, terms: Terms) -> str:
    """Say what the measure must be told and is not."""
    missing = [key for key in indicator.figures if key not in {figure.key for figure in terms.figures}]
    if Asked.THRESHOLD in indicator.asks and promise.comparison is Comparison.AT_LEAST:
        return "Cette mesure compare à un maximum : donnez « at-most » comme « comparison » à l'engagement."
    if Asked.THRESHOLD in indicator.asks and terms.threshold is None:
        return "Aucun seuil n'est dit : donnez « threshold » à l'engagement."
    if terms.threshold is not None and (reason := _threshold_misread(promise, indicator)):
        return reason
    if Asked.CLOCK in indicator.asks and (reason := _clock_untold(terms)):
        return reason
    if Asked.KINDS in indicator.asks and not terms.kinds:
        return "Le genre des structures n'est dit par aucun tableau : donnez le dossier (« --dossier »)."
    return f"Le droit du jour ne donne pas de valeur à « {missing[0]} »." if missing else ""


def _threshold_misread(promise: ServiceCommitment, indicator: Indicator) -> str:
    """Say why the measure would take the threshold for something else: it compares numbers, and converts none."""
    if not indicator.threshold_unit:
        return "Cette mesure ne se compare à aucun seuil : ôtez « threshold » de l'engagement, ou son « indicator »."
    if same_unit(promise.unit, indicator.threshold_unit):
        return ""
    own = indicator.threshold_unit
    return (
        f"Cette mesure compte en {own}, et le seuil est dit en « {promise.unit} » : donnez-le en « {own} »."
    )


def _clock_untold(terms: Terms) -> str:
    if terms.clock is None:
        return "Les heures sont-elles d'horloge ou ouvrées ? Donnez « clock » à l'engagement."
    if terms.clock is Clock.BUSINESS_HOURS and not terms.opening:
        return (
            "Des heures ouvrées se comptent dans des heures d'ouverture, que l'engagement ne dit pas : donnez "
            "« opening », par exemple « lun-ven 09:00-12:00 » et « lun-ven 14:00-18:00 »."
        )
    return ""
