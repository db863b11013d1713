"""From plain data to frozen types, with every misfit told at its path in a French sentence."""

from zest.structuring.fitting import Fit, fit, original
from zest.structuring.misfits import KeyPath, Misfitting
from zest.structuring.scalars import INVISIBLE
from zest.structuring.spelling import suggest

__all__ = ["INVISIBLE", "Fit", "KeyPath", "Misfitting", "fit", "original", "suggest"]
