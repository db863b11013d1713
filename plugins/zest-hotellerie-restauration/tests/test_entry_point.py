"""The sector can be found."""

from importlib.metadata import entry_points

import zest_hotellerie_restauration


def test_the_sector_is_found_under_its_slug() -> None:
    """The entry point that dossiers name leads to this package."""
    [found] = entry_points(group="zest.sectors.v1", name="hotellerie-restauration")

    assert zest_hotellerie_restauration is found.load()
