"""The lists of mentions: data that hold together with the rules that read them."""

import datetime as dt

import pytest

from zest.model.client import ClientKind
from zest.model.contract import LendingMention, WorkMention
from zest.plugins.assembly import core_rules
from zest.readings.formalities.mentions import AskedMention, mention_lists, missing_mentions, named

DAY = dt.date(2026, 3, 2)
RULES = {
    "temporary-work": "Z505",
    "temporary-work-guarantor": "Z506",
    "intermediary": "Z507",
    "mission-contract": "Z510",
}


def test_every_list_is_read_by_a_rule_after_the_same_text() -> None:
    """What the file says of its text and what the rule says never part."""
    sources = {rule.code: rule.source for rule in core_rules()}

    assert {key: sources[code] for key, code in RULES.items()} == {
        k: v.source for k, v in mention_lists().items()
    }


@pytest.mark.parametrize("key", RULES)
def test_every_mention_is_one_that_a_contract_can_tell(key: str) -> None:
    """A word that no contract may hold would always be missing."""
    kind = WorkMention if key == "mission-contract" else LendingMention

    assert {one.key for one in mention_lists()[key].asked} <= set(kind)


def test_the_two_lists_of_lending_contracts_differ() -> None:
    """An AI gives no reason and names no guarantor; only its contract names the workers and tells the tasks."""
    lists = {
        key: {one.key for one in mention_lists()[key].asked} for key in ("temporary-work", "intermediary")
    }

    assert {"reason", "post-features"} == lists["temporary-work"] - lists["intermediary"]
    assert {"workers", "tasks", "place"} == lists["intermediary"] - lists["temporary-work"]


def test_a_mission_contract_has_seven_mentions() -> None:
    """All those that a contract can tell."""
    assert tuple(WorkMention) == missing_mentions("mission-contract", (), WorkMention, DAY)


@pytest.mark.parametrize(
    "client,expected", [(ClientKind.FIRM, True), (ClientKind.NON_PROFIT, False), (None, False)]
)
def test_a_mention_may_be_of_some_clients_only(client: ClientKind | None, expected: bool) -> None:
    """A client of untold kind is of no list."""
    assert expected is AskedMention(key="pay", clients=(ClientKind.FIRM,)).concerns(client, DAY)


@pytest.mark.parametrize("day,expected", [(-1, False), (0, True), (1, True), (2, False)])
def test_a_mention_may_have_days_of_its_own(day: int, expected: bool) -> None:
    """The law changes, and a contract is judged by that of its day."""
    mention = AskedMention(key="pay", since=DAY, until=DAY + dt.timedelta(days=1))

    assert expected is mention.concerns(None, DAY + dt.timedelta(days=day))


def test_mentions_are_named_in_french() -> None:
    """Apart from one another, for their labels have commas."""
    assert "les tâches confiées ; le lieu" == named((LendingMention.TASKS, LendingMention.PLACE))
