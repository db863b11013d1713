"""The cap on the hours that an AI lends one employee to firms (*plafond de 480 heures en 24 mois*).

Source: code du travail, art. L5132-9 2° and R5132-18 2°: the total of the lendings of one employee to the employers
of L2211-1 may not exceed 480 hours « within twenty-four months from the first lending ». What the text leaves open is
read so that a fault stands under every reading that we know of:

- *The clock starts at the first lending of that employee by that AI, to any client.* The text says « the first
  lending » and names no client there. A clock that started at the first lending to a firm only would find at least as
  many hours in its first window: a fault here is one there as well. And this start needs no fact that may be untold.
- *The window goes from date to date and does not roll*: its last day is the eve of the same day twenty-four months on,
  or the end of a month that has no such day.
- *What follows is not said.* Here the next window starts on the first day lent after the end, a lending that goes on
  past the end included: an interpretation, and so a rule of its own that can only warn.
- *All firms together*: some leaflets say « in the same firm », which the article does not.
- *The unit is the hour.* No hour is shared out by the day: of a mission that straddles an end, the hours that surely
  fell inside are those for which the days outside have no room, twenty-four a day; those that may have are bounded
  likewise.
- *Bounds, never guesses*: hours or a kind of client that are not told give a least and a greatest total.
- *A derogation lifts the cap*; whether the hours lent under it still count once it has ended is not said. They do here,
  an interpretation as well: the rule that blocks counts without them.
"""
