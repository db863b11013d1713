"""What a spreadsheet takes for a formula, in whatever opens in one."""

from typing import Final

FORMULA: Final = "^[\\s\"']*[=+\\-@\uff1d\uff0b\uff0d\uff20]"
"""Pattern of how such a text begins: full-width signs too, which spreadsheets of some languages take for the others."""
