"""Promises measured on tables: questions, one plan for an engine, answers.

Importing this package loads no data-frame library.
"""

from zest.measuring.given import tables_given
from zest.measuring.requests import request_of, request_of_sectors
from zest.measuring.run import Request, measure

__all__ = ["Request", "measure", "request_of", "request_of_sectors", "tables_given"]
