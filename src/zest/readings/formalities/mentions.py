"""What each contract must mention: lists that a lawyer may change, and so data, in ``mentions.toml``."""

import datetime as dt
import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TypeVar

import attrs

from zest.datafiles import keyed
from zest.model.client import ClientKind
from zest.model.contract import LendingMention, WorkMention
from zest.model.period import Period
from zest.source import Source

M = TypeVar("M", LendingMention, WorkMention)


@attrs.frozen(kw_only=True)
class AskedMention:
    """One mention that a text asks of a contract.

    Attributes:
        key: of the mention.
        clients: kinds of client whose contract must have it; ``None`` for all.
        since: first day; ``None`` when it always was asked, as far as is known.
        until: last day, included; ``None`` while it is.
    """

    key: str
    clients: tuple[ClientKind, ...] | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def concerns(self, client: ClientKind | None, day: dt.date) -> bool:
        """Whether a contract with such a client must have it on ``day``; no kind is of no list."""
        named = self.clients is None or client in self.clients
        return named and day in Period(start=self.since, end=self.until)


@attrs.frozen(kw_only=True)
class MentionList:
    """The mentions that one text asks of one contract.

    Attributes:
        key: short name of the list.
        label: French words for the contract.
        source: the text.
        asked: the mentions.
        reading: what the text leaves open and how it is read, French words.
    """

    key: str
    label: str
    source: Source
    asked: tuple[AskedMention, ...]
    reading: str = ""


@functools.cache
def mention_lists() -> Mapping[str, MentionList]:
    """Return every list, by its key.

    Raises:
        DataFileError: the file does not hold what it must.
    """
    return keyed(MentionList, Path(__file__).with_suffix(".toml"), "key")


def missing_mentions(
    key: str, told: Iterable[M], kind: type[M], day: dt.date, client: ClientKind | None = None
) -> tuple[M, ...]:
    """Return the mentions of a list that a contract does not have, in the order of the list.

    Args:
        key: of the list.
        told: what the contract mentions.
        kind: the enumeration that the list's keys are of.
        day: by whose law the contract is judged.
        client: kind of the client; ``None`` when not told.
    """
    asked = (kind(one.key) for one in mention_lists()[key].asked if one.concerns(client, day))
    return tuple(mention for mention in asked if mention not in told)


def named(mentions: Iterable[LendingMention | WorkMention]) -> str:
    """Return French words for mentions; their labels have commas of their own."""
    return " ; ".join(mention.label for mention in mentions)
