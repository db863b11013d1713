"""How the paragraphs of a Word file look: the sizes and spaces of its styles, and what one paragraph changes of them."""

from collections.abc import Mapping
from typing import Any

import attrs

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIP = 25.4 / 1440
"""Millimetres in the unit of Word."""
_BULLET = 360 * TWIP
_SINGLE = 240


@attrs.frozen
class Style:
    """How a paragraph looks; lengths in millimetres, size in points, ``leading`` in shares of a single line."""

    size: float = 11.0
    bold: bool = False
    before: float = 0.0
    after: float = 0.0
    leading: float = 1.0
    exact: float = 0.0
    sides: float = 0.0
    close: bool = False


def styles_of(root: Any) -> Mapping[str, Style]:
    """Return the styles of a file by name, from the root of its ``styles.xml``."""
    made: dict[str, Style] = {}
    for one in root.iter(f"{W}style"):
        base = one.find(f"{W}basedOn")
        known = made.get(base.get(f"{W}val"), Style()) if base is not None else Style()
        made[one.get(f"{W}styleId")] = changed(one.find(f"{W}pPr"), one.find(f"{W}rPr"), known)
    return made


def changed(paragraph: Any, run: Any, known: Style) -> Style:
    """Return a style with what the properties of a paragraph and of a run change of it."""
    made: dict[str, Any] = {}
    if (spacing := child(paragraph, "spacing")) is not None:
        for name in ("before", "after"):
            if value := spacing.get(f"{W}{name}"):
                made[name] = int(value) * TWIP
        if line := spacing.get(f"{W}line"):
            exact = spacing.get(f"{W}lineRule") == "exact"
            made |= {"exact": int(line) * TWIP} if exact else {"leading": int(line) / _SINGLE}
    if (indent := child(paragraph, "ind")) is not None:
        made["sides"] = sum(int(indent.get(f"{W}{side}", "0")) for side in ("left", "right")) * TWIP
    elif child(paragraph, "numPr") is not None:
        made["sides"] = _BULLET
    if child(paragraph, "contextualSpacing") is not None:
        made["close"] = True
    if (size := child(run, "sz")) is not None:
        made["size"] = int(size.get(f"{W}val")) / 2
    if (bold := child(run, "b")) is not None:
        made["bold"] = bold.get(f"{W}val") not in ("0", "false")
    return attrs.evolve(known, **made)


def child(parent: Any, name: str) -> Any:
    """Return the first child of that name; nothing where there is none, or no parent."""
    # By hand: ``find`` parses its path each time, and a page asks this of all it holds.
    wanted = W + name
    if parent is not None:
        for one in parent:
            if one.tag == wanted:
                return one
    return None
