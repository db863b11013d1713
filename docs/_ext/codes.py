"""Write down the codes of a release: ``python docs/_ext/codes.py``, before it. A code that left is retired for ever."""

import tomllib
from pathlib import Path
from typing import Any

from zest.notices import NOTICES
from zest.plugins.assembly import core_rules
from zest.testing.kit.every import REQUIREMENTS

FILE = Path(__file__).parents[2] / "tests/project/published_codes.toml"
HEADER = "# Codes that were published, with their names; none ever means anything else: docs/reference/stabilite.md.\n"


def write() -> None:
    """Add the codes of today; those that are no longer there are retired."""
    before: dict[str, Any] = tomllib.loads(FILE.read_text("utf-8")) if FILE.is_file() else {}
    every: list[Any] = [*core_rules(), *NOTICES.values(), *REQUIREMENTS.values()]
    known = {one.code: one.name for one in every}
    told = {**before.get("codes", {}), **known}
    retired = sorted({*before.get("retired", ()), *(told.keys() - known.keys())})
    lines = [f'{code} = "{name}"' for code, name in sorted(told.items())]
    listed = ", ".join(f'"{code}"' for code in retired)
    FILE.write_text("\n".join([HEADER, f"retired = [{listed}]", "", "[codes]", *lines, ""]), "utf-8")


if __name__ == "__main__":
    write()
