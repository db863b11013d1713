"""What one wanted change makes of a commitment or of a figure; one that says another thing than it does is refused."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

import attrs

from zest.edition.files import FigureWanted, PromiseWanted
from zest.errors import EditionError
from zest.law import DatedValue, Figure
from zest.model.commitment import ServiceCommitment
from zest.model.edition import Verb
from zest.senses import Sense, promise_steps, together, value_steps
from zest.structuring import suggest


def amended_promise(
    key: str, wanted: PromiseWanted, base: ServiceCommitment | None, among: Iterable[str]
) -> ServiceCommitment | None:
    """Return the commitment after a change; ``None`` when it is retired.

    Args:
        key: of it.
        wanted: what is asked.
        base: what it was, if it was there.
        among: the keys that there are, of which one may have been meant.

    Raises:
        EditionError: it adds what is there, changes what is not, or calls « tighten » what does not tighten.
    """
    _require_presence(f"l'engagement « {key} »", wanted.verb, "" if base else suggest(key, among))
    if wanted.verb is Verb.RETIRE:
        return None
    if wanted.to is None or wanted.to.key != key:
        raise EditionError(
            f"l'engagement « {key} » : il faut dire dans « to » ce qu'il devient, sous la même clé"
        )
    made = wanted.to.over(base) if base else wanted.to
    untold: dict[str, Any] = dict.fromkeys(_droppable(key, wanted.untold))
    made = attrs.evolve(made, **untold)
    if not made.statement or made.family is None:
        raise EditionError(f"l'engagement « {key} » n'a pas d'énoncé ou de famille")
    if base and wanted.verb is Verb.TIGHTEN:
        sense = together(sense for sense, _ in promise_steps(base, made))
        _require_tighter(f"l'engagement « {key} »", sense)
    return made


def _droppable(key: str, names: Iterable[str]) -> list[str]:
    known = {field.name for field in attrs.fields(ServiceCommitment)} - {"key", "family", "statement"}
    if strange := [name for name in names if name not in known]:
        raise EditionError(f"l'engagement « {key} » : « {strange[0]} » ne peut pas être laissé sans valeur")
    return list(names)


def amended_figure(
    key: str, name: str, wanted: FigureWanted, base: Figure | None, among: Iterable[str]
) -> Figure:
    """Return the figure after a change: the values of its past stay, the new ones hold from their first day.

    Args:
        key: of it.
        name: as the edition writes it.
        wanted: what is asked.
        base: what it was, if it was there.
        among: the names that there are, of which one may have been meant.

    Raises:
        EditionError: it adds what is there, changes what is not, or calls « tighten » what does not tighten.
    """
    who = f"le chiffre « {name} »"
    _require_presence(who, wanted.verb, "" if base else suggest(name, among))
    if wanted.verb is not Verb.RETIRE and not wanted.values:
        raise EditionError(f"{who} : il faut dire dans « values » ce qu'il vaut, et depuis quand")
    if base is None:
        if not wanted.label:
            raise EditionError(f"{who} n'a pas de libellé (label)")
        return Figure(
            key=key, label=wanted.label, unit=wanted.unit, values=wanted.values,
            reading=wanted.reading, bound=wanted.bound,
        )  # fmt: skip
    bound = wanted.bound or base.bound
    if bound is None:
        raise EditionError(
            f"{who} : dites dans « bound » si c'est un plafond (at-most) ou un plancher (at-least)"
        )
    values = wanted.values or (DatedValue(value=None, since=wanted.on, source=wanted.source),)
    made = attrs.evolve(
        base,
        values=followed(base.values, values),
        bound=bound,
        reading=wanted.reading or base.reading,
    )
    if wanted.verb is Verb.TIGHTEN:
        _require_tighter(
            who, together(sense for sense, _ in value_steps(base, made, [value.since for value in values]))
        )
    return made


def followed(past: Iterable[DatedValue], new: tuple[DatedValue, ...]) -> tuple[DatedValue, ...]:
    """Return values cut on the eve of the first new one, then the new ones."""
    first = min(value.since for value in new)
    eve = first - dt.timedelta(days=1) if first > dt.date.min else first
    kept = (value for value in past if value.since < first)
    cut = (
        attrs.evolve(value, until=eve) if value.until is None or value.until > eve else value
        for value in kept
    )
    return (*cut, *new)


def _require_presence(who: str, verb: Verb, near: str) -> None:
    """Hold a verb to what is there; ``near`` is said of what is not, and empty of what is."""
    if verb is Verb.ADD and not near:
        raise EditionError(f"{who} existe déjà : « add » ne peut pas l'ajouter")
    if verb is not Verb.ADD and near:
        raise EditionError(
            f"{who} n'existe pas, et « {verb.value} » n'a rien à changer{near.removesuffix('.')}"
        )


def _require_tighter(who: str, sense: Sense) -> None:
    if sense is not Sense.TIGHTER:
        raise EditionError(
            f"{who} : « tighten » doit demander plus, et ne demander moins en rien ; sinon, écrivez « replace »"
        )
