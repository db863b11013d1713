"""What the letter, the attestation of training and the slides show."""

from types import MappingProxyType

from zest.console.typography import day, number, percent
from zest.documents.document import Data, Subject
from zest.documents.facts.common import common, promises
from zest.documents.facts.figures import key_figures
from zest.documents.texts import filled, texts
from zest.law import LawOnDay
from zest.measures import measures_of, overall, target_of
from zest.model.commitment import ServiceCommitment
from zest.model.journey import Audience, Training
from zest.model.outcome import ActivityResult
from zest.readings.exit_counts import result_counts
from zest.report import Standing


def letter(subject: Subject) -> Data:
    """Return the facts of the letter model (*papier à lettres*)."""
    blocks = common(subject)
    return blocks | {"texts": filled(texts()["about"], subject, blocks)}


def prospecting(subject: Subject) -> Data:
    """Return the facts of the model mailing letter (*mailing type*): the same words as the mail."""
    blocks = common(subject)
    return blocks | {"mail": filled(texts()["mails"]["prospection"], subject, blocks)}


def attestation(subject: Subject) -> Data:
    """Return the facts of the attestation of training: who attended is written by hand, never known here."""
    found = [one for one in subject.dossier.trainings or () if _attended(one, subject)]
    return common(subject) | {"trainings": [_training(one) for one in found]}


def attended(subject: Subject) -> bool:
    """Whether the structure is known to have sent somebody to a training."""
    return any(_attended(one, subject) for one in subject.dossier.trainings or ())


def _attended(one: Training, subject: Subject) -> bool:
    own = subject.structure.key if subject.structure else ""
    return one.audience is Audience.PERMANENT_STAFF and any(
        told.structure == own and told.people > 0 for told in one.attendances or ()
    )


def _training(one: Training) -> Data:
    when = f"du {day(one.start)} au {day(one.end)}" if one.start and one.end else ""
    return {"title": one.title, "provider": one.provider, "when": when}


def deck(subject: Subject) -> Data:
    """Return the facts of the slides: promises with what was measured of them, results with their denominator."""
    blocks = common(subject)
    told = [
        {**block, "standing": _standing(one, subject)}
        for block, one in zip(blocks["commitments"], promises(subject), strict=True)
    ]
    return blocks | {
        "commitments": told,
        "figures": key_figures(subject),
        "results": [_result(one) for one in subject.dossier.results if one.offer in ("", subject.offer.key)],
        "texts": filled(texts()["about"], subject, blocks),
    }


def _standing(one: ServiceCommitment, subject: Subject) -> str:
    """Say how a promise stands: never a share without its number of cases."""
    margin = LawOnDay(law=subject.catalogue.law, day=subject.as_of)["commitments.at-risk-margin"]
    told = overall(measures_of(one, subject.offer, subject.dossier), target_of(one), margin)
    if told.standing is Standing.NOT_MEASURED:
        return "Pas encore mesuré"
    share = f"{number(told.kept)} cas sur {number(told.cases)} ({percent(told.kept / told.cases, target_of(one))})"
    return f"{_STANDINGS[told.standing]} : {share}"


_STANDINGS = MappingProxyType(
    {Standing.KEPT: "Tenu", Standing.AT_RISK: "À surveiller", Standing.BROKEN: "Non tenu"}
)


def _result(one: ActivityResult) -> Data:
    counted = result_counts(one)
    rate = counted.rate(counted.dynamic)
    when = f"Du {day(one.start)} au {day(one.end)}" if one.start and one.end else ""
    # A number of people is told with what it is counted out of, or there is no rate at all.
    words = (
        f"{percent(rate)} de sorties dynamiques : {counted.dynamic} sur {counted.exits} sorties"
        if (rate is not None)
        else "Pas de taux : le nombre de toutes les sorties n'est pas connu"
    )
    return {
        "when": when,
        "hours": number(one.hours) if one.hours is not None else "",
        "rate": words,
        "exits": [
            {"label": label, "count": number(value)}
            for label, value in (
                ("vers un emploi durable", one.durable), ("vers un emploi de transition", one.transition),
                ("positives (formation, autre SIAE)", one.positive), ("en tout", one.exits),
            )
            if value is not None
        ],
        "note": one.note,
    }  # fmt: skip
