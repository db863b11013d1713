"""The one hook by which a sector enters, for its own makers and for anyone else."""

from typing import Protocol, cast

import pluggy

from zest.sector import Sector

hookspec: pluggy.HookspecMarker = pluggy.HookspecMarker("zest")
hookimpl: pluggy.HookimplMarker = pluggy.HookimplMarker("zest")


@hookspec
def zest_sector() -> Sector:  # type: ignore[empty-body]  # pluggy never calls a specification
    """Return the sector that the plugin publishes. Called once; must neither print nor write."""


class SectorPlugin(Protocol):
    """What a plugin module must offer."""

    def zest_sector(self) -> Sector:
        """Return the sector."""
        ...


class Hooks(Protocol):
    """What a caller of the hook sees."""

    def zest_sector(self) -> list[Sector]:
        """Return one sector for each registered plugin."""
        ...


def hooks_of(manager: pluggy.PluginManager) -> Hooks:
    """Return the hooks of ``manager`` with their types."""
    return cast("Hooks", manager.hook)
