"""Whose lendings count: an AI's, to employers that the cap names.

Source: code du travail, art. L5132-9 (employers of L2211-1; natural persons and non-profit private legal persons are
left out) and L2211-1, as in 2015. That local authorities and public administrative bodies are outside L2211-1 is our
reading; a public body that employs under private law is a firm here.
"""

from collections.abc import Mapping

from zest.model.activity import Mission
from zest.model.client import Client, ClientKind
from zest.model.dossier import Dossier
from zest.model.structure import Structure, StructureKind
from zest.once import once_for_each
from zest.rule import Case


def lending_ai(mission: Mission, case: Case) -> Structure | None:
    """Return the AI that lends; ``None`` when the lender is of another kind, or not told."""
    return ais(case.dossier).get(mission.structure)


def client_of(mission: Mission, case: Case) -> Client | None:
    """Return the client of a mission, if the dossier has it."""
    return clients(case.dossier).get(mission.client)


def client_counts(mission: Mission, case: Case) -> bool | None:
    """Whether the client is an employer that the cap names; ``None`` when its kind is not told."""
    return counts(client_of(mission, case))


def counts(client: Client | None) -> bool | None:
    """Whether lendings to a client count; ``None`` when its kind is not told."""
    return client.kind is ClientKind.FIRM if client and client.kind else None


@once_for_each
def ais(dossier: Dossier) -> Mapping[str, Structure]:
    """Return the AI of a collective by key: a SIRET may be an AI's and an ACI's, a key is one structure's."""
    known = {structure.key: structure for structure in reversed(dossier.structures)}
    return {key: one for key, one in known.items() if one.kind is StructureKind.AI}


@once_for_each
def clients(dossier: Dossier) -> Mapping[str, Client]:
    """Return the clients by key; the first of a key is the one that it names, as everywhere in a dossier."""
    return {client.key: client for client in reversed(dossier.clients)}


@once_for_each
def served_by_ai(dossier: Dossier) -> frozenset[str]:
    """Return the keys of the clients that missions of an AI name."""
    return frozenset(mission.client for mission in dossier.missions if mission.structure in ais(dossier))
