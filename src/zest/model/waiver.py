"""A finding that somebody answers for, until a day."""

import datetime as dt

import attrs


@attrs.frozen(kw_only=True)
class Waiver:
    """An accepted finding (*dérogation interne*). Reason, owner and end day are rules, not validators.

    Attributes:
        rule: code of the rule.
        subject: key of the object it covers (a structure, an offer…); empty for all.
        reason: French words.
        owner: who answers for it.
        until: last day, included.
    """

    rule: str
    subject: str = ""
    reason: str = ""
    owner: str = ""
    until: dt.date | None = None
