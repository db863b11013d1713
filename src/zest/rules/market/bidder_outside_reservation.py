"""Who answers a reserved lot is of the family for which it is reserved."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.procurement import PublicContract, Reservation
from zest.model.structure import StructureKind
from zest.readings.lent_work import kind_lost
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_DISABILITY = frozenset({StructureKind.EA, StructureKind.EATT, StructureKind.ESAT})
_INSERTION = frozenset({StructureKind.AI, StructureKind.ETTI, StructureKind.EI, StructureKind.ACI})
_KINDS = MappingProxyType({
    Reservation.DISABILITY: _DISABILITY,
    Reservation.INSERTION: _INSERTION,
    Reservation.DISABILITY_AND_INSERTION: _DISABILITY | _INSERTION,
    Reservation.PRISON: frozenset({StructureKind.SEP}),
})  # fmt: skip
_SINCE = MappingProxyType({
    Reservation.INSERTION: "market.disadvantaged-share-min",
    Reservation.DISABILITY_AND_INSERTION: "market.disadvantaged-share-min",
    Reservation.PRISON: "market.prison-reservation",
})  # fmt: skip


@rule(
    "Z825",
    on=PublicContract,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Un lot réservé est pour les structures de sa famille : handicap, insertion ou travail en prison.",
    why="Une réponse hors de la réservation est écartée sans être lue.",
    remedy="Établissez l'équivalence que l'article permet, ou laissez répondre une structure de cette famille.",
    source=verified(
        "Code de la commande publique, art. L2113-12, L2113-13 et L2113-13-1",
        "2026-08-22",
        "code-commande-publique.com ; legal.tricoteuses.fr",
    ),
    reading="Les articles admettent les structures « équivalentes » : une autre nature avertit. D'une EITI, dont le"
    " fondement actuel n'a pas été relu, zest ne tranche pas.",
    good={"public_contracts.0.bidders": ["ai", "etti"]},
    bad={"public_contracts.0.reserved": "disability"},
)
def bidder_outside_reservation(contract: PublicContract, case: Case) -> Iterator[Answer]:
    """Each bidder's kind is one of those for which the lot is reserved, from the day that it may be."""
    key = _SINCE.get(contract.reserved)
    if contract.reserved is Reservation.NONE or (key and not case.law.in_force(key)):
        yield NOT_ASKED
    elif not contract.bidders:
        words = f"Le dossier ne dit pas qui répond au lot réservé « {contract.key} »."
        yield Unknown(words, at=("bidders",))
    else:
        for rank, bidder in enumerate(contract.bidders):
            yield from _bidder(contract, bidder, rank, case)


def _bidder(contract: PublicContract, key: str, rank: int, case: Case) -> Iterator[Answer]:
    member = case.dossier.structure(key)
    kind, at = member.kind if member else None, ("bidders", rank)
    # Whom the dossier does not know, and a kind that could not be read, are reported elsewhere.
    if member is None or kind in _KINDS[contract.reserved] or kind_lost(member, case):
        return
    who = f"« {member.name} » répond au lot réservé « {contract.key} »"
    if kind is None or (kind is StructureKind.EITI and _KINDS[contract.reserved] >= _INSERTION):
        about = "sa nature n'est pas dite" if kind is None else "zest ne sait pas si une EITI y a droit"
        yield Unknown(f"{who} : {about}.", at=at, about=key)
    else:
        yield Fault(f"{who}, qui n'est pas pour une structure de nature {kind}.", at=at, about=key)
