"""The presentation of an offer (*présentation*): a few slides that a person shows and completes."""

import datetime as dt
import importlib.util
import io
from collections.abc import Iterator, Sequence
from typing import Any

from zest.documents.document import Data
from zest.documents.ooxml.packing import normalised
from zest.documents.slides.pieces import (
    ACCENT,
    HEIGHT,
    INK,
    LIGHT,
    PRIMARY,
    SOFT,
    WHITE,
    WIDTH,
    brand,
    drawn,
    emu,
    rectangle,
    slice_of,
    words,
)  # fmt: skip
from zest.documents.slides.theme import keep_layouts, themed
from zest.documents.word.grammar import cleaned
from zest.errors import MissingExtraError
from zest.model.charter import Charter

_EDGE = 20.0
_WIDE = WIDTH - 2 * _EDGE
_COVER, _PAGE, _FREE = "Couverture", "Titre et contenu", "Titre seul"
_STRUCTURES, _CARDS = 16, 6


def deck(data: Data, charter: Charter) -> bytes:
    """Return the presentation; the same data give the same bytes.

    Raises:
        MissingExtraError: python-pptx is not installed.
    """
    if importlib.util.find_spec("pptx") is None:
        raise MissingExtraError(
            "La présentation demande python-pptx, qui n'est pas installé : « pip install 'zest-coorace[pptx]' »."
        )
    told = cleaned(data)
    presentation = _empty(charter)
    _properties(presentation, told)
    _cover(presentation, told)
    _collective(presentation, told)
    _offer(presentation, told)
    _commitments(presentation, told)
    _jobs(presentation, told)
    _results(presentation, told)
    _contact(presentation, told)
    out = io.BytesIO()
    presentation.save(out)
    return normalised(out.getvalue())


def _empty(charter: Charter) -> Any:
    import pptx
    from pptx.util import Emu

    made = pptx.Presentation()
    made.slide_width, made.slide_height = Emu(emu(WIDTH)), Emu(emu(HEIGHT))
    themed(made, charter)
    keep_layouts(made, {"Title Slide": _COVER, "Title and Content": _PAGE, "Title Only": _FREE})
    for layout in made.slide_layouts:
        _laid_out(layout)
    _placed(made.slide_master)
    return made


def _laid_out(layout: Any) -> None:
    """Draw what each layout has of its own, and put its places where the slides have theirs."""
    if layout.name == _COVER:
        drawn(layout, rectangle(0, 0, WIDTH, HEIGHT), PRIMARY, "Fond")
        slice_of(layout, 176, -40, 230, WHITE, alpha=9)
        slice_of(layout, 248, 108, 44, ACCENT)
        slice_of(layout, 288, 142, 20, SOFT)
        brand(layout, _EDGE, 32, 26, WHITE)
    else:
        drawn(layout, rectangle(0, 0, WIDTH, 5), PRIMARY, "Filet")
        slice_of(layout, WIDTH - 32, 9, 17, ACCENT)
        brand(layout, WIDTH - _EDGE - 16, HEIGHT - 8, 9, PRIMARY)
    _placed(layout)


def _placed(layout: Any) -> None:
    from pptx.enum.shapes import PP_PLACEHOLDER

    cover = layout.name == _COVER
    for place in list(layout.placeholders):
        kind = place.placeholder_format.type
        if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
            box = (_EDGE, 62, 200, 52) if cover else (_EDGE, 14, _WIDE - 22, 22)
        elif kind == PP_PLACEHOLDER.SUBTITLE:
            box = (_EDGE, 118, 190, 30)
        elif kind in (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT):
            box = (_EDGE, 44, _WIDE, 122)
        else:
            place._element.getparent().remove(place._element)  # noqa: SLF001  # date, foot and number are our own
            continue
        place.left, place.top, place.width, place.height = (emu(one) for one in box)
        place.text_frame.margin_left = 0


