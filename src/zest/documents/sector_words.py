"""How a sector speaks to its clients: the few sentences of a kit that are the trade's own.

A sector gives them in ``documents/words.toml``; what it leaves out is said in words that suit any trade.
"""

from collections.abc import Iterable
from pathlib import Path

import attrs

from zest.datafiles import build, read_table, there
from zest.model.profile import SectorProfile

FOLDER = "documents"
FILE = "words.toml"


@attrs.frozen(kw_only=True)
class SectorWords:
    """Sentences for clients, in French.

    Attributes:
        cover: title of the collective leaflet.
        headline: title of the individual flyer.
        lead: what stands below the title of the flyer.
        why: one paragraph that tells when a client needs us.
        opening: first question of a phone call.
    """

    cover: str = ""
    headline: str = ""
    lead: str = ""
    why: str = ""
    opening: str = ""


def sector_words(profile: SectorProfile, folders: Iterable[Path | None]) -> SectorWords:
    """Return the words of a sector, its own first.

    Args:
        profile: of the sector.
        folders: where its files are, then those of the sectors that it extends.

    Raises:
        DataFileError: a file does not hold what it must.
    """
    words = _common(profile.label)
    for folder in reversed([one for one in folders if one]):
        own = _own(folder / FOLDER / FILE)
        words = attrs.evolve(words, **attrs.asdict(own, filter=lambda _, value: value != ""))
    return words


def _own(file: Path) -> SectorWords:
    return build(SectorWords, read_table(file), file) if there(file) else SectorWords()


def _common(trade: str) -> SectorWords:
    return SectorWords(
        cover=f"Vos renforts en {trade}",
        headline="Un renfort près de chez vous, quand il vous le faut",
        lead=(
            f"Des personnes motivées, préparées aux métiers « {trade} » et accompagnées."
            " Nous sommes l'employeur, vous gardez l'esprit libre."
        ),
        why=(
            "Une absence, un pic d'activité, un chantier qui démarre : nous mettons à votre disposition des personnes"
            " motivées, préparées au métier et suivies par un référent."
        ),
        opening="Vous arrive-t-il de manquer de bras, pour une absence ou un pic d'activité ?",
    )
