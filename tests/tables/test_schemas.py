"""The published Table Schemas: judged by another program, and told apart from what they must be."""

import datetime as dt
import json
import types
import typing
from collections.abc import Sequence
from pathlib import Path

import attrs
import pytest

from zest.errors import UnknownTableError
from zest.model.activity import FollowUp, Mission, Order
from zest.model.outcome import Outcome
from zest.tables.frames import frame_schema
from zest.tables.reading import read_table
from zest.tables.schemas import FOLDER, TABLES, Kind, columns_of, schema_of

frictionless = pytest.importorskip("frictionless")

MODELS = {"commandes": Order, "missions": Mission, "suivis": FollowUp, "sorties": Outcome}
TYPES = {
    Kind.STRING: str,
    Kind.DATE: dt.date,
    Kind.DATETIME: dt.datetime,
    Kind.NUMBER: float,
    Kind.INTEGER: int,
    Kind.BOOLEAN: bool,
}


def sample(name: str, kind: str) -> Path:
    """Return the path of a sample file."""
    return FOLDER / name / f"exemple-{kind}.csv"


def judged(name: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Ask frictionless whether a sample fits its schema."""
    monkeypatch.chdir(FOLDER)
    schema = frictionless.Schema.from_descriptor(f"{name}.json")
    report = frictionless.Resource(path=f"{name}/exemple-{kind}.csv", schema=schema).validate()
    assert not report.errors
    return bool(report.valid)


@pytest.mark.parametrize("name", TABLES)
def test_another_program_accepts_the_schema_and_its_valid_sample(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Frictionless reads the schema, and finds nothing to say of the file given as valid."""
    frictionless.Schema.from_descriptor(json.loads((FOLDER / f"{name}.json").read_text("utf-8")))

    assert judged(name, "valide", monkeypatch)


@pytest.mark.parametrize("name", TABLES)
def test_another_program_refuses_the_invalid_sample(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file given as invalid is."""
    assert not judged(name, "invalide", monkeypatch)


@pytest.mark.parametrize("name", TABLES)
def test_the_valid_sample_is_read_whole_and_the_invalid_one_is_not(name: str) -> None:
    """Zest agrees with the other program."""
    valid = read_table(sample(name, "valide"), name)
    invalid = read_table(sample(name, "invalide"), name)

    assert ((), 1.0) == (valid.findings, valid.share)
    assert invalid.findings


@pytest.mark.parametrize("name", TABLES)
def test_a_schema_says_who_it_is(name: str) -> None:
    """What schema.data.gouv.fr asks of a schema is there, and its samples are beside it."""
    raw = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))

    assert ("FR", "zest-" + name, [""]) == (raw["countryCode"], raw["name"], raw["missingValues"])
    assert ["etalab-2.0"] == [licence["name"] for licence in raw["licenses"]]
    assert all((FOLDER / one["path"]).is_file() for one in raw["resources"])
    checked = {raw["fields"][0]["name"]} | {c["params"]["column"] for c in raw["custom_checks"]}
    assert checked <= set(columns_of(name))


@pytest.mark.parametrize("name", TABLES)
def test_a_field_is_told_to_people_and_to_machines(name: str) -> None:
    """Each column has a title, whole sentences, an example that fits, and a name without accents."""
    for column in schema_of(name).columns:
        assert column.title
        assert column.description.endswith(".")
        assert column.name.isascii()
        assert column.name.islower()
        assert not column.words or column.example in column.words


@pytest.mark.parametrize("name", TABLES)
def test_a_path_leads_to_an_attribute_of_the_model_of_its_type(name: str) -> None:
    """Rows become objects without a change of type; a text may be one of an enumeration's."""
    for column in schema_of(name).columns:
        if column.path:
            leaf = leaf_of(MODELS[name], column.path)

            assert TYPES[column.kind] is (str if issubclass(leaf, str) else leaf), column.name


def leaf_of(model: type, path: Sequence[str]) -> type:
    """Return the type at the end of a path of attributes, which may be left out at each step."""
    found: type = model
    for step in path:
        told = attrs.fields_dict(found)[step].type
        [found] = [one for one in typing.get_args(told) or (told,) if one is not types.NoneType]
    return found


@pytest.mark.parametrize("name", TABLES)
def test_a_frame_has_a_type_for_each_column_and_tells_where_its_rows_come_from(name: str) -> None:
    """Columns of the schema in order, then the file and the row."""
    assert (*columns_of(name), "_fichier", "_ligne") == tuple(frame_schema(name))


def test_identifiers_are_always_text() -> None:
    """A département that begins with a zero keeps it."""
    for name in TABLES:
        assert {Kind.STRING} == {
            column.kind
            for column in schema_of(name).columns
            if column.name.startswith("id_") or column.name in ("structure", "departement", "salarie")
        }


def test_a_table_that_does_not_exist_is_refused_with_the_nearest_name() -> None:
    """The caller mistyped."""
    with pytest.raises(UnknownTableError, match="missions"):
        schema_of("mission")


def test_a_schema_tells_its_columns_by_name() -> None:
    """An unknown one is a fault of the caller."""
    assert "heure" == schema_of("missions").column("heures").unit
    with pytest.raises(KeyError):
        schema_of("missions").column("heure")
