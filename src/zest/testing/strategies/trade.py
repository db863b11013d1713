"""What a sector is made of: jobs, tasks, permits, texts, charters, figures; whole sectors that hold together."""

import types
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from zest.contract import CONTRACT
from zest.law import DatedValue, Figure
from zest.model.agreement import AgreementFacts, CollectiveAgreement
from zest.model.charter import Charter, Colour
from zest.model.commitment import ServiceCommitment
from zest.model.dossier import Dossier
from zest.model.edition import Change, ItemKind
from zest.model.identifiers import Idcc
from zest.model.job import Job, PermitKind, Task
from zest.model.profile import SectorIdentity, SectorProfile
from zest.model.segment import SegmentSheet
from zest.sector import Sector
from zest.source import Source
from zest.testing.strategies import words
from zest.testing.strategies.fields import tables
from zest.testing.strategies.whole import dossiers


def sources(**told: SearchStrategy[Any]) -> SearchStrategy[Source]:
    """Return texts, however they were read."""
    return tables(Source, **told)


def jobs(**told: SearchStrategy[Any]) -> SearchStrategy[Job]:
    """Return jobs (*métiers*), with any number of codes, tasks and permits."""
    return tables(Job, **told)


def tasks(**told: SearchStrategy[Any]) -> SearchStrategy[Task]:
    """Return tasks (*tâches*), open, restricted or closed."""
    return tables(Task, **told)


def permit_kinds(**told: SearchStrategy[Any]) -> SearchStrategy[PermitKind]:
    """Return permits (*habilitations*), with or without a term."""
    return tables(PermitKind, **told)


def agreements(**told: SearchStrategy[Any]) -> SearchStrategy[CollectiveAgreement]:
    """Return collective agreements (*conventions collectives*), in force or replaced."""
    return tables(CollectiveAgreement, **told)


def facts(**told: SearchStrategy[Any]) -> SearchStrategy[AgreementFacts]:
    """Return what matters for a lent worker in an agreement."""
    return tables(AgreementFacts, **told)


def segments(**told: SearchStrategy[Any]) -> SearchStrategy[SegmentSheet]:
    """Return trades in one page (*fiches segment*)."""
    return tables(SegmentSheet, **told)


def figures(**told: SearchStrategy[Any]) -> SearchStrategy[Figure]:
    """Return dated figures, their values oldest first."""
    values = st.lists(tables(DatedValue), min_size=1, max_size=3).map(
        lambda many: tuple(sorted(many, key=lambda one: one.since))
    )
    return tables(Figure, **{"values": values, **told})


def charters(**told: SearchStrategy[Any]) -> SearchStrategy[Charter]:
    """Return charters whose colours are contrasted enough: a dark primary and ink, light backgrounds."""
    dark, light = _shade(0, 40), _shade(225, 255)
    roles = {"primary": dark, "ink": dark, "light": light, "soft": light, "accent": _shade(200, 255)}
    wordmark = words.names().map("zest' {}".format)
    return tables(Charter, **{**roles, "wordmark": wordmark, "zone": st.floats(0, 2), **told})


def _shade(least: int, most: int) -> SearchStrategy[Colour]:
    channel = st.integers(least, most)
    return st.builds("#{:02x}{:02x}{:02x}".format, channel, channel, channel).map(Colour)


def identities(**told: SearchStrategy[Any]) -> SearchStrategy[SectorIdentity]:
    """Return identities of sectors that this zest accepts."""
    return tables(SectorIdentity, **{**_identity(), **told})


def _identity() -> dict[str, SearchStrategy[Any]]:
    slug = st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5})?", fullmatch=True)
    return {
        "slug": slug,
        "prefix": st.text("ABCDEFGHIJ", min_size=2, max_size=6),
        "edition": st.integers(2014, 2035).map("{}.1".format),
        "contract": st.just((CONTRACT.oldest, CONTRACT.newest)),
        "label": words.names(),
    }


@st.composite
def profiles(draw: st.DrawFn) -> SectorProfile:
    """Return facts of trades that hold together: what a job, a task or an agreement names exists."""
    permits = _by_key(draw(_some(permit_kinds(key=_slugs()))))
    listed = _by_key(draw(_some(tasks(key=_slugs(), permits=_among(permits)))))
    made = _by_key(draw(_some(jobs(key=_slugs(), task_keys=_among(listed), permits=_among(permits)))))
    texts = {
        one.idcc: one for one in draw(st.lists(agreements(), max_size=3, unique_by=lambda one: one.idcc))
    }
    known = [None, *texts]
    identity = draw(identities())
    promises = _by_key(draw(_some(tables(ServiceCommitment, key=_slugs()))))
    return SectorProfile(
        **attrs.asdict(identity, recurse=False),
        commitments=promises,
        agreements={k: attrs.evolve(v, successor=draw(st.sampled_from(known))) for k, v in texts.items()},
        charter=draw(charters()),
        jobs=made,
        tasks=listed,
        permits=permits,
        facts={Idcc(key): draw(facts()) for key in texts},
        changes=tuple(draw(_changes(promises))),
        segment=draw(st.just({}) | segments().map(lambda sheet: {"segment": sheet})),
    )


def _changes(promises: Iterable[str]) -> SearchStrategy[list[Change]]:
    known = sorted(promises)
    if not known:
        return st.just([])
    change = tables(Change, kind=st.just(ItemKind.COMMITMENT), item=st.sampled_from(known))
    return st.just([]) | st.lists(change, min_size=1, max_size=2)


def _slugs() -> SearchStrategy[str]:
    return st.from_regex(r"[a-z][a-z0-9-]{0,6}[a-z0-9]", fullmatch=True)


def _some(one: SearchStrategy[Any]) -> SearchStrategy[list[Any]]:
    return st.lists(one, max_size=3, unique_by=lambda made: made.key)


def _by_key(many: Iterable[Any]) -> dict[str, Any]:
    return {one.key: one for one in many}


def _among(known: Iterable[str]) -> SearchStrategy[tuple[str, ...]]:
    names = sorted(known)
    return st.lists(st.sampled_from(names), max_size=2, unique=True).map(tuple) if names else st.just(())


def sectors() -> SearchStrategy[Sector]:
    """Return whole sectors without rules, as a folder of data would give them."""
    return st.builds(_sector, profiles(), st.lists(figures(), max_size=2, unique_by=lambda one: one.label))


def _sector(profile: SectorProfile, told: list[Figure]) -> Sector:
    numbered = (attrs.evolve(one, key=f"{profile.slug}.chiffres.{rank}") for rank, one in enumerate(told))
    return Sector(profile=profile, figures=tuple(numbered))


WHOLE: Mapping[type, Callable[[], SearchStrategy[Any]]] = types.MappingProxyType({
    Dossier: dossiers, Charter: charters, Figure: figures, SectorIdentity: identities, SectorProfile: profiles,
})  # fmt: skip
"""Classes that are more than their fields drawn one by one."""
