"""From plain data to frozen types, with every misfit told at its path in a French sentence.

The good path is one pass of a quick converter. Only when it fails does a second, detailed one say why;
what does not fit is then left out, so that the rest of the dossier can still be judged.
"""

import datetime as dt
import enum
import functools
import re
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Generic, TypeVar

import attrs
import cattrs
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    ForbiddenExtraKeysError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn, override

from zest.model.charter import Colour
from zest.model.identifiers import Identifier, clip

T = TypeVar("T")
KeyPath = tuple[str | int, ...]

INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)


class Misfit(ValueError):
    """A value that is not of the form its field wants; the message is a French sentence."""


@attrs.frozen(kw_only=True)
class Misfitting:
    """One thing that does not fit, as found.

    Attributes:
        path: keys and indices from the root.
        message: French sentence.
        kind: ``"unknown-key"``, ``"missing-key"``, ``"wrong-type"`` or ``"malformed"``.
    """

    path: KeyPath
    message: str
    kind: str


_KINDS: Mapping[type, str] = types.MappingProxyType({
    bool: "un oui ou non (true ou false)",
    int: "un nombre entier",
    float: "un nombre",
    str: "un texte entre guillemets",
    dt.datetime: "une date et une heure",
    dt.date: "une date",
    list: "une liste",
    dict: "une table",
})  # fmt: skip


def describe(value: object) -> str:
    """Say in French what a plain value is."""
    return next((words for kind, words in _KINDS.items() if isinstance(value, kind)), "autre chose")


class WrongType(Misfit):
    """A value of another type than its field."""

    def __init__(self, wanted: type, value: object) -> None:
        """Compose the sentence from what was wanted and what was found."""
        super().__init__(f"Il faut ici {_KINDS[wanted]}, et non {describe(value)}.")


def _text(value: object, _: type) -> str:
    if not isinstance(value, str):
        raise WrongType(str, value)
    if found := INVISIBLE.search(value):
        raise Misfit(f"Ce texte contient un caractère invisible (U+{ord(found[0]):04X}) : retapez-le.")
    # What Windows programs put at the end of a line: a file loses it when read, an escape in JSON must too.
    return value.replace("\r\n", "\n")


def _boolean(value: object, _: type) -> bool:
    if not isinstance(value, bool):
        raise WrongType(bool, value)
    return value


def _integer(value: object, _: type) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise WrongType(int, value)
    return value


def _number(value: object, _: type) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise WrongType(float, value)
    return value


def _date(value: object, _: type) -> dt.date:
    if isinstance(value, str):
        value = _iso(value, dt.date)
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise WrongType(dt.date, value)
    return value


def _moment(value: object, _: type) -> dt.datetime:
    if isinstance(value, str):
        value = _iso(value, dt.datetime)
    if not isinstance(value, dt.datetime):
        raise WrongType(dt.datetime, value)
    return value.replace(tzinfo=None)


_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?)?", re.ASCII)
_FRENCH = re.compile(r"(\d\d?)[/.](\d\d?)[/.](\d{4})", re.ASCII)


def _iso(text: str, kind: type[dt.date]) -> dt.date:
    """Read a date written as text, as JSON has no other way."""
    if french := _FRENCH.fullmatch(text):
        day, month, year = french.groups()
        raise Misfit(f"{clip(text)} : écrivez la date {year}-{month:0>2}-{day:0>2}.")
    try:
        if _ISO.fullmatch(text):
            return kind.fromisoformat(text)
    except ValueError:
        raise Misfit(f"{clip(text)} n'existe pas au calendrier.") from None
    raise Misfit(f"{clip(text)} n'est pas une date de la forme 2014-06-18.")


def _choice(value: object, kind: type[enum.StrEnum]) -> enum.StrEnum:
    text = _text(value, str)
    try:
        return kind(text)
    except ValueError:
        raise Misfit(f"{clip(text)} n'est pas une valeur admise{suggest(text, kind)}") from None


