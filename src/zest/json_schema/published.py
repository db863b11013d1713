"""The schemas that zest publishes: of the files that people write, of what it answers, of record tables."""

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

import attrs

from zest.declared import Declared
from zest.edition.files import EditionFile
from zest.errors import UnknownSchemaError
from zest.json_schema.answers import ANSWERS, answer_schema
from zest.json_schema.shapes import DIALECT, Schema, Shapes
from zest.law import Figure
from zest.model.agreement import AgreementFacts, CollectiveAgreement
from zest.model.charter import Charter
from zest.model.commitment import ServiceCommitment
from zest.model.dossier import Dossier
from zest.model.experience import ExperienceRecord
from zest.model.job import Job, PermitKind, Task
from zest.model.profile import SectorIdentity
from zest.model.segment import SegmentSheet
from zest.structuring import suggest
from zest.tables.mapping import ColumnMapping, Reading
from zest.tables.schemas import TABLES, schema_of

FOLDER = Path(__file__).parents[1] / "schemas"


def _one(kind: type, name: str, *given: str) -> Schema:
    """Return the schema of a file that is one object."""
    shapes = Shapes(given=frozenset(given))
    return _whole(name, shapes.table(kind), shapes)


def _keyed(kind: type, name: str, what: str, key: str = "", pattern: str = "") -> Schema:
    """Return the schema of a file whose tables are objects, each named by its key."""
    shapes = Shapes(given=frozenset({f"{kind.__name__}.{key}"}))
    body = {
        "title": what,
        "type": "object",
        "additionalProperties": shapes.of(kind),
        **({"propertyNames": {"pattern": pattern}} if pattern else {}),
    }
    return _whole(name, body, shapes)


def _whole(name: str, body: Schema, shapes: Shapes) -> Schema:
    defined = {"$defs": dict(sorted(shapes.made.items()))} if shapes.made else {}
    # A URN: taplo takes a relative address for a fault.
    return {"$schema": DIALECT, "$id": f"urn:zest:{name}:1", **body, **defined}


def _identity() -> Schema:
    made = _one(SectorIdentity, "sector")
    extends = made["properties"]["extends"]
    one = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    made["properties"]["extends"] = {k: v for k, v in extends.items() if k not in ("type", "items")} | one
    return made


def _columns() -> Schema:
    """Return the schema of ``columns.toml``: a column is told by the name it has in files, or by its own."""
    shapes = Shapes(given=frozenset({"ColumnMapping.headers"}))
    texts = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
    column = shapes.table(ColumnMapping)
    headers = column["properties"].pop("headers")
    reading = shapes.table(Reading)
    column["properties"] = {"from": {"title": headers["title"], **texts}, **column["properties"]}
    for table, name in ((column, "dates"), (reading, "dates"), (reading, "missing")):
        kept = {k: v for k, v in table["properties"][name].items() if k not in ("type", "items")}
        table["properties"][name] = kept | texts
    shapes.made |= {"ColumnMapping": column, "Reading": reading}
    tables = {name: _columns_of(name) for name in TABLES}
    body = {
        "title": "Comment les colonnes s'appellent",
        "type": "object",
        "properties": {"reading": {"$ref": "#/$defs/Reading"}, **tables},
        "additionalProperties": False,
    }
    return _whole("sector-columns", body, shapes)


def _columns_of(name: str) -> Schema:
    schema = schema_of(name)
    known = {
        column.name: {"title": column.title, "description": column.description}
        | {"anyOf": [{"enum": [c.name for c in schema.columns]}, {"$ref": "#/$defs/ColumnMapping"}]}
        for column in schema.columns
    }
    own = {"enum": list(known)}
    reading = {"reading": {"$ref": "#/$defs/Reading"}}
    return {
        "title": schema.title,
        "type": "object",
        "properties": {**reading, **known},
        "additionalProperties": own,
    }


MADE: Mapping[str, Callable[[], Schema]] = MappingProxyType({
    "dossier": lambda: _one(Dossier, "dossier"),
    "experience": lambda: _one(ExperienceRecord, "experience"),
    "sector": _identity,
    "sector-agreements": lambda: _keyed(
        CollectiveAgreement, "sector-agreements", "Conventions collectives du secteur", "idcc"
    ),
    "sector-agreement-facts": lambda: _keyed(
        AgreementFacts, "sector-agreement-facts", "Ce que disent les conventions collectives"
    ),
    "sector-charter": lambda: _one(Charter, "sector-charter"),
    "sector-columns": _columns,
    "sector-commitments": lambda: _keyed(
        ServiceCommitment, "sector-commitments", "Engagements du secteur", "key"
    ),
    "sector-edition": lambda: _one(EditionFile, "sector-edition", "ServiceCommitment.key"),
    "sector-job": lambda: _one(Job, "sector-job", "Job.key"),
    "sector-law": lambda: _keyed(Figure, "sector-law", "Chiffres datés du secteur"),
    "sector-permits": lambda: _keyed(PermitKind, "sector-permits", "Habilitations du secteur", "key"),
    "sector-rules": lambda: _keyed(
        Declared, "sector-rules", "Règles écrites du secteur", pattern=r"^[A-Z]{1,6}\d{3}$"
    ),
    "sector-segment": lambda: _one(SegmentSheet, "sector-segment"),
    "sector-tasks": lambda: _keyed(Task, "sector-tasks", "Tâches du secteur", "key"),
})  # fmt: skip
"""Schemas of files, made from the model, by name."""

FILES: Mapping[str, str] = MappingProxyType({
    **{name: f"{name}-1.json" for name in (*MADE, *ANSWERS)},
    **{f"table-{name}": f"tables/{name}.json" for name in TABLES},
})  # fmt: skip
"""Every schema that is shipped, with its file."""


@attrs.frozen(kw_only=True)
class Published:
    """One schema as shipped.

    Attributes:
        name: a key of :data:`FILES`.
        title: French, a few words.
        text: the file.
    """

    name: str
    title: str
    text: str


def published(name: str) -> Published:
    """Return a schema as shipped.

    Raises:
        UnknownSchemaError: there is none of that name; the message names the nearest.
    """
    if name not in FILES:
        raise UnknownSchemaError(f"Aucun schéma ne s'appelle « {name} »{suggest(name, FILES)}")
    text = (FOLDER / FILES[name]).read_text("utf-8")
    return Published(name=name, title=json.loads(text)["title"], text=text)


def generated() -> Iterator[tuple[Path, str]]:
    """Yield each file that is made from the model or from an answer, with what it must hold today."""
    made = {name: make() for name, make in MADE.items()}
    for name, schema in {**made, **{name: answer_schema(name) for name in ANSWERS}}.items():
        yield FOLDER / FILES[name], json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
