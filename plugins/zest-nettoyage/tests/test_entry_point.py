"""The sector can be found."""

from importlib.metadata import entry_points

import zest_nettoyage


def test_the_sector_is_found_under_its_slug() -> None:
    """The entry point that dossiers name leads to this package."""
    [found] = entry_points(group="zest.sectors.v1", name="nettoyage")

    assert zest_nettoyage is found.load()
