"""Regional editions (*éditions régionales*): a sector extended, its named commitments and figures changed."""

from zest.edition.regional import RegionalEdition

__all__ = ["RegionalEdition"]
