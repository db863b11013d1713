"""Lending that the law forbids: what the order form asked, and what its answers forbid.

Each ban is judged on the order, before anybody is lent, and then on each mission that serves it. The judgement is
written once here; whoever asks is a rule.
"""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from zest.model.activity import Mission, Order
from zest.model.client import ClientKind
from zest.model.dossier import Dossier
from zest.model.offer import OfferKind
from zest.model.structure import TEMPORARY_WORK, StructureKind
from zest.model.work import Recourse
from zest.once import once_for_each
from zest.readings.order_form import asked_of_client
from zest.readings.temporary_work import outlasts, recourse_of
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown

_QUESTIONS = MappingProxyType({
    "strike": "la grève en cours",
    "strikers": "le remplacement de grévistes",
    "redundancies": "les licenciements économiques récents",
    "same_post": "le poste que ces licenciements ont touché",
    "listed_agents": "l'exposition aux agents des travaux dangereux",
    "risky_post": "l'inscription du poste sur la liste à risques",
    "recourse": "le cas de recours",
    "precise_task": "la tâche précise et temporaire",
})  # fmt: skip


def asks_its_client(subject: Mission | Order, case: Case) -> bool:
    """Whether the lender owes its client the questions: an AI or a temporary-work firm, but not of a private person."""
    lender, client = case.dossier.structure(subject.structure), case.dossier.client(subject.client)
    offer = case.dossier.offer(subject.offer)
    lends = lender is not None and lender.kind in {*TEMPORARY_WORK, StructureKind.AI}
    private = client is not None and client.kind is ClientKind.PRIVATE_PERSON
    return lends and not private and (offer is None or offer.kind is OfferKind.LENDING)


def unasked(answers: Mapping[str, object]) -> str:
    """Return the French words for the questions that have no answer, in their order; empty when all have one."""
    missing = {name for name, answer in answers.items() if answer is None or answer == ""}
    return ", ".join(words for name, words in _QUESTIONS.items() if name in missing)


def is_served(order: Order, case: Case) -> bool:
    """Whether a mission serves the order already, so that the mission answers for it."""
    return order.key in _served(case.dossier)


def strike_answers(mission: Mission, case: Case) -> Iterator[Answer]:
    """Say what is wrong or unknown of a mission at a client where there is, or may be, a strike."""
    at, replaces = ("client_replaces_strikers",), mission.client_replaces_strikers
    strike = asked_of_client(mission, "strike", case)
    if replaces:
        yield Fault(f"La mission « {mission.key} » remplace une personne en grève.", at=at)
    elif replaces is None and strike:
        words = (
            f"Une grève est en cours chez le client de la mission « {mission.key} », et le dossier ne dit pas si elle"
            " remplace une personne en grève."
        )
        yield Unknown(words, at=at, remedy="Donnez client_replaces_strikers à la mission.")
    elif replaces is None and strike is None:
        yield NOT_ASKED


def order_strike_answers(order: Order, case: Case) -> Iterator[Answer]:
    """Say what is wrong of an order that nobody serves yet, from a client where there is a strike."""
    if order.strike is None or is_served(order, case):
        yield NOT_ASKED
    elif order.strike:
        words = f"Le client de la commande « {order.key} » dit qu'une grève est en cours chez lui."
        yield Fault(words, at=("strike",))


def redundancy_answers(mission: Mission, case: Case) -> Iterator[Answer]:
    """Say what is wrong or unknown of a mission for an increase of activity, on a post hit by redundancies."""
    hit = asked_of_client(mission, "redundancies", case) and asked_of_client(mission, "same_post", case)
    if recourse_of(mission, case) is not Recourse.INCREASE or hit is None:
        yield NOT_ASKED
    elif hit:
        renewable = None if mission.renewals is None else mission.renewals > 0
        yield from _increase(mission, f"La mission « {mission.key} »", case, renewable=renewable)


def order_redundancy_answers(order: Order, case: Case) -> Iterator[Answer]:
    """Say what is wrong or unknown of an order that nobody serves yet, for an increase of activity on such a post."""
    hit = order.redundancies and order.same_post
    if order.recourse is not Recourse.INCREASE or hit is None or is_served(order, case):
        yield NOT_ASKED
    elif hit:
        yield from _increase(order, f"La commande « {order.key} »", case, renewable=None)


def _increase(subject: Mission | Order, name: str, case: Case, *, renewable: bool | None) -> Iterator[Answer]:
    """Judge what is asked on a hit post: a contract both short and not renewable stays open."""
    months, short = case.law["forbidden.redundancy-months"], case.law["forbidden.redundancy-short-months"]
    words = (
        f"{name} répond à un accroissement d'activité sur un poste touché par un licenciement économique depuis moins"
        f" de {months} mois"
    )
    long = outlasts(subject, short)
    if long or renewable:
        reason = f"dure plus de {short} mois" if long else "se renouvelle"
        yield Fault(f"{words}, et {reason}.", at=("recourse",))
    elif long is None or renewable is None:
        more = f"{words}, et le dossier ne dit pas si elle tient en {short} mois sans renouvellement."
        yield Unknown(
            more,
            at=("recourse",),
            remedy="Donnez start, end et, à la mission, renewals = 0 s'il en est ainsi.",
        )


@once_for_each
def _served(dossier: Dossier) -> frozenset[str]:
    return frozenset(mission.order for mission in dossier.missions if mission.order)
