"""Which promises a command measures: those of a dossier, of installed sectors, or measures as they are."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import attrs

from zest.cli.errors import WrongUse
from zest.cli.parsing import nearest
from zest.indicators.indicator import Terms
from zest.measuring.asking import Question, as_promise, measures_at_hand, of_dossier, of_sectors, question
from zest.measuring.catalogue import by_slug
from zest.measuring.facts import terms_of

if TYPE_CHECKING:
    from zest.plugins.assembly import Assembly


@attrs.frozen(kw_only=True)
class Promises:
    """What is asked, and of whom.

    Attributes:
        questions: promises to measure.
        terms: what the rules of rows are told.
        margin: how far below its target a promise is at risk, as a share.
        alone: whether rows that name no offer are of the only one there is.
        name: of the collective.
    """

    questions: Sequence[Question]
    terms: Terms
    margin: float
    alone: bool = True
    name: str = ""


def promises(
    dossier: str | None, keys: Sequence[str], as_of: dt.date, folders: Sequence[str] = ()
) -> Promises:
    """Find the promises.

    Args:
        dossier: folder or file; ``None`` for the promises of the sectors at hand and the measures as they are.
        keys: of commitments or measures; all when empty.
        as_of: the day of the measure.
        folders: of sectors that are not installed.

    Raises:
        WrongUse: a key names nothing.
        UnreadableFileError: the dossier cannot be read, or a folder holds no sector.
    """
    told = _of_dossier(dossier, as_of, folders) if dossier else _of_sectors(as_of, folders)
    return attrs.evolve(told, questions=_chosen(told, keys)) if keys else told


def _of_dossier(path: str, as_of: dt.date, folders: Sequence[str]) -> Promises:
    from zest.cli.reading import readable
    from zest.cli.sectors_given import local_sectors
    from zest.plugins.assembly import assemble

    read = readable(path)
    made = assemble(read.sectors, local_sectors(folders))
    known = by_slug(made.indicators)
    terms = terms_of(as_of, made.catalogue.law, known.values(), read, made.catalogue.sectors)
    return Promises(
        questions=of_dossier(read, made.catalogue.sectors, known, terms),
        terms=terms,
        margin=_margin(made, as_of),
        alone=len(read.offers) == 1,
        name=read.name,
    )


def _of_sectors(as_of: dt.date, folders: Sequence[str]) -> Promises:
    """Return the promises of sectors that tables can answer, then the measures that none of them makes."""
    from zest.cli.sectors_given import every_sector

    made = every_sector(folders=folders)
    known = by_slug(made.indicators)
    terms = terms_of(as_of, made.catalogue.law, known.values())
    told = of_sectors(made.catalogue.sectors.values(), known, terms)
    asked = {one.indicator for one in told}
    free = [one for one in measures_at_hand(known, terms) if one.indicator not in asked]
    return Promises(questions=[*told, *free], terms=terms, margin=_margin(made, as_of))


def _margin(made: "Assembly", as_of: dt.date) -> float:
    return made.catalogue.law.on(as_of)["commitments.at-risk-margin"]


def _chosen(told: Promises, keys: Iterable[str]) -> list[Question]:
    """Return the questions of those keys; a measure that no promise makes is put as it is."""
    known = by_slug()
    chosen: list[Question] = []
    for key in dict.fromkeys(keys):
        found = [one for one in told.questions if key in (one.commitment.key, one.commitment.indicator)]
        if not found and key in known:
            found = [question(as_promise(known[key]), known, told.terms)]
        if not found:
            names = dict.fromkeys([*(one.commitment.key for one in told.questions), *known])
            raise WrongUse(f"aucun engagement ni mesure ne s'appelle « {key} »{nearest(key, names)}")
        chosen += found
    return chosen
