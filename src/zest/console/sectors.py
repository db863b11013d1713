"""Installed sectors, those that fail last."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from zest.console.answers.answer import like
from zest.console.blocks import Block, Fit, Grid, Heading, Line, Prose, Span, bare, text
from zest.console.envelopes import Envelope, envelope
from zest.console.typography import count, french, listed
from zest.plugins.assembly import Assembly
from zest.plugins.origin import Loaded, Refused

if TYPE_CHECKING:
    from zest.console.answers.sectors import RefusedTold, SectorTold

_HEAD = ("Secteur", "", "Greffon", "Édition", "Contrat", "Métiers", "Engagements", "Règles", "Conventions")


def sectors_blocks(assembly: Assembly) -> Iterator[Block]:
    """Yield one line for each sector, then each failure with its cause and its remedy."""
    said = count(len(assembly.loaded), "secteur prêt", "secteurs prêts")
    failed = (
        f", {count(len(assembly.refused), 'greffon refusé', 'greffons refusés')}" if assembly.refused else ""
    )
    yield Prose((Span(said, "strong"), Span(failed, "bad")), indent=0)
    if assembly.loaded:
        wide = Grid(rows=tuple(_row(one) for one in assembly.loaded), head=_HEAD, indent=0)
        narrow = Grid(
            rows=tuple(row for one in assembly.loaded for row in _folded(one)), flexible=1, indent=0
        )
        yield Prose(text(""))
        yield Fit(wide=wide, narrow=(narrow,))
    if noted := [(one.origin.slug, note) for one in assembly.loaded for note in one.notes]:
        yield Heading("Remarques", aside=count(len(noted), "remarque"))
        rows = tuple(
            ((Span("! ", "doubt"), Span(slug, "strong")), text(french(note))) for slug, note in noted
        )
        yield Grid(rows=rows, flexible=1)
    if assembly.refused:
        yield Heading("Refusés", aside=count(len(assembly.refused), "greffon"))
        yield Grid(rows=tuple(row for one in assembly.refused for row in _refused(one)), flexible=1)


def _row(one: Loaded) -> tuple[Line, ...]:
    profile = one.sector.profile
    numbers = (len(profile.jobs), len(profile.commitments), len(one.sector.rules), len(profile.agreements))
    return (
        (Span("✓ ", "good"), Span(profile.slug, "strong")),
        text(profile.label + (f" (prolonge {listed(list(profile.extends))})" if profile.extends else "")),
        text(str(one.origin)),
        text(profile.edition),
        text("–".join(map(str, dict.fromkeys(profile.contract)))),
        *(text(str(n)) for n in numbers),
    )


def _folded(one: Loaded) -> Iterator[tuple[Line, ...]]:
    """Say the same on three lines, for a narrow terminal."""
    name, label, origin, edition, contract, *numbers = map(bare, _row(one))
    counted = [f"{n} {head.lower()}" for n, head in zip(numbers, _HEAD[5:], strict=True)]
    yield text("✓", "good"), (Span(name.removeprefix("✓ "), "strong"), Span(f" · {label}"))
    yield text(""), text(f"{origin} · édition {edition} · contrat {contract}", "dim")
    yield text(""), text(", ".join(counted), "dim")


def _refused(one: Refused) -> Iterator[tuple[Line, ...]]:
    yield (Span("✗ ", "bad"), Span(one.origin.slug, "strong")), text(french(one.cause))
    yield text(""), (Span("→ ", "strong"), Span(french(one.remedy)))


def sectors_envelope(assembly: Assembly) -> Envelope:
    """Return the answer of ``zest sectors`` for programs."""
    from zest.console.answers.sectors import SectorsAnswer

    return envelope(SectorsAnswer(**sectors_told(assembly)))


def sectors_told(assembly: Assembly) -> dict[str, Any]:
    """Return the sectors at hand and the plugins that failed, as two answers tell them."""
    return {
        "sectors": tuple(_sector(one) for one in assembly.loaded),
        "refused": tuple(_refused_told(one) for one in assembly.refused),
    }


def _sector(one: Loaded) -> "SectorTold":
    from zest.console.answers.sectors import SectorTold

    profile = one.sector.profile
    return like(
        SectorTold,
        profile,
        distribution=one.origin.distribution,
        version=one.origin.version,
        origin=str(one.origin),
        folder=str(one.sector.folder) if one.sector.folder else None,
        notes=one.notes,
        jobs=len(profile.jobs),
        commitments=len(profile.commitments),
        rules=len(one.sector.rules),
        agreements=len(profile.agreements),
    )


def _refused_told(one: Refused) -> "RefusedTold":
    from zest.console.answers.sectors import RefusedTold

    origin = one.origin
    return like(
        RefusedTold,
        one,
        slug=origin.slug,
        distribution=origin.distribution,
        version=origin.version,
        origin=str(origin),
    )
