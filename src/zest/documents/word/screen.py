"""What ``zest kit template`` shows."""

from collections.abc import Iterator, Sequence

from zest.console.blocks import Block, Prose, Span, text
from zest.console.typography import count, french
from zest.documents.word.faults import TemplateFault


def exported_blocks(file: str, slug: str) -> Iterator[Block]:
    """Yield where the model is, and what to do with it."""
    yield Prose(
        (Span("✓ ", "good"), Span(file, "strong"), Span(french(f" · modèle de « {slug} »"))), indent=0
    )
    words = (
        f"modifiez-le, puis « zest kit template check {file} », puis « zest kit DOSSIER --template {file} »."
    )
    yield Prose((Span("Suite : ", "strong"), Span(french(words))), indent=0)


def fault_blocks(file: str, slug: str, faults: Sequence[TemplateFault]) -> Iterator[Block]:
    """Yield the verdict, then each fault at its place."""
    if not faults:
        yield Prose(
            (Span("✓ ", "good"), Span(file, "strong"), Span(french(f" · modèle de « {slug} », prêt"))),
            indent=0,
        )
        return
    told = french(f" · {file} · {count(len(faults), 'constat')}")
    yield Prose((Span("✗ REFUSÉ", "bad"), Span(told)), indent=0)
    for one in faults:
        where = one.place or "tout le fichier"
        yield Prose((Span(where, "code"), Span(french(f" · {one.text}") if one.text else "", "dim")))
        yield Prose(text(french(one.words)), indent=4)
