"""K50x: what a sector says of public codes, held against the tables that publish them."""

from collections.abc import Iterator
from pathlib import Path

from zest.conformance import Flaw, NotRun, Spot, Tier
from zest.testing import codes
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.declaring import check
from zest.testing.reference_tables import reference_folder

_WHY = "Un code faux rattache le métier à un autre : ses chiffres, ses offres et ses formations sont ceux d'autrui."


def _tables() -> Path:
    """Return where the tables are.

    Raises:
        NotRun: they are not on this machine.
    """
    if (folder := reference_folder()) is None:
        raise NotRun(
            "Les tables publiques (ROME, FAP, BMO, IDCC) ne sont pas sur cette machine :"
            " indiquez leur dossier dans la variable ZEST_DATA."
        )
    return folder


def _of_jobs(candidate: Candidate, ask: codes.OfJob) -> Iterator[Flaw]:
    jobs, folder = candidate.sector.profile.jobs, _tables()
    for key, job in jobs.items():
        for words in ask(job, folder):
            yield Flaw(f"Métier {words}", Spot(f"jobs/{key}.toml", ("codes",)))


@check(
    "K501",
    Tier.GOLD,
    requirement="Chaque métier a son code dans chaque édition du ROME, sous le libellé de cette édition.",
    why=_WHY,
    remedy="Reprenez le code et le libellé que publie la table de cette édition.",
    of_trade=True,
)
def rome_code_wrong(candidate: Candidate) -> Iterator[Flaw]:
    """Ask the tables of the ROME."""
    yield from _of_jobs(candidate, codes.rome_faults)


@check(
    "K502",
    Tier.GOLD,
    requirement="Le code FAP de chaque métier est celui des peu qualifiés, et mène au code d'enquête en usage.",
    why=_WHY,
    remedy="Suivez la table de passage de la Dares depuis le code ROME v3.",
    of_trade=True,
)
def fap_code_wrong(candidate: Candidate) -> Iterator[Flaw]:
    """Ask the passage of the Dares."""
    yield from _of_jobs(candidate, codes.fap_faults)


@check(
    "K503",
    Tier.GOLD,
    requirement="Chaque métier a son code BMO à chaque édition de l'enquête, sous le libellé de cette édition.",
    why=_WHY,
    remedy="Reprenez le code et le libellé que publie l'enquête de cette année.",
    of_trade=True,
)
def survey_code_wrong(candidate: Candidate) -> Iterator[Flaw]:
    """Ask the editions of the survey."""
    yield from _of_jobs(candidate, codes.survey_faults)


@check(
    "K504",
    Tier.GOLD,
    requirement="Les jours et le successeur de chaque convention collective sont ceux que publie le ministère.",
    why="Une convention jugée hors de ses dates fait dire au droit ce qu'il ne dit pas ce jour-là.",
    remedy="Reprenez la ligne de la table du ministère.",
    of_trade=True,
)
def agreement_wrong(candidate: Candidate) -> Iterator[Flaw]:
    """Ask the tables of agreements."""
    agreements, folder = candidate.sector.profile.agreements, _tables()
    for idcc, agreement in agreements.items():
        for words in codes.agreement_faults(agreement, folder):
            merged = idcc not in candidate.data("agreements.toml")
            yield Flaw(words, Spot("agreements-merged.toml" if merged else "agreements.toml", (idcc,)))


@check(
    "K505",
    Tier.GOLD,
    requirement="Chaque chiffre d'enquête de la fiche segment est la somme des cases publiées de son édition.",
    why="Un chiffre recopié de travers fait choisir un secteur pour de mauvaises raisons.",
    remedy="Écrivez « libellé (code) : projets de recrutement », avec la somme des cases publiées.",
    of_trade=True,
)
def segment_figure_wrong(candidate: Candidate) -> Iterator[Flaw]:
    """Ask the survey."""
    sheet, folder = candidate.sector.profile.segment.get("segment"), _tables()
    for rank, figure in enumerate(sheet.figures if sheet else ()):
        for words in codes.segment_faults(figure, folder):
            yield Flaw(words, Spot("segment.toml", ("figures", rank)))
