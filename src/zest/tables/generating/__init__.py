"""Invented record tables of any size, the same ones for the same seed, with breaches whose number is known."""

from zest.tables.generating.records import Records, chunks, generate

__all__ = ["Records", "chunks", "generate"]
