"""The state of an installation: parts first, then plugins, then what is wrong, each with one cause and one remedy."""

from collections.abc import Iterator
from pathlib import Path

from zest.console.answers.answer import like
from zest.console.blocks import Block, Grid, Heading, Line, Prose, Span, text
from zest.console.envelopes import Envelope, envelope
from zest.console.sectors import sectors_told
from zest.console.typography import count, french, listed
from zest.diagnosis import Diagnosis
from zest.plugins.origin import Loaded

Row = tuple[Line, ...]


def doctor_blocks(found: Diagnosis, tables: Path | None) -> Iterator[Block]:
    """Yield the state; what is wrong comes last, where a terminal stops."""
    wrong = len(found.troubles) + len(found.assembly.refused)
    said = text(count(wrong, "panne"), "bad") if wrong else text("rien n'empêche zest de répondre", "good")
    yield Prose((Span("✗ " if wrong else "✓ ", "bad" if wrong else "good"), *said), indent=0)
    yield Heading("Installation")
    yield Grid(rows=tuple(_installation(found, tables)), flexible=1)
    yield Heading("Dépendances", aside=count(len(found.dependencies), "dépendance"))
    rows = tuple(
        _marked(part.sound, part.name, f"{part.version or 'absente'} ({part.asked})")
        for part in found.dependencies
    )
    yield Grid(rows=rows, flexible=1)
    if found.extras:
        yield Heading("Extras", aside=f"{sum(not e.missing for e in found.extras)} sur {len(found.extras)}")
        yield Grid(rows=tuple(_extras(found)), flexible=1)
    yield Heading("Greffons", aside=count(len(found.assembly.loaded), "prêt"))
    if found.assembly.loaded:
        yield Grid(rows=tuple(row for one in found.assembly.loaded for row in _plugin(one)), flexible=1)
    if wrong:
        yield Heading("En panne", aside=count(wrong, "panne"))
        yield Grid(rows=tuple(_failures(found)), flexible=1)


def _installation(found: Diagnosis, tables: Path | None) -> Iterator[Row]:
    for name, words in (
        ("zest", f"{found.zest}, dans {found.home}"),
        ("Python", f"{found.python}, {found.executable}"),
        ("système", found.system),
        ("contrat", f"parle {_contract(found)}"),
        ("tables", str(tables) if tables else "absentes (ZEST_DATA n'indique pas où elles sont)"),
    ):
        yield text(name, "dim"), text(french(words))


def _contract(found: Diagnosis) -> str:
    spoken = (
        f"les contrats {found.contract}" if "–" in str(found.contract) else f"le contrat {found.contract}"
    )
    ending = [f"{version} disparaît avec zest {when}" for version, when in found.contract.ending.items()]
    return f"{spoken} ; {', '.join(ending)}" if ending else f"{spoken} ; aucun n'est près de disparaître"


def _marked(sound: bool, name: str, words: str) -> Row:  # noqa: FBT001  # one cell of a table
    return (Span("✓ " if sound else "✗ ", "good" if sound else "bad"), Span(name)), text(words, "dim")


def _extras(found: Diagnosis) -> Iterator[Row]:
    if present := [one.name for one in found.extras if not one.missing]:
        yield text("✓", "good"), text(listed(present))
    for one in found.extras:
        if one.missing:
            yield (
                text("–", "dim"),
                (Span(one.name), Span(french(f" : il manque {listed(list(one.missing))}"), "dim")),
            )


def _plugin(one: Loaded) -> Iterator[Row]:
    profile = one.sector.profile
    window = "–".join(map(str, dict.fromkeys(profile.contract)))
    about = f"{one.origin} · édition {profile.edition} · contrat {window}"
    over = f" · prolonge {listed(list(profile.extends))}" if profile.extends else ""
    yield text("✓", "good"), text(profile.slug, "strong")
    yield text(""), text(french(f"{about}{over}"))
    yield text(""), text(str(one.sector.folder or one.origin.module), "dim")
    for note in one.notes:
        yield text("!", "doubt"), text(french(note))


def _failures(found: Diagnosis) -> Iterator[Row]:
    told = [(one.what, one.cause, one.remedy) for one in found.troubles]
    told += [(one.origin.slug, one.cause, one.remedy) for one in found.assembly.refused]
    for name, cause, remedy in told:
        yield text("✗", "bad"), (Span(name, "strong"), Span(french(f" : {cause}")))
        yield text("→", "strong"), text(french(remedy))


def doctor_envelope(found: Diagnosis, tables: Path | None) -> Envelope:
    """Return the answer of ``zest doctor`` for programs."""
    from zest.console.answers.sectors import ContractTold, DoctorAnswer

    ending = {str(version): when for version, when in found.contract.ending.items()}
    return envelope(
        like(
            DoctorAnswer,
            found,
            home=str(found.home),
            contract=like(ContractTold, found.contract, ending=ending),
            tables=str(tables) if tables else None,
            **sectors_told(found.assembly),
        )
    )
