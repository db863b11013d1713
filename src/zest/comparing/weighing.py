"""Which way an item changed, for whoever has to comply; what cannot be told is said to be neither."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

import attrs

from zest.comparing.items import ItemKind
from zest.comparing.judged import Judged
from zest.comparing.shapes import comparison
from zest.model.commitment import Comparison
from zest.model.job import PermitKind, Restriction, Task
from zest.model.work import Minors
from zest.rule import Rule
from zest.senses import Sense, Step, number_sense, promise_steps, said, value_steps


def steps(kind: ItemKind, key: str, before: Judged, after: Judged) -> Iterator[Step]:
    """Yield what an item that both versions have asks more or less in the second."""
    weigh = _WEIGHERS.get(kind)
    if weigh:
        yield from weigh(key, before, after)


def _promise(key: str, before: Judged, after: Judged) -> Iterator[Step]:
    yield from promise_steps(before.profile.commitments[key], after.profile.commitments[key])


def _figure(key: str, before: Judged, after: Judged) -> Iterator[Step]:
    old, new = before.figures[key], after.figures[key]
    bound = new.bound or old.bound or _bound(key, after)
    days = sorted({value.since for value in (*old.values, *new.values)})
    yield from value_steps(old, attrs.evolve(new, bound=bound), days)


def _bound(key: str, version: Judged) -> Comparison | None:
    """Return how the declared rules of a version read a figure that does not say it itself."""
    for rule in version.rules.values():
        compared = comparison(rule)
        if compared.get("at_most") == key:
            return Comparison.AT_MOST
        if compared.get("at_least") == key:
            return Comparison.AT_LEAST
    return None


def _rule(key: str, before: Judged, after: Judged) -> Iterator[Step]:
    old, new = before.rules[key], after.rules[key]
    graver = new.capped.rank - old.capped.rank
    if graver:
        turned = "se durcit" if graver > 0 else "s'adoucit"
        words = f"La règle {key} {turned} : {old.capped.value} → {new.capped.value}."
        yield (Sense.TIGHTER if graver > 0 else Sense.LOOSER), words
    yield from _bounds(key, old, new)


_BOUNDS = MappingProxyType({"at_most": Comparison.AT_MOST, "at_least": Comparison.AT_LEAST})


def _bounds(key: str, old: Rule, new: Rule) -> Iterator[Step]:
    """Yield the sense of a number that stands in the rule itself."""
    then, now = comparison(old), comparison(new)
    for name, bound in _BOUNDS.items():
        first, last = then.get(name), now.get(name)
        if not isinstance(first, float | int) or not isinstance(last, float | int):
            continue
        if sense := number_sense(bound, first, last):
            yield sense, f"La règle {key} demande {said(last)}, contre {said(first)}."


_RESTRICTIONS = tuple(Restriction)
_MINORS = tuple(Minors)


def _task(key: str, before: Judged, after: Judged) -> Iterator[Step]:
    old, new = before.profile.tasks[key], after.profile.tasks[key]
    yield from _closing(
        old, "restriction", _RESTRICTIONS.index(new.restriction) - _RESTRICTIONS.index(old.restriction)
    )
    yield from _closing(old, "mineurs", _MINORS.index(new.minors) - _MINORS.index(old.minors))


def _closing(task: Task, what: str, more: int) -> Iterator[Step]:
    whom = " aux mineurs" if what == "mineurs" else ""
    if more:
        words = f"La tâche « {task.label} » est {'plus' if more > 0 else 'moins'} fermée{whom}."
        yield (Sense.TIGHTER if more > 0 else Sense.LOOSER), words


def _permit(key: str, before: Judged, after: Judged) -> Iterator[Step]:
    old, new = before.profile.permits[key], after.profile.permits[key]
    shorter = _months(old) - _months(new)
    if shorter:
        words = f"« {new.label} » vaut {'moins' if shorter > 0 else 'plus'} longtemps."
        yield (Sense.TIGHTER if shorter > 0 else Sense.LOOSER), words


def _months(kind: PermitKind) -> float:
    return float("inf") if kind.validity_months is None else kind.validity_months


_WEIGHERS: Mapping[ItemKind, Callable[[str, Judged, Judged], Iterator[Step]]] = MappingProxyType({
    ItemKind.COMMITMENT: _promise,
    ItemKind.RULE: _rule,
    ItemKind.FIGURE: _figure,
    ItemKind.TASK: _task,
    ItemKind.PERMIT: _permit,
})  # fmt: skip
