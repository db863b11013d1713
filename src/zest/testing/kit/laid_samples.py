"""The sound sample of a sector, its offers built on a regional edition."""

from typing import Any

import attrs

from zest.errors import DataFileError
from zest.model.commitment import ServiceCommitment
from zest.sector import Sector
from zest.testing.samples import sector_sample


def edition_sample(edition: Sector) -> dict[str, Any]:
    """Return the sample; what an edition leaves untold of a promise, each offer tells as the sector does.

    Raises:
        DataFileError: the sector that it extends ships no sample, or it is no edition.
    """
    if edition.national is None:
        raise DataFileError(f"« {edition.profile.slug} » ne prolonge aucun secteur.")
    sample = sector_sample(edition.national)
    for offer in sample["offers"]:
        if offer.get("sector") == edition.national.profile.slug:
            offer["sector"] = edition.profile.slug
            offer["commitments"] = [
                {**_untold(edition, promise["key"]), **promise}
                for promise in offer.get("commitments", ())
                if promise["key"] in edition.profile.commitments
            ]
    return sample


def _untold(edition: Sector, key: str) -> dict[str, Any]:
    """Return what the sector tells of a promise, and its edition no longer does."""
    ours = edition.profile.commitments[key]
    theirs = edition.national.profile.commitments.get(key) if edition.national else None
    if theirs is None:
        return {}
    names = [field.name for field in attrs.fields(ServiceCommitment)]
    return {
        name: getattr(theirs, name) for name in names if getattr(ours, name) is None and getattr(theirs, name)
    }
