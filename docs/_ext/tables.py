"""The reference page of the record tables, made of their published schemas. It is never edited by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from zest.tables.schemas import TABLES, Column, Kind, TableSchema, schema_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

KINDS = {
    Kind.STRING: "texte",
    Kind.NUMBER: "nombre",
    Kind.INTEGER: "nombre entier",
    Kind.BOOLEAN: "oui ou non",
    Kind.DATE: "jour",
    Kind.DATETIME: "jour et heure",
}

INTRODUCTION = """# Tableaux

Quatre tableaux, au format [Table Schema](https://specs.frictionlessdata.io/table-schema/) de schema.data.gouv.fr.
Leurs fichiers sont dans `zest/schemas/tables/`, avec un exemple valide et un exemple invalide de chacun ;
la page [Tableaux de commandes et de missions](../guides/tables.md) dit comment ils se lisent.
Une colonne marquée * est obligatoire : sans elle, une ligne est mise de côté.
"""


def setup(app: "Sphinx") -> dict[str, bool]:
    """Write the page before Sphinx looks for it."""
    app.connect("builder-inited", lambda app: write(Path(app.srcdir) / "reference"))
    return {"parallel_read_safe": True}


def write(folder: Path) -> None:
    """Write the page."""
    lines = [INTRODUCTION, *(line for name in TABLES for line in table_page(schema_of(name)))]
    (folder / "tableaux.md").write_text("\n".join(lines) + "\n", "utf-8")


def table_page(schema: TableSchema) -> Iterator[str]:
    """Write one table."""
    key = ", ".join(f"`{name}`" for name in schema.key)
    yield from (f"## {schema.title}", "", schema.description, "")
    yield from (f"`{schema.name}`, version {schema.version}. Clé : {key}.", "")
    yield from ("| colonne | type | ce qu'elle dit | exemple |", "|---|---|---|---|")
    for column in schema.columns:
        star = " *" if column.required else ""
        yield f"| `{column.name}`{star} | {kind(column)} | {column.description} | {example(column)} |"
    yield ""


def kind(column: Column) -> str:
    """Write the type of a column, with its unit, its bound or its words."""
    told = [KINDS[column.kind]]
    if column.unit:
        told.append(f"en {column.unit}s" if column.unit in ("heure", "euro") else column.unit)
    if column.minimum is not None:
        told.append(f"au moins {column.minimum:g}")
    if column.words:
        told = ["un mot parmi " + ", ".join(f"`{word}`" for word in column.words)]
    return ", ".join(told)


def example(column: Column) -> str:
    """Write an example as a file would."""
    return f"`{column.example}`"
