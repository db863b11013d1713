"""Promises measured on tables: questions, one plan for an engine, answers.

Importing this package loads no data-frame library.
"""

from zest.measuring.run import Request, measure

__all__ = ["Request", "measure"]