def suggest(word: str, known: Iterable[str]) -> str:
    """End a sentence with the nearest known word, or with the known words when none is near."""
    words = [str(k) for k in known]
    # A file of a thousand lost references to a thousand keys must not take a minute of comparisons.
    near = get_close_matches(word, words[:200], n=1) or [w for w in words if w.lower() == word.lower()]
    if near:
        return f" ; vouliez-vous dire « {near[0]} » ?"
    listed = ", ".join(f"« {w} »" for w in words[:12])
    return f" (admis : {listed}{', …' if len(words) > 12 else ''})." if words else "."


def _identifier(value: object, kind: type[Identifier]) -> Identifier:
    if isinstance(value, int) and not isinstance(value, bool):
        raise Misfit(f"Mettez ce numéro entre guillemets : « {value} » perdrait ses zéros comme nombre.")
    return kind(_text(value, str))


def _colour(value: object, _: type) -> Colour:
    return Colour(_text(value, str))


def _is_number_or_text(kind: object) -> bool:
    return kind in (float | str, float | str | None)


def _number_or_text(value: object, kind: object) -> float | str | None:
    if isinstance(value, str):
        return _text(value, str)
    return None if value is None and kind == (float | str | None) else _number(value, float)


@functools.cache
def converter(*, detailed: bool) -> cattrs.Converter:
    """Return the converter, quick or detailed. Both apply the very same hooks."""
    made = cattrs.Converter(detailed_validation=detailed, forbid_extra_keys=True)
    for kind, hook in _HOOKS.items():
        made.register_structure_hook(kind, hook)
    made.register_structure_hook_func(_is_number_or_text, _number_or_text)
    made.register_structure_hook_factory(attrs.has, functools.partial(_table_hook, made))
    made.register_structure_hook_factory(_is_tuple, functools.partial(_list_hook, made))
    return made


# The nearest class of the method resolution order wins: an identifier is a text, a moment is a day.
_HOOKS: Mapping[Any, Callable[[Any, Any], Any]] = types.MappingProxyType({
    str: _text, bool: _boolean, int: _integer, float: _number, dt.date: _date, dt.datetime: _moment,
    Identifier: _identifier, Colour: _colour, enum.StrEnum: _choice,
})  # fmt: skip


def _table_hook(made: cattrs.Converter, kind: type) -> Callable[[Any, Any], Any]:
    """A table, or a clear refusal: cattrs raises a bare error on any other shape."""
    omitted = {a.name: override(omit=True) for a in attrs.fields(kind) if a.metadata.get("omit")}
    inner: Callable[[Mapping[str, Any], Any], Any] = make_dict_structure_fn(
        kind,
        made,
        _cattrs_forbid_extra_keys=True,
        _cattrs_detailed_validation=made.detailed_validation,
        **omitted,  # type: ignore[arg-type]  # one override per field, typed as the keyword flags are
    )

    def structure(value: object, as_kind: type) -> object:
        if not isinstance(value, Mapping):
            raise WrongType(dict, value)
        return inner(value, as_kind)

    return structure


def _is_tuple(kind: Any) -> bool:
    return getattr(kind, "__origin__", None) is tuple and kind.__args__[-1:] == (...,)


def _list_hook(made: cattrs.Converter, kind: Any) -> Callable[[Any, Any], Any]:
    """A list, or a clear refusal: a text is iterable too."""
    item = kind.__args__[0]
    inner = made.get_structure_hook(list[item])  # type: ignore[valid-type]  # made at run time

    def structure(value: object, _: type) -> tuple[object, ...]:
        if not isinstance(value, list):
            raise WrongType(list, value)
        return tuple(inner(value, list[item]))  # type: ignore[valid-type]

    return structure


@attrs.frozen(kw_only=True)
class Fit(Generic[T]):
    """What could be made of plain data.

    Attributes:
        value: the object; ``None`` when nothing fitted.
        misfits: everything that did not fit, in the order of the file's structure.
        left_out: paths of the parts that were left out.
        moved: for each list that lost items, the original index of each item that stayed.
    """

    value: T | None
    misfits: tuple[Misfitting, ...] = ()
    left_out: frozenset[KeyPath] = frozenset()
    moved: Mapping[KeyPath, tuple[int, ...]] = attrs.field(factory=dict)


