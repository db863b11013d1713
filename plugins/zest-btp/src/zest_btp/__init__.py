"""Sector plugin (*greffon*): bâtiment et travaux publics."""

from zest.hookspecs import hookimpl
from zest.sector import Sector


@hookimpl
def zest_sector() -> Sector:
    """Return the sector that this distribution publishes."""
    return Sector.from_package(__name__)
