"""The one hook by which a sector enters, for its own makers and for anyone else."""

from typing import TYPE_CHECKING, Protocol, cast

import pluggy

from zest.sector import Sector

if TYPE_CHECKING:
    from zest.edition.regional import RegionalEdition

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker("zest")
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker("zest")


@hookspec
def zest_sector() -> "Sector | RegionalEdition":  # type: ignore[empty-body]  # pluggy never calls a specification
    """Return the sector, or the regional edition of one, that the plugin publishes.

    Called once; must neither print nor write.
    """


class SectorPlugin(Protocol):
    """What a plugin module must offer."""

    def zest_sector(self) -> "Sector | RegionalEdition":
        """Return the sector or the edition."""
        ...


class Hooks(Protocol):
    """What a caller of the hook sees."""

    def zest_sector(self) -> "list[Sector | RegionalEdition]":
        """Return one sector or edition for each registered plugin."""
        ...


def hooks_of(manager: pluggy.PluginManager) -> Hooks:
    """Return the hooks of ``manager`` with their types."""
    return cast("Hooks", manager.hook)
