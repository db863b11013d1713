"""The settings, each ``None`` when the file does not tell."""

from pathlib import Path
from typing import Self

import attrs


@attrs.frozen(kw_only=True)
class Settings:
    """What a configuration may tell; what the command line tells wins.

    Attributes:
        select: beginnings of the codes to keep.
        ignore: beginnings of the codes to leave out.
        fail_on: ``error``, ``warning``, ``info`` or ``never``.
        require: sectors without which nothing is checked, as ``btp>=2026.1``.
        baseline: file of the findings that are known already, from the folder of the configuration.
        external: whether plugins that were not published with zest may be used.
        strict: whether what a plugin writes or warns of is a breakdown.
        extend: another configuration, that this one completes; from the folder of this one.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    fail_on: str | None = None
    require: tuple[str, ...] | None = None
    baseline: str | None = None
    external: bool | None = None
    strict: bool | None = None
    extend: str | None = None

    def over(self, base: Self) -> Self:
        """Return these settings, with what they leave out taken from ``base``."""
        told = attrs.asdict(self, filter=lambda _, value: value is not None, recurse=False)
        return attrs.evolve(base, **told)

    def placed(self, folder: Path) -> Self:
        """Return these settings with their files told from the working folder."""
        return (
            self
            if self.baseline is None
            else attrs.evolve(self, baseline=(folder / self.baseline).as_posix())
        )
