"""A regional edition (*édition régionale*): a sector extended, its named commitments and figures changed.

What it does not name stays the sector's: jobs, tasks, permits, agreements, colours, rules.
"""

from pathlib import Path
from typing import Self

import attrs

from zest.declared import declared_rules
from zest.edition.files import EditionFile, read_edition
from zest.errors import EditionError
from zest.law import Figure, read_figures
from zest.model.profile import SectorIdentity
from zest.rule import Rule
from zest.sector import home, read_identity, written_rules


@attrs.frozen(kw_only=True)
class RegionalEdition:
    """An edition as a plugin publishes it, before it is laid over its sector.

    Attributes:
        identity: its own; ``extends`` names what it is laid over.
        wanted: the content of ``edition.toml``.
        rules: its own, under its own prefix; those of the sector judge its offers as well.
        figures: those that its own rules read, their keys begun by its slug.
        folder: where its files are.
    """

    identity: SectorIdentity
    wanted: EditionFile
    rules: tuple[Rule, ...] = ()
    figures: tuple[Figure, ...] = ()
    folder: Path | None = attrs.field(default=None, eq=False)

    @classmethod
    def from_package(cls, package: str) -> Self:
        """Read the edition whose files lie beside the module ``package``.

        Raises:
            DataFileError: a file does not hold what it must.
            PluginError: a rule module does not hold exactly one rule.
        """
        return cls.from_folder(home(package), tuple(written_rules(f"{package}.rules")))

    @classmethod
    def from_folder(cls, folder: Path, written: tuple[Rule, ...] = ()) -> Self:
        """Read the edition of a folder; ``written`` are its rules in Python.

        Raises:
            DataFileError: a file does not hold what it must.
            EditionError: it does not say what it extends.
        """
        identity = read_identity(folder)
        if not identity.extends:
            raise EditionError(f"{folder / 'sector.toml'} : « extends » doit nommer le secteur prolongé")
        rules = (*declared_rules(folder / "rules.toml", identity.slug), *written)
        return cls(
            identity=identity,
            wanted=read_edition(folder),
            rules=tuple(attrs.evolve(rule, sector=identity.slug) for rule in rules),
            figures=tuple(read_figures(folder / "law", f"{identity.slug}.")),
            folder=folder,
        )
