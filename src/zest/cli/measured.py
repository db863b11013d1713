"""Which promises a command measures: those of a dossier, of installed sectors, or measures as they are."""

import datetime as dt
from collections.abc import Iterable, Sequence

import attrs

from zest.cli.errors import WrongUse
from zest.cli.parsing import nearest
from zest.measuring.asking import Question, as_promise, question
from zest.measuring.catalogue import by_slug
from zest.measuring.requests import request_of, request_of_sectors
from zest.measuring.run import Request


def promises(
    dossier: str | None, keys: Sequence[str], as_of: dt.date, folders: Sequence[str] = ()
) -> Request:
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


def _of_dossier(path: str, as_of: dt.date, folders: Sequence[str]) -> Request:
    from zest.cli.reading import readable
    from zest.cli.sectors_given import local_sectors
    from zest.plugins.assembly import assemble

    read = readable(path)
    made = assemble(read.sectors, local_sectors(folders))
    return request_of(read, made.catalogue, made.indicators, as_of)


def _of_sectors(as_of: dt.date, folders: Sequence[str]) -> Request:
    from zest.cli.sectors_given import every_sector

    made = every_sector(folders=folders)
    return request_of_sectors(made.catalogue, made.indicators, as_of)


def _chosen(told: Request, keys: Iterable[str]) -> list[Question]:
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
