"""Public contracts that a lending serves (*marchés publics*)."""

import datetime as dt
import enum

import attrs


class Reservation(enum.StrEnum):
    """For whom a lot is reserved."""

    NONE = "none"
    DISABILITY = "disability"
    INSERTION = "insertion"
    PRISON = "prison"
    DISABILITY_AND_INSERTION = "disability-and-insertion"


@attrs.frozen(kw_only=True)
class PublicContract:
    """One public contract.

    Attributes:
        key: reference in the dossier.
        buyer: key of the client, or its name.
        launched_on: the day the consultation was launched: the law of that day judges it.
        reserved: for whom the lot is reserved.
        disadvantaged_share: share of disadvantaged workers of the bidder, 0–1.
        social_clause: whether it carries a social condition of performance.
        environmental_condition: whether it carries an environmental condition of performance.
        above_thresholds: whether it is above the European thresholds.
        bidders: keys of the structures that answer.
        declared_grouping: whether they answer as a declared grouping (*groupement momentané*).
        common_price: whether the same amount is offered by several bidders that answer separately.
        clause_hours: hours of insertion asked for.
    """

    key: str
    buyer: str = ""
    launched_on: dt.date | None = None
    reserved: Reservation = Reservation.NONE
    disadvantaged_share: float | None = None
    social_clause: bool | None = None
    environmental_condition: bool | None = None
    above_thresholds: bool | None = None
    bidders: tuple[str, ...] = ()
    declared_grouping: bool | None = None
    common_price: bool | None = None
    clause_hours: float | None = None

    @property
    def law_day(self) -> dt.date | None:
        """A contract is judged by the law of the day its consultation was launched."""
        return self.launched_on
