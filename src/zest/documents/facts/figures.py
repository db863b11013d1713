"""The few numbers that a leaflet prints large: only those that the dossier or the offer tells."""

from collections.abc import Iterator

from zest.console.typography import day, number
from zest.documents.document import Data, Subject
from zest.documents.facts.common import promises
from zest.model.commitment import Comparison
from zest.model.journey import Audience
from zest.model.outcome import ActivityResult

_MOST = 4


def key_figures(subject: Subject) -> list[Data]:
    """Return at most four numbers with their words: structures, delay promised, hours lent, people trained."""
    return [{"value": value, "words": words} for value, words in _told(subject)][:_MOST]


def employers(subject: Subject) -> tuple[str, str]:
    """Return how many structures carry the offer, and what they are called."""
    carriers = subject.dossier.carriers(subject.offer)
    return number(len(carriers)), "employeurs solidaires" if len(carriers) > 1 else "employeur solidaire"


def _told(subject: Subject) -> Iterator[tuple[str, str]]:
    yield employers(subject)
    yield from _delay(subject)
    for result in subject.dossier.results:
        if result.offer in ("", subject.offer.key) and result.hours:
            yield number(round(result.hours)), f"heures de mise à disposition{_when(result)}"
            break
    people = sum(
        one.people or 0 for one in subject.dossier.trainings or () if one.audience is Audience.EMPLOYEES
    )
    if people:
        yield number(people), "personnes formées au métier" if people > 1 else "personne formée au métier"
    if jobs := len(subject.offer.jobs or ()):
        yield str(jobs), "métiers proposés" if jobs > 1 else "métier proposé"


def _delay(subject: Subject) -> Iterator[tuple[str, str]]:
    """Yield the delay in which a request is *handled*; that somebody is on the spot is never promised."""
    for one in promises(subject):
        if one.indicator == "hours-to-handle" and one.comparison is Comparison.AT_MOST and one.threshold:
            yield f"{number(one.threshold)} h", "au plus pour traiter votre demande"
            return


def _when(result: ActivityResult) -> str:
    if result.start and result.end and result.start.year == result.end.year:
        whole = (result.start.month, result.end.month) == (1, 12)
        return f" en {result.start.year}" if whole else f", au {day(result.end)}"
    return ""
