"""What was read so far of a workbook."""

from typing import Any

import attrs

from zest.findings import Finding, Place
from zest.model.dossier import KeyPath
from zest.notices import NOTICES


@attrs.define
class Reader:
    """What was read so far.

    Attributes:
        file: path as the user gave it.
        raw: plain data of the dossier.
        places: cells, by path.
        findings: what could not be read.
        gone: paths of cells that could not be read.
        rows: for each sheet, what names a row, with the path of its object.
    """

    file: str
    raw: dict[str, Any] = attrs.field(factory=dict)
    places: dict[KeyPath, Place] = attrs.field(factory=dict)
    findings: list[Finding] = attrs.field(factory=list)
    gone: set[KeyPath] = attrs.field(factory=set)
    rows: dict[str, dict[str, KeyPath]] = attrs.field(factory=dict)

    def find(self, code: str, message: str, place: Place) -> None:
        """Remember one fault."""
        self.findings.append(
            NOTICES[code].finding(
                message, identity=(place.sheet, message), place=place, subject=(place.sheet,)
            )
        )
