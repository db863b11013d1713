"""Promises measured on tables: questions, one plan for an engine, answers.

Importing this package loads no data-frame library.
"""

from zest.measuring.asking import Question, measures_at_hand
from zest.measuring.run import measure

__all__ = ["Question", "measure", "measures_at_hand"]
