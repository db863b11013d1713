"""What a terminal tells of a kit: its documents, what is missing, what was refused, what was written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from zest.console.blocks import Block, Fit, Grid, Heading, Line, Prose, Span, text
from zest.console.typography import count, french, number
from zest.documents.document import Document
from zest.documents.inventory import Inventory
from zest.documents.making import Refused
from zest.findings import Place


def list_blocks(documents: Sequence[Document]) -> Iterator[Block]:
    """Yield every document: what it is called, what it is per, its formats, what it asks of the dossier."""
    yield Prose(text(count(len(documents), "document"), "strong"), indent=0)
    rows = tuple(
        (
            text(one.slug, "code"),
            text(french(one.title)),
            text(f"par {one.per.label}", "dim"),
            text(", ".join(form.value for form in one.formats)),
            text(french(", ".join(need.words for need in one.needs)), "dim"),
        )
        for one in documents
    )
    head = ("Nom", "Document", "Un exemplaire", "Formes", "Demande au dossier")
    narrow = tuple(block for row in rows for block in _folded(*row))
    yield Fit(wide=Grid(rows=rows, head=head, flexible=4), narrow=narrow)


def _folded(slug: Line, title: Line, per: Line, forms: Line, needs: Line) -> Iterator[Block]:
    """Put what a document is under its name, for a narrow terminal."""
    between = Span(" · ", "dim")
    yield Prose((*slug, between, *title))
    yield Prose((Span("un exemplaire ", "dim"), *per, between, *forms), indent=4)
    yield Prose((Span(french("demande : "), "dim"), *needs), indent=4)


def missing_blocks(found: Inventory) -> Iterator[Block]:
    """Yield what is missing, by file, each with the documents that wait for it."""
    words = f" · il manque {count(len(found.missing), 'valeur')} ; rien n'est écrit"
    yield Prose((Span("✗ INCOMPLET", "bad"), Span(french(words))), indent=0)
    yield Heading("À ajouter")
    for one in found.missing:
        yield Prose((Span(f"{one.place}" if one.place.file else "dossier", "code"),))
        told = f"{one.owner} : ajoutez « {one.field} », {one.words}."
        yield Prose(text(french(told)), indent=4)
        waits = french(f"Pour : {', '.join(one.documents)}.")
        yield Prose(text(waits, "dim"), indent=4)
    yield from _without(found)
    if found.ready:
        words = french("Rien ne manque à ceux-ci : ")
        yield Prose((Span(words, "strong"), Span(f"--only {','.join(found.ready)}", "code")))


def refused_blocks(
    refused: Iterable[Refused], untried: int = 0, others: Sequence[str] = ()
) -> Iterator[Block]:
    """Yield why copies could not be made: what several are refused for once, with their documents.

    Args:
        refused: every copy that could not be made.
        untried: how many were not tried, because of those.
        others: names of the documents that were refused for nothing.
    """
    told = tuple(refused)
    many = count(len(told), "document ne peut pas être fait", "documents ne peuvent pas être faits")
    words = f" · {many} ; rien n'est écrit"
    yield Prose((Span("✗ REFUSÉ", "bad"), Span(french(words))), indent=0)
    faults: dict[tuple[Place, str], list[Refused]] = {}
    for one in told:
        faults.setdefault((one.place, one.message), []).append(one)
    for (place, message), copies in faults.items():
        where = f"{place}" if place.file else "données du secteur ou du kit"
        paths = f"{copies[0].path}{f' et {len(copies) - 1} de plus' if copies[1:] else ''}"
        titles = ", ".join(dict.fromkeys(one.title for one in copies))
        yield Prose((Span(where, "code"), Span(f" · {paths}", "dim")))
        yield Prose(text(french(f"{titles} : {message}")), indent=4)
    if untried:
        many = count(
            untried,
            "exemplaire propre à une structure attend",
            "exemplaires propres aux structures attendent",
        )
        words = f"{many} que ce soit corrigé."
        yield Prose(text(french(words), "dim"))
    if others:
        words = french("Suite : corrigez, ou écrivez les autres sans attendre : ")
        yield Prose((Span(words, "strong"), Span(f"--only {','.join(others)}", "code")), indent=0)


def written_blocks(
    target: str, files: Mapping[str, Mapping[str, Any]], fresh: int, found: Inventory
) -> Iterator[Block]:
    """Yield what the kit holds now."""
    words = f" · {count(fresh, 'fichier écrit', 'fichiers écrits')}"
    yield Prose((Span("✓ ", "good"), Span(target, "strong"), Span(french(words))), indent=0)
    titles: dict[str, list[int]] = {}
    for told in files.values():
        titles.setdefault(str(told["title"]), []).append(int(told["bytes"]))
    rows = tuple(
        (
            text(french(title)),
            text(count(len(sizes), "fichier")),
            text(f"{number(max(1, sum(sizes) // 1024))} Ko", "dim"),
        )
        for title, sizes in titles.items()
    )
    yield Grid(rows=rows)
    yield from _without(found)
    yield Prose((Span("Suite : ", "strong"), Span(f"ouvrez {target}/index.html")), indent=0)


def _without(found: Inventory) -> Iterator[Block]:
    if found.without:
        words = f"Le dossier ne donne rien pour : {', '.join(found.without)}."
        yield Prose(text(french(words), "dim"))