def _properties(presentation: Any, told: Data) -> None:
    properties, day = presentation.core_properties, dt.date.fromisoformat(told["edition"]["date"])
    moment = dt.datetime(day.year, day.month, day.day)  # noqa: DTZ001  # python-pptx wants it without a zone
    properties.author, properties.title = (
        told["collective"]["name"],
        f"{told['sector']['title']} : présentation",
    )
    properties.created = properties.modified = properties.last_printed = moment
    properties.last_modified_by, properties.revision, properties.language = "zest", 1, "fr-FR"
    properties.keywords = "zest:presentation"


def _slide(presentation: Any, layout: str, title: str) -> Any:
    slide = presentation.slides.add_slide(presentation.slide_layouts.get_by_name(layout))
    slide.shapes.title.text = title
    return slide


def _page(presentation: Any, title: str, told: Data) -> Any:
    slide = _slide(presentation, _FREE, title)
    foot = f"{told['collective']['name']} · {told['sector']['title']} · {told['edition']['words']}"
    words(slide, (_EDGE, HEIGHT - 13, 220, 6), [(f"{foot} · {len(presentation.slides)}", 10, False, INK)])
    return slide


def _cover(presentation: Any, told: Data) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    from zest.documents.slides.pieces import coloured

    slide = _slide(presentation, _COVER, told["sector"]["words"]["cover"])
    title, lead = slide.shapes.title, slide.placeholders[1]
    lead.text = f"{told['collective']['name']}\n{told['offer']['territory']}".strip()
    title.text_frame.vertical_anchor, lead.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM, MSO_ANCHOR.TOP
    for shape, size, colour in ((title, 40, WHITE), (lead, 18, SOFT)):
        shape.text_frame.margin_left = 0
        for line in shape.text_frame.paragraphs:
            line.alignment, line.font.size, line.font.bold = PP_ALIGN.LEFT, Pt(size), size > 18
            coloured(line.font.color, colour)
    pill = 12 + 2.5 * len(told["sector"]["title"])
    words(slide, (_EDGE, 42, pill, 9), [(told["sector"]["title"], 12, True, INK)], fill=ACCENT, middle=True)


def _collective(presentation: Any, told: Data) -> None:
    """One slide for the numbers and the members, and one more for each sixteen members that follow."""
    structures = told["structures"]
    for first in range(0, max(1, len(structures)), _STRUCTURES):
        slide = _page(presentation, "Qui nous sommes" if not first else "Qui nous sommes (suite)", told)
        top = 44.0
        if not first:
            _numbers(slide, told["figures"])
            top = 88.0
        _members(slide, structures[first : first + _STRUCTURES], top)


def _numbers(slide: Any, figures: Sequence[Data]) -> None:
    width = (_WIDE - 6 * (max(1, len(figures)) - 1)) / max(1, len(figures))
    for rank, one in enumerate(figures):
        box = (_EDGE + rank * (width + 6), 42, width, 38)
        words(
            slide,
            box,
            [(one["value"], 30, True, PRIMARY), (one["words"], 12, False, INK)],
            fill=LIGHT,
            middle=True,
        )


def _members(slide: Any, structures: Sequence[Data], top: float) -> None:
    columns, gap = 4, 6
    width = (_WIDE - gap * (columns - 1)) / columns
    for rank, one in enumerate(structures):
        row, column = divmod(rank, columns)
        box = (_EDGE + column * (width + gap), top + row * 20, width, 18)
        where = " · ".join(part for part in (one["kind"], one["city"]) if part)
        drawn(slide, rectangle(box[0], box[1], 1.2, 15), ACCENT, "Marque")
        words(
            slide,
            (box[0] + 4, box[1], width - 4, 18),
            [(one["name"], 13, True, PRIMARY), (where, 11, False, INK)],
        )


def _offer(presentation: Any, told: Data) -> None:
    slide = _page(presentation, "Notre offre", told)
    said = told["sector"]["words"]
    words(slide, (_EDGE, 44, 150, 112), [
        (said["headline"], 26, True, PRIMARY), (said["why"], 17, False, INK), (said["lead"], 17, False, INK),
    ])  # fmt: skip
    facts = [("Territoire", told["offer"]["territory"]), ("Clients", told["offer"]["client_words"])]
    facts += [(one["label"] or "Tarif", f"{one['amount']} l'heure") for one in told["offer"]["tariffs"][:2]]
    shown = [(label, text) for label, text in facts if text]
    for rank, (label, text) in enumerate(shown):
        box = (190, 44 + rank * 34, WIDTH - _EDGE - 190, 29)
        words(slide, box, [(label, 11, True, PRIMARY), (text, 14, True, INK)], fill=LIGHT, middle=True)


