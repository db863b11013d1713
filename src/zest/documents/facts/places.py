"""Places in French words."""

from collections.abc import Iterable

from zest.model.territory import HISTORIC_REGIONS, REGIONS, Territory


def territory_words(where: Territory | None) -> str:
    """Return the name of a territory as it is written, or else of its region; empty when neither is told."""
    if where is None:
        return ""
    code = where.region or ""
    return where.name or REGIONS.get(code) or HISTORIC_REGIONS.get(code, ("", ()))[0]


def department_words(codes: Iterable[str]) -> str:
    """Return codes of départements as people write them: « 14, 50, 61 »."""
    return ", ".join(codes)
