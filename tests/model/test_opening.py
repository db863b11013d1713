"""Hours of opening, as a commitment states them."""

import pytest

from zest.model.commitment import OpeningSlot


@pytest.mark.parametrize(
    "text,days,minutes",
    [
        ("lun-ven 09:00-12:00", (1, 2, 3, 4, 5), (540, 720)),
        ("sam 08:30-24:00", (6,), (510, 1440)),
        ("ven-lun 00:00-23:59", (5, 6, 7, 1), (0, 1439)),
        ("mer-mer 12:00-09:00", (3,), (720, 720)),
    ],
)
def test_a_slot_tells_days_and_minutes(text: str, days: tuple[int, ...], minutes: tuple[int, int]) -> None:
    """Monday is 1; days may go round the week-end; one that closes before it opens is never open."""
    assert (days, minutes) == (OpeningSlot(text).days, OpeningSlot(text).minutes)


@pytest.mark.parametrize("text", ["lundi 09:00-12:00", "lun 9-12", "lun 09:00-24:30", "lun-ven", ""])
def test_another_form_is_refused(text: str) -> None:
    """With the form that is expected."""
    with pytest.raises(ValueError, match="une plage d'ouverture"):
        OpeningSlot(text)
