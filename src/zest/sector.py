"""All that a plugin brings: the facts of a trade, its figures and its rules, read from a folder."""

import functools
import importlib
import importlib.util
import pkgutil
from collections import ChainMap
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import TYPE_CHECKING, Any, Self

import attrs

from zest.contract import CONTRACT
from zest.datafiles import Late, OneByOne, build, keyed, read_table, tables_in, there
from zest.declared import declared_rules
from zest.errors import PluginError
from zest.law import Figure, read_figures
from zest.model.agreement import CollectiveAgreement
from zest.model.charter import Charter
from zest.model.commitment import ServiceCommitment
from zest.model.profile import SectorIdentity, SectorProfile
from zest.rule import Rule

if TYPE_CHECKING:
    from zest.indicators.indicator import Indicator
    from zest.tables.mapping import TableMapping

GROUPS = "zest.sectors."
GROUP = "zest.sectors.v1"
"""Entry-point group of sector plugins; the contract's major version is in the name."""


@attrs.frozen(kw_only=True)
class Sector:
    """A sector as a plugin publishes it.

    Attributes:
        profile: the facts of the trade.
        rules: declared and written.
        figures: dated figures, their keys begun by the sector's slug.
        columns: how the trade's software names the columns of record tables, by table; read when asked for.
        overrides: for a regional edition, the figures that are not the sector's, by key; its offers are judged by
            these.
        national: for a regional edition, the sector that it extends, as published.
        folder: where its files are; documents and samples are read from there.
        indicators: measures of its own, one a file of its ``indicators`` package; most sectors have none.
    """

    profile: SectorProfile
    rules: tuple[Rule, ...] = ()
    figures: tuple[Figure, ...] = ()
    columns: "Mapping[str, TableMapping]" = attrs.field(factory=dict, eq=False, repr=False)
    overrides: Mapping[str, Figure] = MappingProxyType({})
    national: "Sector | None" = None
    folder: Path | None = attrs.field(default=None, eq=False)
    indicators: "tuple[Indicator, ...]" = ()

    @classmethod
    def from_package(cls, package: str) -> Self:
        """Read the sector whose files lie beside the module ``package``.

        Raises:
            DataFileError: a file does not hold what it must.
            PluginError: a rule module does not hold exactly one rule, or the charter is not readable.
        """
        sector = cls.from_folder(home(package), tuple(written_rules(f"{package}.rules")))
        return attrs.evolve(sector, indicators=tuple(written_indicators(f"{package}.indicators")))

    @classmethod
    def from_folder(cls, folder: Path, written: tuple[Rule, ...] = ()) -> Self:
        """Read the sector of a folder; ``written`` are its rules in Python.

        Raises:
            DataFileError: a file does not hold what it must.
            PluginError: the charter is not readable enough.
        """
        profile = read_profile(folder)
        if faults := profile.charter.failures():
            raise PluginError(f"{folder / 'charter.toml'} : {' '.join(faults)}")
        rules = (*declared_rules(folder / "rules.toml", profile.slug), *written)
        return cls(
            profile=profile,
            rules=tuple(attrs.evolve(rule, sector=profile.slug) for rule in rules),
            figures=tuple(read_figures(folder / "law", f"{profile.slug}.")),
            columns=_late(folder / "columns.toml"),
            folder=folder,
        )


def home(package: str) -> Path:
    """Return the folder of an imported package; importlib.resources would cost a check five milliseconds.

    Raises:
        PluginError: it was not imported from a folder.
    """
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise PluginError(f"Le module {package} n'a pas de dossier où lire le secteur.")
    return Path(spec.origin).parent


def read_identity(folder: Path) -> SectorIdentity:
    """Read who a sector is; its contract is looked at first, for anything else may mean something else in another.

    Raises:
        ContractError: it was made for another contract.
        DataFileError: the file does not hold what it must.
    """
    file = folder / "sector.toml"
    raw = read_table(file)
    CONTRACT.agree(raw.get("contract"), lambda: str(file))
    if isinstance(raw.get("extends"), str):
        raw["extends"] = [raw["extends"]]
    return build(SectorIdentity, raw, file)


def read_profile(folder: Path) -> SectorProfile:
    """Read the facts of a trade; jobs, tasks, permits, facts and segment wait until asked for.

    Raises:
        ContractError: it was made for another contract.
        DataFileError: a file that is read at once does not hold what it must.
        PluginError: it is a regional edition, and no sector by itself.
    """
    identity = read_identity(folder)
    if identity.extends:
        raise PluginError(f"{folder} : c'est une édition régionale, que lit RegionalEdition et non Sector")
    return SectorProfile(
        **attrs.asdict(identity, recurse=False),
        commitments=MappingProxyType(keyed(ServiceCommitment, folder / "commitments.toml", "key")),
        agreements=_chained(
            MappingProxyType(keyed(CollectiveAgreement, folder / "agreements.toml", "idcc")),
            # Texts merged long ago: read only when a dossier names one of them.
            _late(folder / "agreements-merged.toml"),
        ),
        charter=build(Charter, read_table(folder / "charter.toml"), folder / "charter.toml"),
        jobs=_jobs(folder / "jobs"),
        tasks=_late(folder / "tasks.toml"),
        permits=_late(folder / "permits.toml"),
        facts=_late(folder / "agreement-facts.toml"),
        segment=_late(folder / "segment.toml"),
    )


def _chained(*tables: Any) -> Any:
    """Return tables looked into one after the other; none of them can be written to."""
    return ChainMap(*tables)


def _late(file: Path) -> Any:
    """Return the mapping of a file that is opened when first looked into; empty when there is none."""
    return Late(functools.partial(_read_late, file))


def _read_late(file: Path) -> Mapping[str, object]:
    from zest.sector_files import READERS  # its classes cost ten milliseconds

    return READERS[file.name](file) if there(file) else {}


def _jobs(folder: Path) -> Any:
    named = {file.name.removesuffix(".toml"): file for file in tables_in(folder)}
    readers = {key: functools.partial(_job, key, file) for key, file in named.items()}
    return OneByOne(MappingProxyType(readers))


def _job(key: str, file: Path) -> object:
    from zest.sector_files import job  # its classes cost ten milliseconds

    return job(key, file)


def written_rules(package: str) -> Iterator[Rule]:
    """Import every module of ``package`` and yield the one rule that each holds.

    Raises:
        PluginError: a module holds no rule, or several.
    """
    if importlib.util.find_spec(package) is None:
        return
    for found in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not found.ispkg:
            yield the_rule(importlib.import_module(found.name))


def written_indicators(package: str) -> "Iterator[Indicator]":
    """Import every module of ``package`` and yield the measures that each declares."""
    if importlib.util.find_spec(package) is not None:
        from zest.indicators.gathering import held  # its classes cost some milliseconds
        from zest.indicators.indicator import Indicator

        yield from held(package, Indicator)


def the_rule(module: ModuleType) -> Rule:
    """Return the one rule of a module.

    Raises:
        PluginError: it holds none, or several.
    """
    held = [value for value in vars(module).values() if isinstance(value, Rule)]
    if len(held) != 1:
        raise PluginError(
            f"{module.__name__.replace('.', '/')}.py : un fichier de règle en contient une et une seule, "
            f"et non {len(held)}."
        )
    return held[0]
