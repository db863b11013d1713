"""One copy of a document made: its facts, prepared and looked at, then each of its formats."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from zest.documents.document import Data, Format
from zest.documents.errors import Overflow, Unfit, Unprintable
from zest.documents.inventory import Copy
from zest.documents.logos import with_logo
from zest.documents.origins import place_of
from zest.documents.preparing import Steps, prepared, texts_of, trouble
from zest.findings import Place
from zest.model.dossier import Dossier
from zest.readings.free_texts import free_texts


@attrs.frozen(kw_only=True)
class Made:
    """One file of the kit.

    Attributes:
        path: below the kit, with forward slashes.
        title: French title of its document.
        content: its bytes.
        label: French name of what it is for.
    """

    path: str
    title: str
    content: bytes
    label: str = ""


@attrs.frozen(kw_only=True)
class Refused:
    """Why a copy is not made.

    Attributes:
        path: of the copy, without a suffix.
        title: of its document.
        message: one French sentence.
        place: where the text is written; empty when it is not the dossier's.
    """

    path: str
    title: str
    message: str
    place: Place


def make(copy: Copy, formats: Sequence[Format]) -> Iterator[Made | Refused]:
    """Yield the files of one copy in those of the formats that its document has, or why there is none.

    Raises:
        MissingExtraError: the library of a format is not installed.
    """
    data = prepared(copy.document.facts(copy.subject))
    for path, text in texts_of(data):
        if words := trouble(text):
            yield _refused(copy, _field(path), text, words)
            return
    try:
        yield from _files(copy, with_logo(data, copy), formats)
    except Overflow as fault:
        yield _overflowing(copy, data, fault)
    except Unfit as fault:
        yield _refused(copy, *_longest(data, fault.field), fault.words)
    except Unprintable as fault:
        found = next((told for told in texts_of(data) if fault.sign in told[1]), ((), fault.sign))
        words = f"contient « {fault.sign} », que la police du kit ne sait pas écrire"
        yield _refused(copy, _field(found[0]), found[1], words)


def _files(copy: Copy, data: Data, formats: Sequence[Format]) -> Iterator[Made]:
    for form, render in copy.document.renderers.items():
        if form in formats:
            made = render(data, copy.subject.profile.charter)
            pages = [made] if isinstance(made, bytes) else made
            for rank, content in enumerate(pages, start=1):
                page = f"-{rank}" if len(pages) > 1 else ""
                path = f"{copy.name}{page}.{form.value}"
                yield Made(path=path, title=copy.document.title, content=content, label=copy.label)


def _overflowing(copy: Copy, data: Data, fault: Overflow) -> Refused:
    """Blame the longest text of a zone; where it would not fit without that one either, how many there are."""
    heights = (
        f"pour la zone « {fault.zone} » : {_millimetres(fault.measured)} mm de haut,"
        f" et {_millimetres(fault.limit)} au plus"
    )
    items = data.get(fault.field)
    sizes = [sum(len(text) for _, text in texts_of(one)) for one in items] if isinstance(items, list) else []
    total = sum(sizes)
    if total and fault.measured * (total - max(sizes)) > fault.limit * total:
        message = f"{len(sizes)} {_NAMES.get(fault.field, 'éléments')}, c'est trop {heights}."
        place = place_of(fault.field, copy.subject)
        return Refused(path=copy.name, title=copy.document.title, message=message, place=place)
    return _refused(copy, *_longest(data, fault.field), f"est trop long {heights}")


_NAMES: Mapping[str, str] = MappingProxyType({
    "structures": "structures", "commitments": "engagements", "jobs": "métiers", "quotes": "témoignages",
})  # fmt: skip


def _refused(copy: Copy, field: str, text: str, words: str) -> Refused:
    place = _place(text, copy.subject.dossier)
    if not place.file:
        place = place_of(field, copy.subject)
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    message = f"le texte « {''.join(filter(str.isprintable, shown))} » ({field}) {words}."
    return Refused(path=copy.name, title=copy.document.title, message=message, place=place)


_SHOWN = 60


def _place(text: str, dossier: Dossier) -> Place:
    """Return where a text of the dossier is written, by the text itself: a document shows it whole or in part."""
    for path, _, written in free_texts(dossier):
        if written and (prepared({"x": written})["x"] in text or written in text):
            return dossier.sources.place(path)
    return Place()


def _field(path: Steps) -> str:
    return ".".join(map(str, path))


def _longest(data: Data, field: str) -> tuple[str, str]:
    """Return field and text of the longest of those that a zone shows; of all of them when it names none."""
    told = [(_field(path), text) for path, text in texts_of(data)]
    shown = [one for one in told if one[0] == field or one[0].startswith(f"{field}.")]
    return max(shown or told, key=lambda one: len(one[1]))


def _millimetres(length: float) -> str:
    return f"{length:g}".replace(".", ",")
