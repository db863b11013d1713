"""Frictionless: a Table Schema, and a check of its own that sees one row at a time."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from frictionless import Check, Detector, Resource, Schema, errors, fields, system, validate

from peers.across import Across
from peers.world import DAYS, KINDS, MOMENTS, NEEDED, NUMBERS, PLANNED, TEXTS, World, counted


class Judged(Check):
    """What a row is at fault of."""

    Errors = [errors.RowConstraintError, errors.TableError]  # noqa: RUF012  # its own way of declaring

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world = world
        self.found: list[str] = []
        self.seen: set[str] = set()
        self.across = Across(world)

    def validate_row(self, row: Any) -> Iterator[Any]:
        """Yield an error for each."""
        kinds = [*self.world.faults(row)]
        if row["id_mission"] in self.seen:
            kinds.append("Z076")
        self.seen.add(row["id_mission"])
        self.across.keep(row.row_number, row)
        for kind in kinds:
            self.found.append(kind)
            yield errors.RowConstraintError.from_row(row, note=kind)

    def validate_end(self) -> Iterator[Any]:
        """Yield an error for what only all rows together tell."""
        for number, kind in self.across.faults():
            self.found.append(kind)
            yield errors.TableError(note=f"{kind}, {number}")


def _schema() -> Any:
    needed = {name: {"required": True} for name in NEEDED}
    return Schema(fields=[
        *(fields.StringField(name=name, constraints=needed.get(name, {})) for name in TEXTS),
        fields.StringField(name="type_client", constraints={"required": True, "enum": KINDS}),
        *(fields.DateField(name=name, constraints=needed.get(name, {})) for name in DAYS),
        *(fields.DatetimeField(name=name, format=PLANNED) for name in MOMENTS),
        *(fields.NumberField(name=name, constraints={"minimum": 0}) for name in NUMBERS),
        fields.BooleanField(name="poste_a_risque"),
        fields.IntegerField(name="incidents", constraints={"minimum": 0}),
    ])  # fmt: skip


def judged(folder: Path, file: str) -> dict[str, int]:
    """Return the rows at fault of each kind."""
    check = Judged(World(folder))
    with system.use_context(trusted=True):
        # Its schema stands in the order of the types: fields are found by their name.
        missions = Resource(path=str(folder / file), schema=_schema(), detector=Detector(schema_sync=True))
        report = validate(missions, checks=[check], limit_errors=10**9)
    if report.stats["errors"] != len(check.found):
        raise SystemExit(f"frictionless: {report.flatten(['rowNumber', 'fieldName', 'type'])[:5]}")
    return counted(check.found)
