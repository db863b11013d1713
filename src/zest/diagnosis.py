"""The state of an installation as a value: versions, dependencies, extras, where things lie, every plugin."""

import platform
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs
import importlib_metadata

from zest.contract import CONTRACT, Contract
from zest.installed import Part, parts_of
from zest.plugins.assembly import Assembly, assemble_all
from zest.plugins.late_files import read_whole
from zest.plugins.policy import LENIENT, Policy
from zest.version import DISTRIBUTION, version


@attrs.frozen(kw_only=True)
class Trouble:
    """Something that keeps zest from answering.

    Attributes:
        what: name of the part.
        cause: one French sentence.
        remedy: one French sentence.
    """

    what: str
    cause: str
    remedy: str


@attrs.frozen(kw_only=True)
class Extra:
    """One extra of the core.

    Attributes:
        name: as in ``zest-coorace[yaml]``.
        missing: distributions that it asks for and that are not there.
    """

    name: str
    missing: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Diagnosis:
    """What ``zest doctor`` tells.

    Attributes:
        zest: version of the core.
        home: folder of the package that runs.
        python: version and implementation.
        executable: of Python.
        system: operating system and machine.
        contract: contract versions that this zest speaks.
        dependencies: what the core always asks for.
        extras: in alphabetical order.
        assembly: every installed plugin, those that fail too.
        troubles: what is wrong besides plugins.
    """

    zest: str
    home: Path
    python: str
    executable: str
    system: str
    contract: Contract
    dependencies: tuple[Part, ...]
    extras: tuple[Extra, ...]
    assembly: Assembly
    troubles: tuple[Trouble, ...] = ()

    @property
    def healthy(self) -> bool:
        """Whether nothing keeps zest from answering."""
        return not self.troubles and not self.assembly.refused


def diagnose(policy: Policy = LENIENT) -> Diagnosis:
    """Look at this installation; imports every plugin, contained as ever."""
    parts = tuple(parts_of(DISTRIBUTION))
    always = tuple(part for part in parts if not part.extra)
    home = Path(__file__).parent
    assembly = assemble_all(policy)
    return Diagnosis(
        zest=version(),
        home=home,
        python=f"{platform.python_version()} ({platform.python_implementation()})",
        executable=sys.executable,
        system=f"{platform.system()} {platform.machine()}",
        contract=CONTRACT,
        dependencies=always,
        extras=tuple(_extras(parts)),
        assembly=assembly,
        troubles=(*_unsound(always), *_overwritten(), *_at_fault(assembly)),
    )


def _extras(parts: tuple[Part, ...]) -> Iterator[Extra]:
    for name in sorted({part.extra for part in parts if part.extra}):
        missing = tuple(part.name for part in parts if part.extra == name and not part.sound)
        yield Extra(name=name, missing=missing)


def _unsound(always: tuple[Part, ...]) -> Iterator[Trouble]:
    for part in always:
        if not part.sound:
            found = f"est installée en version {part.version}" if part.version else "n'est pas installée"
            yield Trouble(
                what=part.name,
                cause=f"La dépendance {part.name} {found} ; zest demande {part.asked}.",
                remedy=f'Installez-la : « pip install "{part.name}{part.asked}" ».',
            )


def _at_fault(assembly: Assembly) -> Iterator[Trouble]:
    """Tell the sectors that load, and one of whose files will fail the first check that asks for it."""
    for one in assembly.loaded:
        yield from (
            Trouble(what=error.slug, cause=f"{error}", remedy=error.remedy)
            for error in read_whole(one.sector)
        )


def _overwritten() -> Iterator[Trouble]:
    """Tell another distribution that ships a package of our name: the last one installed has written over the other."""
    for dist in importlib_metadata.distributions():
        # As text: to look at each of twenty thousand files would take a second.
        listed = f"\n{dist.read_text('RECORD') or ''}"
        if "\nzest/__init__.py," in listed and dist.name != DISTRIBUTION:
            yield Trouble(
                what=dist.name,
                cause=f"La distribution {dist.name} {dist.version} contient elle aussi un paquet « zest ».",
                remedy=f"Désinstallez {dist.name}, puis réinstallez {DISTRIBUTION}, ou séparez les environnements.",
            )
