"""The pass of a person in an insertion parcours (*PASS IAE*): who is lent under one.

Nothing is asked of it but its days: neither its number nor what made the person eligible is ever needed.
"""

from zest.model.activity import Mission
from zest.model.structure import StructureKind
from zest.rule import Case

_BY_BRIDGE = (StructureKind.EI, StructureKind.ACI)


def lent_under_pass(mission: Mission, case: Case) -> bool:
    """Whether the worker of a mission is under a PASS IAE.

    An ETTI's is; an AI's is since its stock of workers was brought in; an EI's or an ACI's is when the lending is a
    lawful one (*contrat passerelle*).
    """
    lender = case.dossier.structure(mission.structure)
    kind = lender.kind if lender else None
    if kind is StructureKind.AI:
        return case.law.in_force("people.pass-of-ai-stock")
    return kind is StructureKind.ETTI or (mission.bridge and kind in _BY_BRIDGE)
