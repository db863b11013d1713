"""What the agreement of cleaning firms (IDCC 3043) says of hours, read beside a mission."""

from collections.abc import Iterator

import attrs

from zest.model.activity import Mission
from zest.model.identifiers import Idcc
from zest.model.work import WorkPattern
from zest.rule import Answer, Case, Fault, Unknown

AGREEMENT = Idcc("3043")


def pattern_of(mission: Mission, case: Case) -> WorkPattern | None:
    """Return the hours of a mission at a client that applies the agreement; ``None`` for any other, or untold."""
    client = case.dossier.client(mission.client)
    return mission.pattern if client and client.idcc == AGREEMENT else None


@attrs.frozen(kw_only=True)
class Bounds:
    """The greatest value of a short week and that of a long one.

    Attributes:
        short: greatest value when the week is short.
        long: greatest value when it is long, at least ``short``.
        is_long: whether the week is long; ``None`` when its hours are not told.
    """

    short: float
    long: float
    is_long: bool | None

    def answers(self, found: float, words: str, field: str) -> Iterator[Answer]:
        """Compare ``found``; where only the hours of the week could decide, say that they are not told.

        Args:
            found: what the mission tells.
            words: French beginning of the sentence, which tells ``found``.
            field: attribute of the pattern.
        """
        most = self.short if self.is_long is False else self.long
        if found > most:
            yield Fault(f"{words}, pour {most:g} au plus.", at=("pattern", field))
        elif self.is_long is None and found > self.short:
            yield Unknown(
                f"{words} : le maximum dépend des heures de la semaine, que le dossier ne dit pas.",
                at=("pattern",),
                remedy="Donnez pattern.weekly_hours.",
            )


def premium_answers(mission: Mission, told: float | None, least: float, when: str) -> Iterator[Answer]:
    """Compare a premium with the least one.

    Args:
        mission: for its name.
        told: share added to the hourly pay; ``None`` when the mission does not tell.
        least: least share.
        when: ``sunday``, ``holiday`` or ``night``.
    """
    name = {"sunday": "du dimanche", "holiday": "du jour férié", "night": "des heures de nuit"}[when]
    if told is None:
        yield Unknown(
            f"Le dossier ne dit pas la majoration {name} pour la mission « {mission.key} ».",
            at=("pattern",),
            remedy=f"Donnez pattern.{when}_premium, part ajoutée au salaire horaire (0.2 pour 20 %).",
        )
    elif told < least:
        yield Fault(
            f"La majoration {name} de la mission « {mission.key} » est de {_percent(told)},"
            f" pour {_percent(least)} au moins.",
            at=("pattern", f"{when}_premium"),
        )


def _percent(share: float) -> str:
    return f"{share * 100:.4g} %".replace(".", ",")
