"""The window of contract versions: what a plugin and the core speak with each other."""

import pytest

from zest.contract import CONTRACT, Contract
from zest.errors import ContractError

WIDE = Contract(oldest=2, newest=3, ending={2: "0.4"})


@pytest.mark.parametrize("window,expected", [((1, 2), 2), ([2, 3], 3), ((3, 9), 3), ((1, 9), 3)])
def test_the_newest_version_that_both_accept_is_spoken(window: object, expected: int) -> None:
    """Whatever else either accepts."""
    assert expected == WIDE.agree(window, lambda: "X")


@pytest.mark.parametrize(
    "window,cause",
    [
        ((1, 1), "X accepte le contrat 1 ; ce zest parle les contrats 2 à 3."),
        ((4, 5), "X accepte les contrats 4 à 5 ; ce zest parle les contrats 2 à 3."),
        ((3, 2), "X : contract donne la plus ancienne version d'abord, [2, 3]."),
        ("12", "X : contract doit donner deux versions, la plus ancienne et la plus récente."),
        ((2, True), "X : contract doit donner deux versions, la plus ancienne et la plus récente."),
    ],
)
def test_a_window_without_a_common_version_is_refused(window: object, cause: str) -> None:
    """With both windows, in French."""
    with pytest.raises(ContractError) as told:
        WIDE.agree(window, lambda: "X")

    assert cause == str(told.value)


@pytest.mark.parametrize("window,warned", [((1, 2), True), ((2, 2), True), ((2, 3), False), ((5, 6), False)])
def test_whoever_speaks_nothing_but_what_goes_is_warned(window: tuple[int, ...], warned: bool) -> None:
    """With the version of zest that will not speak it, and what to accept instead."""
    assert warned == bool(WIDE.farewell(window))
    assert (
        not warned
        or "que zest 0.4 ne parlera plus : qui le publie doit accepter le contrat 3" in WIDE.farewell(window)
    )


def test_a_window_can_be_written() -> None:
    """« 1 » for one version, « 2–3 » for several."""
    assert ("1", "2–3") == (str(CONTRACT), str(WIDE))
