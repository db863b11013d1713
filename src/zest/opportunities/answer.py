"""What ``zest opportunities`` answers: jobs and sectors ranked, each with its reasons."""

import attrs

from zest.opportunities.scoring import Score
from zest.opportunities.supplying import Supply
from zest.opportunities.survey import Need
from zest.opportunities.trades import Trade
from zest.opportunities.trends import Trend


@attrs.frozen(kw_only=True)
class JobRanked:
    """One job of the survey.

    Attributes:
        code: of the edition.
        label: of the edition.
        need: what employers want.
        score: points and ranks.
        trades: jobs of the sectors that it covers; empty for a job that no sector has.
        supply: what the collective can supply; ``None`` without a dossier.
        trend: over the editions at hand.
        reasons: of its rank, French sentences.
    """

    code: str
    label: str
    need: Need
    score: Score
    trades: tuple[Trade, ...] = ()
    supply: Supply | None = None
    trend: Trend
    reasons: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class SectorRanked:
    """One sector: the jobs of the survey that its own jobs fall under, each once.

    Attributes:
        slug: of the sector.
        label: French name.
        need: of its jobs together.
        score: points and ranks, against the other sectors.
        codes: of the survey.
        absent: codes of its jobs that no row of the territory has.
        supply: what the collective can supply; ``None`` without a dossier.
        trend: over the editions at hand.
        reasons: of its rank, French sentences.
    """

    slug: str
    label: str
    need: Need
    score: Score
    codes: tuple[str, ...]
    absent: tuple[str, ...] = ()
    supply: Supply | None = None
    trend: Trend
    reasons: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Opportunities:
    """Everything that crossing the survey with a territory answers.

    Attributes:
        area: name of the territory.
        year: of the edition that ranks.
        nomenclature: what its codes are taken from.
        files: that it was read from.
        years: editions at hand, oldest first.
        collective: name of the collective; empty without a dossier.
        whole: of all jobs of the territory, those of no sector too.
        sectors: best first.
        jobs: best first.
        notes: what one must know to read the numbers, French sentences.
    """

    area: str
    year: int
    nomenclature: str
    files: tuple[str, ...]
    years: tuple[int, ...]
    collective: str = ""
    whole: Need
    sectors: tuple[SectorRanked, ...]
    jobs: tuple[JobRanked, ...]
    notes: tuple[str, ...] = ()
