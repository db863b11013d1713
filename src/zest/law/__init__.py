"""Legal and brand figures as dated values: the number, its unit, its days, its text, the day it was read."""

import datetime as dt
import functools
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.datafiles import build, read_table, tables_in
from zest.errors import DuplicateCodeError, NotInForceError, UnknownFigureError
from zest.model.commitment import Comparison
from zest.model.period import Period
from zest.source import Source
from zest.structuring import suggest


@attrs.frozen(kw_only=True)
class DatedValue:
    """One value of a figure.

    Attributes:
        value: the number or the text; ``None`` says that the figure is repealed from ``since`` on.
        since: first day in force.
        source: the text that sets it.
        until: last day in force, included; ``None`` while it holds.
        note: French words.
    """

    value: float | str | None
    since: dt.date
    source: Source
    until: dt.date | None = None
    note: str = ""


@attrs.frozen(kw_only=True)
class Figure:
    """One figure through time.

    Attributes:
        label: French words.
        unit: « heures », « mois », « personnes »…
        values: oldest first.
        key: name of its file, a dot, its name.
        reading: what the text leaves open and how it is read, French words.
        bound: ``at-most`` when a lower value asks more, ``at-least`` when a higher one does; ``None`` when not told.
    """

    label: str
    unit: str
    values: tuple[DatedValue, ...]
    key: str = ""
    reading: str = ""
    bound: Comparison | None = None

    def on(self, day: dt.date) -> DatedValue:
        """Return the value in force on ``day``.

        Raises:
            NotInForceError: none was.
        """
        for dated in reversed(self.values):
            if dated.value is not None and day in Period(start=dated.since, end=dated.until):
                return dated
        raise NotInForceError(f"« {self.label} » ({self.key}) n'avait pas de valeur le {day:%d/%m/%Y}.")

    def holds(self, day: dt.date) -> bool:
        """Whether a value was in force on ``day``."""
        return any(v.value is not None and day in Period(start=v.since, end=v.until) for v in self.values)


def _frozen(figures: Mapping[str, Figure]) -> Mapping[str, Figure]:
    return MappingProxyType(figures)


@attrs.frozen
class Law:
    """Every figure, by key."""

    figures: Mapping[str, Figure] = attrs.field(converter=_frozen)

    def on(self, day: dt.date) -> "LawOnDay":
        """Return the law of one day."""
        return LawOnDay(self, day)

    def figure(self, key: str) -> Figure:
        """Return one figure with its history.

        Raises:
            UnknownFigureError: no file declares it.
        """
        try:
            return self.figures[key]
        except KeyError:
            raise UnknownFigureError(
                f"Aucun chiffre « {key} » n'est déclaré{suggest(key, self.figures)}"
            ) from None


@attrs.frozen
class LawOnDay:
    """The law of one day: ``law["brand.structures-min"]`` is the value in force."""

    law: Law
    day: dt.date

    def __getitem__(self, key: str) -> float:
        """Return a number in force.

        Raises:
            UnknownFigureError: no file declares it.
            NotInForceError: it had no value that day.
        """
        value = self.law.figure(key).on(self.day).value
        if isinstance(value, str) or value is None:
            raise UnknownFigureError(f"« {key} » est un texte et non un nombre.")
        return int(value) if float(value).is_integer() else value

    def in_force(self, key: str) -> bool:
        """Whether the figure had a value that day.

        Raises:
            UnknownFigureError: no file declares it.
        """
        return self.law.figure(key).holds(self.day)


def read_figures(folder: Path, prefix: str = "") -> Iterator[Figure]:
    """Read every ``*.toml`` of a ``law`` folder; the file's name begins the key.

    Raises:
        DataFileError: a file does not hold what it must.
    """
    for file in tables_in(folder):
        stem = prefix + file.name.removesuffix(".toml")
        for name, raw in read_table(file).items():
            yield attrs.evolve(build(Figure, raw, file), key=f"{stem}.{name}")


def gather(figures: Iterable[Figure]) -> Law:
    """Make a law of figures.

    Raises:
        DuplicateCodeError: two figures have one key.
    """
    known: dict[str, Figure] = {}
    for figure in figures:
        if figure.key in known:
            raise DuplicateCodeError(f"Le chiffre « {figure.key} » est déclaré deux fois.")
        known[figure.key] = figure
    return Law(known)


@functools.cache
def core_law() -> Law:
    """Return the figures that zest itself ships."""
    return gather(read_figures(Path(__file__).parent))
