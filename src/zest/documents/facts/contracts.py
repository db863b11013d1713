"""What the contract models show: who lends, under which regime, and each mention that the law asks of the contract."""

import functools
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from zest.console.typography import heading
from zest.datafiles import read_table
from zest.documents.document import Data, Subject
from zest.documents.facts.common import common
from zest.model.client import ClientKind
from zest.model.contract import LendingMention, WorkMention
from zest.model.structure import TEMPORARY_WORK, StructureKind
from zest.readings.formalities.mentions import MentionList, mention_lists
from zest.readings.formalities.regimes import Regime

LISTS: Mapping[Regime, tuple[str, ...]] = MappingProxyType(
    {
        Regime.TEMPORARY_WORK: ("temporary-work", "temporary-work-guarantor"),
        Regime.INTERMEDIARY: ("intermediary",),
    }
)
"""The lists of mentions that each regime's contract answers."""
_LOAN = frozenset({StructureKind.EI, StructureKind.ACI})


@functools.cache
def clauses() -> dict[str, Any]:
    """Return what each mention becomes in a model."""
    return read_table(Path(__file__).parents[1] / "word" / "clauses.toml")


def temporary(subject: Subject) -> bool:
    """Whether the structure lends under the law of temporary work."""
    return subject.structure is not None and subject.structure.kind in TEMPORARY_WORK


def intermediary(subject: Subject) -> bool:
    """Whether the structure is an AI."""
    return subject.structure is not None and subject.structure.kind is StructureKind.AI


def non_profit(subject: Subject) -> bool:
    """Whether the structure may lend at cost alone (EI, ACI: code du travail, art. L8241-2)."""
    return subject.structure is not None and subject.structure.kind in _LOAN


def lending(regime: Regime) -> Callable[[Subject], Data]:
    """Return the facts function of the contract with the client under a regime (*contrat de mise à disposition*)."""

    def facts(subject: Subject) -> Data:
        lists = [mention_lists()[key] for key in LISTS[regime]]
        found = [clause for one in lists for clause in _asked(one, LendingMention, "lending", subject)]
        return _contract(subject, lists[0].label, found)

    return facts


def mission(subject: Subject) -> Data:
    """Return the facts of the contract with the employee (*contrat de mission*)."""
    told = mention_lists()["mission-contract"]
    return _contract(subject, told.label, list(_asked(told, WorkMention, "work", subject)))


def loan(subject: Subject) -> Data:
    """Return the facts of the agreement of a non-profit loan (*prêt de main-d'œuvre à but non lucratif*)."""
    source = "Code du travail, art. L8241-1 et L8241-2"
    found = [_clause(one["label"], one["text"], source) for one in clauses()["loan"]]
    return _contract(subject, "Convention de prêt de main-d'œuvre à but non lucratif", found)


def _asked(told: MentionList, kind: Any, table: str, subject: Subject) -> Iterator[Data]:
    """Yield a clause for each mention in force that day; one that is asked of some clients alone says of which."""
    # A list of kinds narrows whom it is asked for; a model is made for any client, so that it has it.
    day = subject.as_of
    asked = (one for one in told.asked if one.concerns(one.clients[0] if one.clients else None, day))
    for one in asked:
        words = clauses()[table][one.key]["text"]
        yield _clause(kind(one.key).label, words, told.source.reference, one.clients or ())


def _clause(label: str, text: str, source: str, clients: tuple[ClientKind, ...] = ()) -> Data:
    only = f" (si le client est : {', '.join(one.label for one in clients)})" if clients else ""
    return {"title": heading(label) + only, "text": text, "source": source}


def _contract(subject: Subject, title: str, found: list[Data]) -> Data:
    numbered = [{"number": str(rank), **one} for rank, one in enumerate(found, start=1)]
    sources = " ; ".join(dict.fromkeys(one["source"] for one in found))
    return common(subject) | {"contract": {"title": title, "clauses": numbered, "source": sources}}


def brand(subject: Subject) -> Data:
    """Return the facts of the brand convention model (*convention de marque*)."""
    told = clauses()["brand"]
    return common(subject) | {"brand": {"conditions": told["conditions"], "duties": told["duties"]}}
