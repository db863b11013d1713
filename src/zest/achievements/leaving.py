"""Exits (*sorties*) by official class: never a rate without its denominator, nor a class that points at somebody.

A total that a dossier declares for the collective is shown as declared; what is counted here, or of one structure, is
shown only from the threshold on.
"""

from typing import Any

import attrs

from zest.achievements.lending import of_one, who_of
from zest.errors import NotInForceError
from zest.law import LawOnDay
from zest.measures import hidden
from zest.model.dossier import Dossier
from zest.model.outcome import ActivityResult
from zest.model.period import Period
from zest.readings.exit_counts import ExitCounts, exit_counts, positive_for_all, result_counts

CLASSES = ("durable", "transition", "positive", "other")
"""Fields of the counts, in the official order."""


@attrs.frozen(kw_only=True)
class Exits:
    """Exits of whom, over which days.

    Attributes:
        title: French words: of whom, or from which rows.
        period: days; open when the rows tell no end.
        counts: by class; a field is ``None`` when not told or when hidden.
        hidden: names of the classes that are hidden because too few.
        no_rate: French sentence that says why no rate is given; empty when one is.
        doubtful: French sentence on what the dossier may mean otherwise; empty when there is none.
        whole: whether they are a total that the dossier declares of the whole collective.
    """

    title: str
    period: Period
    counts: ExitCounts
    hidden: tuple[str, ...] = ()
    no_rate: str = ""
    doubtful: str = ""
    whole: bool = False

    @property
    def dynamic(self) -> int | None:
        """The three first classes together (*sorties dynamiques*); ``None`` when not told or hidden."""
        return self.counts.dynamic

    @property
    def dynamic_rate(self) -> float | None:
        """Share of the exits that are dynamic, 0–1; ``None`` where no rate may be given."""
        return None if self.no_rate else self.counts.rate(self.dynamic)


def exits(dossier: Dossier, law: LawOnDay) -> tuple[Exits, ...]:
    """Return the exits that the totals tell, then those that the rows tell, of the collective as a whole."""
    totals = [_of_total(result, dossier, law) for result in dossier.results if _tells(result)]
    return (*totals, *_of_rows(dossier, law))


def _tells(result: ActivityResult) -> bool:
    told = (result.durable, result.transition, result.positive, result.exits)
    return any(one is not None for one in told)


def _of_total(result: ActivityResult, dossier: Dossier, law: LawOnDay) -> Exits:
    counts = result_counts(result)
    who = who_of(result, dossier) or "Totaux déclarés du collectif"
    doubtful = (
        "Les sorties positives semblent comprendre les deux premières classes : la classe est la troisième seule."
        if positive_for_all(result)
        else ""
    )
    made = Exits(
        title=who, period=result.period, counts=counts, no_rate=_no_rate(counts), doubtful=doubtful,
        whole=not result.structure,
    )  # fmt: skip
    return _veiled(made, law) if of_one(result, dossier) else made


def _of_rows(dossier: Dossier, law: LawOnDay) -> tuple[Exits, ...]:
    if not dossier.outcomes:
        return ()
    counts, no_rate = _counted(dossier, law)
    days = [row.left_on for row in dossier.outcomes if row.left_on]
    period = Period(start=min(days, default=None), end=max(days, default=None))
    made = Exits(title="Sorties inscrites une à une", period=period, counts=counts, no_rate=no_rate)
    # Nobody declared these counts to be published: they are held to what holds for one structure.
    return (_veiled(made, law),)


def _counted(dossier: Dossier, law: LawOnDay) -> tuple[ExitCounts, str]:
    """Return the counts of the rows, and why there is no rate: on a day without the figures, nobody can say."""
    try:
        counts = exit_counts(dossier, law)
    except NotInForceError as untold:
        return ExitCounts(undecided=len(dossier.outcomes)), f"Pas de taux : {untold}"
    return counts, _no_rate(counts)


def _no_rate(counts: ExitCounts) -> str:
    if counts.undecided:
        few = counts.undecided == 1
        rows = "une ligne ne dit pas" if few else f"{counts.undecided} lignes ne disent pas"
        return f"Pas de taux : {rows} si la sortie compte, ou dans quelle classe."
    if counts.exits is None:
        return "Pas de taux : le dossier ne dit pas combien de personnes sont sorties en tout."
    if not counts.exits:
        return "Pas de taux : aucune sortie ne compte."
    if counts.dynamic is None:
        return "Pas de taux : une des trois classes n'est pas dite."
    if counts.rate(counts.dynamic) is None:
        return "Pas de taux : le total des sorties est plus petit que la somme de ses classes."
    return ""


def _veiled(made: Exits, law: LawOnDay) -> Exits:
    """Hide the small classes of one structure, and with them the total and the rates that would give them back."""
    least = int(law["market.small-cell-min"])
    told = [getattr(made.counts, name) or 0 for name in CLASSES]
    silent = tuple(CLASSES[rank] for rank in sorted(hidden(told, least)))
    if not silent:
        return made
    veiled: dict[str, Any] = dict.fromkeys(silent)
    why = f"Pas de taux : une classe a moins de {least} personnes, et un taux les désignerait."
    return attrs.evolve(
        made, counts=attrs.evolve(made.counts, exits=None, **veiled), hidden=silent, no_rate=why
    )
