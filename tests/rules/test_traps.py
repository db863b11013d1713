"""Traps of the field that no single rule owns: a naive checker, written out, answers otherwise.

The other traps are tested where their rules are, each under its number.
"""

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from zest.model.commitment import Family
from zest.model.dossier import Dossier
from zest.model.offer import OfferKind
from zest.model.structure import StructureKind
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of
from zest.validation import check


def codes(changes: dict[str, Any], as_of: dt.date = AS_OF) -> set[str]:
    """Return the codes of what is found in the sound sample with changes."""
    dossier = dossier_of(changed(core_sample(), changes))
    return {found.code for found in check(dossier, core_assembly().catalogue, as_of).findings}


def families_missing(dossier: Dossier) -> bool:
    """A naive checker: every family of commitments, the standard contract included, is asked of each offer."""
    told = {promise.family for offer in dossier.offers for promise in offer.commitments or ()}
    return not set(Family) <= told


def every_siae_lends(dossier: Dossier) -> bool:
    """A naive checker: whoever has a convention with the State may carry a lending offer."""
    return all(structure.state_conventions for structure in dossier.structures)


def trained_in_all(dossier: Dossier) -> int:
    """A naive checker: the people trained, counted over the collective."""
    seats = (seat for training in dossier.trainings or () for seat in training.attendances or ())
    return sum(seat.people for seat in seats)


def test_a_standard_contract_is_asked_of_nobody() -> None:
    """Trap 16: the slides put a question mark behind it, and few commitments are enough."""
    sound = dossier_of(core_sample())

    assert families_missing(sound)
    assert set() == codes({})


@pytest.mark.parametrize("kind", [StructureKind.EI, StructureKind.ACI])
def test_an_insertion_firm_sells_no_lending(kind: StructureKind) -> None:
    """Trap 6: a convention with the State is no right to lend; and the bridge contract is over."""
    changes = {"structures.0.kind": kind.value, "missions.1.bridge": True}
    dossier = dossier_of(changed(core_sample(), changes))

    assert every_siae_lends(dossier)
    assert OfferKind.LENDING is dossier.offers[0].kind
    assert {"Z207", "Z208"} <= codes(changes)


def test_people_trained_elsewhere_do_not_count() -> None:
    """Trap 13: three people of one structure are three for a naive checker, and none for the other structure."""
    changes = {"trainings.0.attendances": [{"structure": "etti", "people": 3}]}
    dossier = dossier_of(changed(core_sample(), changes))

    assert len(dossier.structures) < trained_in_all(dossier)
    assert {"Z102"} == codes(changes)


def test_an_order_is_handled_before_anybody_is_on_the_spot() -> None:
    """Trap 11: an answer within the day, for someone who comes in three weeks, keeps the promise."""
    changes = {"orders.0.received_at": "2026-02-09T09:00:00", "orders.0.handled_at": "2026-02-09T15:00:00"}
    order = dossier_of(changed(core_sample(), changes)).orders[0]
    naive = order.start and order.received_at and (order.start - order.received_at.date()).days <= 2

    assert naive is False
    assert set() == codes(changes)


@pytest.mark.parametrize("number", range(1, 19))
def test_every_trap_has_its_test(number: int) -> None:
    """Each is named where it is tested: here, beside its rules, or in the tests of its sector."""
    root = Path(__file__).parents[2]
    if not (root / "plugins").is_dir():
        pytest.skip("the sectors are not beside the core: this is its source archive")
    files = (*root.glob("tests/**/test_*.py"), *root.glob("plugins/*/tests/test_*.py"))
    named = re.compile(rf"\btraps? (\d+, |\d+ and )*{number}\b", re.IGNORECASE)

    assert any(named.search(file.read_text("utf-8")) for file in files)
