"""What hypothesis calls when it starts: from then on ``from_type`` knows the objects of a dossier."""

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, get_args

import attrs

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy


def register() -> None:
    """Register a strategy for each class of a dossier or a sector. The strategies are loaded at their first use."""
    from hypothesis.strategies import register_type_strategy

    for kind in registered():
        register_type_strategy(kind, _strategy)


@functools.cache
def registered() -> frozenset[type]:
    """Return the classes of a dossier and of a sector's files: objects, checked texts, periods."""
    from zest.model.identifiers import Identifier, Siren
    from zest.model.period import Period

    seen: set[Any] = set()
    met = [kind for root in _roots() for kind in _reached(root, seen)]
    return frozenset({k for k in met if attrs.has(k) or issubclass(k, Identifier)}) | {Siren, Period}


def _roots() -> tuple[type, ...]:
    from zest.law import Figure
    from zest.model.agreement import AgreementFacts, CollectiveAgreement
    from zest.model.charter import Charter
    from zest.model.dossier import Dossier
    from zest.model.edition import Change
    from zest.model.job import Job, PermitKind, Task
    from zest.model.profile import SectorIdentity, SectorProfile
    from zest.model.segment import SegmentSheet

    sheets = (
        AgreementFacts,
        CollectiveAgreement,
        Change,
        Charter,
        Figure,
        Job,
        PermitKind,
        Task,
        SegmentSheet,
    )
    # A profile is made of mappings that its own strategy fills: it is not walked into.
    return (Dossier, *sheets, SectorIdentity, SectorProfile)


def _reached(kind: Any, seen: set[Any]) -> Iterator[type]:
    if kind in seen:
        return
    seen.add(kind)
    for part in get_args(kind):
        yield from _reached(part, seen)
    if isinstance(kind, type):
        yield kind
        for field in attrs.fields(kind) if attrs.has(kind) else ():
            if not field.metadata.get("omit"):
                yield from _reached(field.type, seen)


def _strategy(kind: type) -> "SearchStrategy[Any]":
    from zest.testing.strategies.fields import of_type
    from zest.testing.strategies.trade import WHOLE

    return WHOLE[kind]() if kind in WHOLE else of_type(kind)
