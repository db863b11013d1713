"""The waiting period (*délai de carence*) between two missions of temporary work on one post.

Source: code du travail, art. L1251-36 and L1251-37 in their wording of 2015; L5132-6 since 20 December 2023.

The period is counted in days on which the client is open, that no dossier tells. A fault is sure when even a client
open seven days a week would not comply; what a client open on working days alone would not comply with is unknown.
A fraction of a day is never counted.
"""

from zest.readings.waiting_period.cuts import Cut, cut_by, perhaps_cut_by

__all__ = ["Cut", "cut_by", "perhaps_cut_by"]