def _commitments(presentation: Any, told: Data) -> None:
    for slide, part in _cards(presentation, "Nos engagements", told["commitments"], told):
        for rank, one in enumerate(part):
            row, column = divmod(rank, 2)
            width, height = (_WIDE - 8) / 2, min(56.0, 126 / -(-len(part) // 2) - 6)
            box = (_EDGE + column * (width + 8), 42 + row * (height + 6), width, height)
            lines = [
                (one["title"], 16, True, PRIMARY),
                (one["statement"], 13, False, INK),
                (one["standing"], 12, True, PRIMARY),
            ]
            words(slide, box, lines, fill=LIGHT, middle=True)


def _jobs(presentation: Any, told: Data) -> None:
    for slide, part in _cards(presentation, "Les métiers", told["jobs"], told):
        for rank, one in enumerate(part):
            row, column = divmod(rank, 2)
            width = (_WIDE - 8) / 2
            left, top = _EDGE + column * (width + 8), 44 + row * 40
            drawn(slide, rectangle(left, top, 1.2, 32), ACCENT, "Marque")
            words(
                slide,
                (left + 5, top, width - 5, 36),
                [(one["title"], 15, True, PRIMARY), (one["summary"], 12, False, INK)],
            )


def _cards(
    presentation: Any, title: str, told: Sequence[Data], data: Data
) -> Iterator[tuple[Any, Sequence[Data]]]:
    """Yield one slide for each six things, titled as what follows where it does."""
    for first in range(0, len(told), _CARDS):
        yield _page(presentation, f"{title} (suite)" if first else title, data), told[first : first + _CARDS]


def _results(presentation: Any, told: Data) -> None:
    for one in told["results"]:
        slide = _page(presentation, "Les résultats", told)
        words(slide, (_EDGE, 40, _WIDE, 8), [(one["when"], 14, True, INK)])
        hours = [
            (one["hours"] or "Non connu", 44, True, PRIMARY),
            ("heures de mise à disposition", 15, False, INK),
        ]
        words(slide, (_EDGE, 54, 130, 52), hours, fill=LIGHT, middle=True)
        _exits(slide, one)
        words(slide, (_EDGE, 114, 130, 30), [(one["rate"], 15, True, PRIMARY)], fill=LIGHT, middle=True)
        if one["note"]:
            words(slide, (_EDGE, 152, _WIDE, 10), [(one["note"], 11, False, INK)])


def _exits(slide: Any, one: Data) -> None:
    words(slide, (170, 54, 140, 8), [("Les sorties, en nombre de personnes", 14, True, PRIMARY)])
    for rank, told in enumerate(one["exits"]):
        top = 67 + rank * 19
        drawn(slide, rectangle(170, top + 15, WIDTH - _EDGE - 170, 0.4), ACCENT, "Filet")
        words(slide, (170, top, 26, 14), [(told["count"], 24, True, PRIMARY)])
        words(slide, (198, top + 3, 110, 10), [(told["label"], 14, False, INK)])


def _contact(presentation: Any, told: Data) -> None:
    slide = _page(presentation, "Parlons de votre besoin", told)
    own = told["collective"]
    lines = [
        (own["phone"], 40, True, PRIMARY),
        (own["email"], 18, False, INK),
        (own["website"], 18, False, INK),
    ]
    words(slide, (_EDGE, 48, 170, 70), [line for line in lines if line[0]], fill=LIGHT, middle=True)
    slice_of(slide, 214, 44, 96, ACCENT)
    about = told["texts"]["text"] + (
        " Données d'exemple : collectif et structures fictifs." if own["fictional"] else ""
    )
    words(slide, (_EDGE, 128, 170, 30), [(about, 12, False, INK)])
