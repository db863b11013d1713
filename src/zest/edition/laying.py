"""A regional edition laid over what it extends: the sector that its offers are judged by."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from zest.edition.amending import amended_figure, amended_promise
from zest.edition.files import FILE, FigureWanted, PromiseWanted, Wanted
from zest.edition.regional import RegionalEdition
from zest.errors import EditionError
from zest.law import Figure
from zest.model.commitment import ServiceCommitment
from zest.model.edition import Change, ItemKind, Verb
from zest.sector import Sector
from zest.senses import Sense, Step, promise_steps, value_steps

Target = tuple[ItemKind, str]


def laid(edition: RegionalEdition, bases: Sequence[Sector]) -> Sector:
    """Return the sector that an edition makes of those that it extends, with its own rules alone.

    Args:
        edition: as its plugin published it.
        bases: the sector, or editions of one and the same sector, in the order of ``extends``.

    Raises:
        EditionError: two bases are of different sectors or change the same thing, or a change cannot be made.
    """
    national = _national(bases)
    keys = {
        name: _figure_key(name, wanted, edition, bases) for name, wanted in edition.wanted.figures.items()
    }
    decided = {
        *((ItemKind.COMMITMENT, key) for key in edition.wanted.commitments),
        *((ItemKind.FIGURE, key) for key in keys.values()),
    }
    state = _joined(bases, national, decided)
    for key, promise in edition.wanted.commitments.items():
        state = _with_promise(state, edition, key, promise)
    for name, figure in edition.wanted.figures.items():
        state = _with_figure(state, edition, (keys[name], name), figure, national)
    own = attrs.asdict(edition.identity, recurse=False)
    changes = tuple(_weighed(state, national))
    added = (figure for key, figure in state.figures.items() if key.startswith(f"{edition.identity.slug}."))
    return Sector(
        profile=attrs.evolve(
            national.profile, **own, commitments=MappingProxyType(dict(state.promises)), changes=changes
        ),
        rules=edition.rules,
        figures=(*edition.figures, *added),
        overrides=MappingProxyType(dict(state.figures)),
        columns=national.columns,
        national=national,
        folder=edition.folder,
    )


@attrs.frozen(kw_only=True)
class _State:
    """Where the laying stands: promises, the figures that are no longer the sector's, and the changes so far."""

    promises: Mapping[str, ServiceCommitment]
    figures: Mapping[str, Figure]
    changes: tuple[Change, ...]


def _national(bases: Sequence[Sector]) -> Sector:
    """Return the sector that every base is, or is an edition of."""
    roots = {root.profile.slug: root for root in (base.national or base for base in bases)}
    if len(roots) > 1:
        raise EditionError(f"elle prolonge deux secteurs à la fois : {' et '.join(sorted(roots))}")
    return next(iter(roots.values()))


def _figure_key(name: str, wanted: FigureWanted, edition: RegionalEdition, bases: Sequence[Sector]) -> str:
    """Return the whole key of a figure that ``edition.toml`` names without its slug."""
    if wanted.verb is not Verb.ADD:
        for base in bases:
            root = base.national or base
            for sector in (root, base):
                key = f"{sector.profile.slug}.{name}"
                if key in base.overrides or any(figure.key == key for figure in sector.figures):
                    return key
    return f"{edition.identity.slug}.{name}"


def _joined(bases: Sequence[Sector], national: Sector, decided: set[Target]) -> _State:
    """Put the changes of the bases together; two that change the same thing are refused, unless it is decided here."""
    last: dict[Target, Change] = {}
    promises = dict(national.profile.commitments)
    for base in bases:
        for change in {one.target: one for one in base.profile.changes}.values():
            other = last.setdefault(change.target, change)
            if other != change and change.target not in decided:
                raise EditionError(
                    f"{change.kind.label} « {change.item} » est changé à la fois par « {other.by} » et par "
                    f"« {change.by} » : décidez-en dans {FILE}, ou ne prolongez que l'une des deux"
                )
            if other is change and change.kind is ItemKind.COMMITMENT:
                _put(promises, change.item, base.profile.commitments.get(change.item))
    figures = {key: figure for base in reversed(bases) for key, figure in base.overrides.items()}
    every = dict.fromkeys(change for base in bases for change in base.profile.changes)
    return _State(promises=promises, figures=figures, changes=tuple(every))


def _put(promises: dict[str, ServiceCommitment], key: str, made: ServiceCommitment | None) -> None:
    if made is None:
        promises.pop(key, None)
    else:
        promises[key] = made


def _with_promise(state: _State, edition: RegionalEdition, key: str, wanted: PromiseWanted) -> _State:
    before, promises = state.promises.get(key), dict(state.promises)
    after = amended_promise(key, wanted, before, promises)
    _put(promises, key, after)
    change = _change(edition, (ItemKind.COMMITMENT, key), wanted, _told(wanted))
    return attrs.evolve(state, promises=promises, changes=(*state.changes, change))


def _with_figure(
    state: _State, edition: RegionalEdition, named: tuple[str, str], wanted: FigureWanted, national: Sector
) -> _State:
    (key, name), known = named, {figure.key: figure for figure in national.figures} | dict(state.figures)
    among = [one.partition(".")[2] for one in known]
    figures = {**state.figures, key: amended_figure(key, name, wanted, known.get(key), among)}
    change = _change(edition, (ItemKind.FIGURE, key), wanted, ("values",))
    return attrs.evolve(state, figures=figures, changes=(*state.changes, change))


def _change(edition: RegionalEdition, target: Target, wanted: Wanted, fields: Iterable[str]) -> Change:
    kind, item = target
    return Change(
        verb=wanted.verb,
        kind=kind,
        item=item,
        by=edition.identity.slug,
        edition=edition.identity.edition,
        author=wanted.author,
        on=wanted.on,
        reason=wanted.reason,
        source=wanted.source,
        fields=tuple(fields),
    )


def _told(wanted: PromiseWanted) -> Iterator[str]:
    """Yield the fields of a commitment that an edition speaks of, were it to say what the sector says."""
    for field in attrs.fields(ServiceCommitment):
        told = wanted.to and field.name != "key" and getattr(wanted.to, field.name) is not None
        if told or field.name in wanted.untold:
            yield field.name


def _weighed(state: _State, national: Sector) -> Iterator[Change]:
    """Yield the changes; the last of each thing says how what it became is looser than the national one."""
    last = {change.target: change for change in state.changes}
    for change in state.changes:
        steps = _steps(change, state, national) if last[change.target] is change else ()
        yield attrs.evolve(change, loosens=tuple(words for sense, words in steps if sense is Sense.LOOSER))


def _steps(change: Change, state: _State, national: Sector) -> Iterator[Step]:
    if change.kind is ItemKind.FIGURE:
        before = next((figure for figure in national.figures if figure.key == change.item), None)
        after = state.figures[change.item]
        if before:
            yield from value_steps(before, after, [value.since for value in after.values])
        return
    old, new = (where.get(change.item) for where in (national.profile.commitments, state.promises))
    if old and new:
        yield from promise_steps(old, new)
    elif old:
        yield Sense.LOOSER, f"L'engagement national « {change.item} » est retiré."
