"""Dossiers broken on purpose: the rule that each is tagged with speaks, whatever the dossier is told otherwise."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zest.errors import UnknownRuleError
from zest.plugins.assembly import assemble_all, core_rules
from zest.rule import Rule
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of, sector_sample
from zest.testing.strategies import Planted, broken, faulty_dossiers, sound_samples
from zest.validation import check

EVERY = assemble_all()
SECTORS = [one.sector for one in EVERY.loaded]
RULES = [
    *((rule, core_sample()) for rule in core_rules()),
    *((rule, sector_sample(sector)) for sector in SECTORS for rule in sector.rules),
]
FEW = settings(max_examples=5)


def spoken(planted: Planted) -> set[str]:
    """Return the codes of what its rule finds, with the facts and the law of the core and of every sector."""
    made = core_assembly() if planted.rule.sample == "core" else EVERY
    alone = made.catalogue.selected((planted.code,))
    return {one.code for one in check(planted.dossier, alone, planted.as_of).findings}


@pytest.mark.parametrize("rule,sample", RULES, ids=[rule.code for rule, _ in RULES])
@FEW
@given(data=st.data())
def test_the_rule_that_a_dossier_is_tagged_with_speaks(
    rule: Rule, sample: dict[str, Any], data: st.DataObject
) -> None:
    """Every rule of the core and of the sectors, in dossiers with other names, numbers, people and missions."""
    planted = data.draw(broken(rule, sample))

    assert rule.code == planted.code
    assert rule.code in spoken(planted)


@given(sound_samples())
def test_a_sound_sample_told_otherwise_is_still_sound(data: dict[str, Any]) -> None:
    """Nothing is found in it, and the sample itself is left as it was."""
    before = core_sample()
    report = check(dossier_of(data), core_assembly().catalogue, AS_OF)

    assert () == report.findings
    assert before == core_sample()


@given(sound_samples(kept=[core_sample()["collective"]["name"]]))
def test_a_name_that_must_stay_is_kept(data: dict[str, Any]) -> None:
    """A fault that rests on a name would no longer be one under another."""
    assert core_sample()["collective"]["name"] == data["collective"]["name"]


@given(faulty_dossiers())
def test_any_rule_may_be_drawn(planted: Planted) -> None:
    """By default among those of the core; the tag is the rule itself."""
    assert planted.rule in core_rules()
    assert planted.code in spoken(planted)


@given(broken("Z102"))
def test_a_core_rule_goes_by_its_code(planted: Planted) -> None:
    """As people name it."""
    assert ("Z102", True) == (planted.code, "Z102" in spoken(planted))


def test_what_no_rule_gives_is_refused() -> None:
    """A finding that zest makes of its own work, or a code of nobody."""
    with pytest.raises(TypeError, match="aucune règle"):
        broken("Z022")
    with pytest.raises(UnknownRuleError, match="vouliez-vous dire"):
        broken("Z1022")


def test_a_sample_without_missions_is_told_otherwise_too() -> None:
    """There is less to change."""
    bare = changed(core_sample(), {"missions": [], "orders": [], "clients": []})

    @settings(max_examples=10)
    @given(sound_samples(bare))
    def tell(data: dict[str, Any]) -> None:
        assert [] == data["missions"]

    tell()
