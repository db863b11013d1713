"""Regional edition (*édition régionale*) of hôtellerie-restauration: Midi-Pyrénées."""

from zest.edition.regional import RegionalEdition
from zest.hookspecs import hookimpl


@hookimpl
def zest_sector() -> RegionalEdition:
    """Return the edition that this distribution publishes."""
    return RegionalEdition.from_package(__name__)