def fit(kind: type[T], raw: object) -> Fit[T]:
    """Structure ``raw`` as ``kind``, leaving out what does not fit.

    Args:
        kind: an attrs class of the model.
        raw: plain data, as parsed.

    Returns:
        The object and everything that was found; never raises for what the data holds.
    """
    try:
        return Fit(value=converter(detailed=False).structure(raw, kind))
    except Exception:  # noqa: BLE001  # whatever the quick pass met, the detailed one explains
        return _explain(kind, raw)


def _explain(kind: type[T], raw: object) -> Fit[T]:
    """Leave out what does not fit until the rest does; each round removes at least one part."""
    found: dict[KeyPath, Misfitting] = {}
    gone: set[KeyPath] = set()
    while () not in gone:
        kept, moved = _without(raw, gone)
        try:
            value = converter(detailed=True).structure(kept, kind)
        except Exception as error:  # noqa: BLE001  # turned into located sentences, all of them
            for misfit in misfits(error, kept):
                path = original(misfit.path, moved)
                found.setdefault(path, attrs.evolve(misfit, path=path))
                gone.add(path[:-1] if misfit.kind == "missing-key" else path)
            continue
        return Fit(value=value, misfits=tuple(found.values()), left_out=frozenset(gone), moved=moved)
    return Fit(value=None, misfits=tuple(found.values()), left_out=frozenset(gone))


def _without(raw: Any, gone: set[KeyPath], at: KeyPath = ()) -> tuple[Any, dict[KeyPath, tuple[int, ...]]]:
    """Copy ``raw`` without the parts of ``gone``; tell how the indices of shortened lists moved."""
    moved: dict[KeyPath, tuple[int, ...]] = {}

    def copy(value: Any, old: KeyPath, new: KeyPath) -> Any:
        if isinstance(value, dict):
            return {k: copy(v, (*old, k), (*new, k)) for k, v in value.items() if (*old, k) not in gone}
        if not isinstance(value, list):
            return value
        stays = tuple(i for i in range(len(value)) if (*old, i) not in gone)
        if len(stays) < len(value):
            moved[new] = stays
        return [copy(value[i], (*old, i), (*new, n)) for n, i in enumerate(stays)]

    return copy(raw, at, at), moved


def original(path: KeyPath, moved: Mapping[KeyPath, tuple[int, ...]]) -> KeyPath:
    """Return the path that ``path`` had before lists were shortened."""
    return tuple(
        moved[path[:n]][step] if isinstance(step, int) and path[:n] in moved else step
        for n, step in enumerate(path)
    )


def misfits(error: BaseException, raw: object, at: KeyPath = ()) -> Iterator[Misfitting]:
    """Walk the exceptions that the detailed converter gathered; yield one located sentence each."""
    if isinstance(error, ClassValidationError | IterableValidationError):
        for inner in error.exceptions:
            yield from misfits(inner, _below(raw, inner), (*at, *_step(inner)))
    elif isinstance(error, ForbiddenExtraKeysError):
        yield from _unknown_keys(error, at)
    elif isinstance(error, KeyError):
        yield Misfitting(path=at, message=f"Il manque la clé « {error.args[0]} ».", kind="missing-key")
    elif isinstance(error, WrongType):
        yield Misfitting(path=at, message=str(error), kind="wrong-type")
    elif isinstance(error, ValueError):
        yield Misfitting(path=at, message=str(error), kind="malformed")
    else:
        raise error


def _step(error: BaseException) -> KeyPath:
    notes = (n for n in getattr(error, "__notes__", ()) if isinstance(n, _NOTES))
    steps = [note.name if isinstance(note, AttributeValidationNote) else note.index for note in notes]
    return tuple(steps[:1])


_NOTES = (AttributeValidationNote, IterableValidationNote)


def _below(raw: object, error: BaseException) -> object:
    for step in _step(error):
        raw = raw.get(step) if isinstance(raw, dict) else raw
    return raw


def _unknown_keys(error: ForbiddenExtraKeysError, at: KeyPath) -> Iterator[Misfitting]:
    known = [a.name for a in attrs.fields(error.cl) if not a.metadata.get("omit")]
    for key in sorted(error.extra_fields):
        words = f"La clé {clip(key)} n'est pas connue ici{suggest(key, known)}"
        yield Misfitting(path=(*at, key), message=words, kind="unknown-key")
