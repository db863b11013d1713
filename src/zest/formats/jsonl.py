"""JSON Lines: one finding a line, with the keys that it has in the JSON report."""

import json

from zest.console.blocks import escaped
from zest.console.envelopes import plain
from zest.formats.told import Told


def render(told: Told) -> str:
    """Return one line of JSON a finding; nothing at all when there is none."""
    return "".join(escaped(json.dumps(plain(one), ensure_ascii=False)) + "\n" for one in told.findings)
