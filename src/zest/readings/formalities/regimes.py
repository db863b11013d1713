"""Under which law staff is lent: two regimes share most words and few bounds, so that neither stands for the other."""

import enum
from types import MappingProxyType

from zest.model.activity import Mission
from zest.model.contract import ContractKind, LendingContract, WorkContract
from zest.model.structure import TEMPORARY_WORK, StructureKind
from zest.rule import Case


class Regime(enum.StrEnum):
    """The law of a lending for payment.

    ``TEMPORARY_WORK``: the chapter of the code du travail on temporary work, in which an ETTI is by art. L5132-6 and
    an EATT since the law of 18 December 2023. ``INTERMEDIARY``: art. L5132-7 and those after it, of the AI alone.
    """

    TEMPORARY_WORK = "temporary-work"
    INTERMEDIARY = "intermediary"


_REGIMES = MappingProxyType({
    **dict.fromkeys(TEMPORARY_WORK, Regime.TEMPORARY_WORK),
    StructureKind.AI: Regime.INTERMEDIARY,
})  # fmt: skip


def regime_of(mission: Mission, case: Case) -> Regime | None:
    """Return the regime of the lender; ``None`` for whoever does not lend for payment, or is not told."""
    lender = case.dossier.structure(mission.structure)
    return _REGIMES.get(lender.kind) if lender and lender.kind else None


def lending_contract(mission: Mission, regime: Regime, case: Case) -> LendingContract | None:
    """Return the contract with the client (*contrat de mise à disposition*) of a lending under ``regime``.

    ``None`` as well when it is not told or not in writing: one rule says that, and the others have nothing to judge.
    """
    contract = mission.lending_contract
    under = contract is not None and regime_of(mission, case) is regime
    return contract if under and contract and contract.written is not False else None


def has_mission_contract(mission: Mission, case: Case) -> bool:
    """Whether the worker is under a mission contract (*contrat de mission*), as temporary work has it.

    A temporary worker whose contract tells no kind, or no contract at all, is taken to be; one whose contract is of
    another kind is not.
    """
    contract = mission.work_contract
    kind = contract.kind if contract else None
    return regime_of(mission, case) is Regime.TEMPORARY_WORK and kind in (None, ContractKind.MISSION)


def mission_contract(mission: Mission, case: Case) -> WorkContract | None:
    """Return the mission contract; ``None`` as well when it is not told or not in writing."""
    contract = mission.work_contract if has_mission_contract(mission, case) else None
    return contract if contract and contract.written is not False else None
