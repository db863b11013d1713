"""What the client was asked when it placed its order: its answers stand for the mission that serves the order."""

from collections.abc import Mapping
from typing import Literal

from zest.model.activity import Mission, Order
from zest.model.dossier import Dossier
from zest.once import once_for_each
from zest.rule import Case

Asked = Literal["strike", "redundancies", "same_post", "listed_agents", "risky_post"]
"""Questions of the order form; ``strike`` is asked there and nowhere else."""


def order_of(mission: Mission, case: Case) -> Order | None:
    """Return the order that the mission serves, if the dossier has it."""
    return _orders(case.dossier).get(mission.order) if mission.order else None


def asked_of_client(mission: Mission, field: Asked, case: Case) -> bool | None:
    """Return what the client answered: as the mission tells it, or else its order; ``None`` when neither does."""
    told: bool | None = getattr(mission, field, None)
    return getattr(order_of(mission, case), field, None) if told is None else told


def precise_task_of(mission: Mission, case: Case) -> str:
    """Return the precise and temporary task, of the mission or else of its order; empty when neither tells it."""
    order = order_of(mission, case)
    return mission.precise_task.strip() or (order.precise_task.strip() if order else "")


@once_for_each
def _orders(dossier: Dossier) -> Mapping[str, Order]:
    # The first of a key is the one that it names, as everywhere in a dossier.
    return {order.key: order for order in reversed(dossier.orders)}
