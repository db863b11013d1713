"""Text that wraps at spaces only: rich takes a no-break space for a place to break."""

from types import MappingProxyType
from typing import Any

from rich.console import Console
from rich.containers import Lines
from rich.text import Text

from zest.console.typography import NBSP, THIN

_HELD = MappingProxyType({ord(NBSP): "\ue0a0", ord(THIN): "\ue0af"})
_FREED = MappingProxyType({ord(held): chr(space) for space, held in _HELD.items()})


class Words(Text):
    """A text whose no-break spaces hold: they are dressed as letters while rich looks for a place to break."""

    def wrap(self, console: Console, width: int, **options: Any) -> Lines:
        """Wrap to ``width`` columns."""
        held = self.copy()
        held.plain = held.plain.translate(_HELD)
        lines = held.wrap(console, width, **options)
        for line in lines:
            line.plain = line.plain.translate(_FREED)
        return lines
