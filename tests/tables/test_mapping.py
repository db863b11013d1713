"""``columns.toml``: how a software names our columns, refused with its place when it does not fit."""

import tomllib
from pathlib import Path

import pytest

from zest.errors import DataFileError
from zest.tables.mapping import ColumnMapping, Reading, TableMapping
from zest.tables.mapping_files import mapping_of, read_mapping
from zest.tables.reading import read_table

SOFTWARE = """
[reading]
separator = "|"
dates = "%d/%m/%y"

[missions]
"N° mission" = "id_mission"
"Date de début" = "debut"
"Début" = "debut"
structure = { from = "Agence", values = { "Agence du Bocage" = "bocage" } }
client = { from = ["Entreprise utilisatrice", "EU"] }
heures = { from = "Durée", unit = "h:mm" }
type_client = { from = "Nature", values = { "Privé" = "entreprise" } }
poste_a_risque = { values = { "X" = "oui" } }

[missions.reading]
missing = ["-", "n.c."]
"""


def test_an_export_of_a_software_is_read_with_its_mapping(tmp_path: Path) -> None:
    """Names, unit, words, dates and separator are all stated."""
    (tmp_path / "columns.toml").write_text(SOFTWARE, "utf-8")
    path = tmp_path / "missions.csv"
    path.write_text(
        "N° MISSION|Agence|EU|Salarié|Date de debut|Durée|Nature|Poste à risque\n"
        "M1|Agence du Bocage|c|s-1|08/06/26|7:30|Privé|x\n"
        "M2|perche|c|s-2|09/06/26|-|Association|non\n",
        "utf-8",
    )

    table = read_table(path, mapping=read_mapping(tmp_path / "columns.toml")["missions"])

    assert () == table.findings
    assert [("M1", "bocage", 7.5, "entreprise", True), ("M2", "perche", None, "association", False)] == (
        table.frame.collect()
        .select("id_mission", "structure", "heures", "type_client", "poste_a_risque")
        .rows()
    )


def test_what_is_said_of_all_tables_holds_for_each() -> None:
    """A table says more, and may say otherwise."""
    told = mapping_of(tomllib.loads(SOFTWARE))

    assert {"|"} == {mapping.reading.separator for mapping in told.values()}
    assert ((), ("-", "n.c.")) == (told["suivis"].reading.missing, told["missions"].reading.missing)
    assert ("Date de début", "Début") == told["missions"].of("debut").headers
    assert ColumnMapping() == told["missions"].of("fin")


def test_an_empty_mapping_says_nothing() -> None:
    """No table is mapped."""
    assert {} == mapping_of({})


REFUSED = {
    "missions = 1": "missions : il faut ici une table",
    "[mission]": "vouliez-vous dire « missions »",
    "[missions]\nreading = 1": "missions.reading : il faut ici une table",
    "[missions]\n'Début' = 'debuts'": "vouliez-vous dire « debut »",
    "[missions]\ndebuts = { from = 'x' }": "la colonne « debuts » n'existe pas",
    "[missions]\ndebut = 1": "donnez le nom d'une colonne",
    "[missions]\nheures = { unit = 'jours' }": "l'unité « jours » n'est pas admise",
    "[missions]\ndebut = { unit = 'heures' }": "n'est pas admise",
    "[missions]\nheures = { dates = '%d/%m/%Y' }": "ni un jour ni un moment",
    "[missions]\ntype_client = { values = { A = 'hôtel' } }": "« A » ne peut pas devenir « hôtel »",
    "[missions]\nposte_a_risque = { values = { A = 'peut-être' } }": "ne peut pas devenir",
    "[missions]\nheures = { colour = 'red' }": "colour",
    "[reading]\nfoo = 1\n[suivis]": "columns.toml, reading, foo",
    "[missions.reading]\nfoo = 1": "columns.toml, missions.reading, foo",
    "[missions.reading]\nheader_row = 0": "header_row compte les lignes à partir de 1",
    "[reading]\nseparator = ';;'": "un seul signe",
    "[reading]\ndecimal = 'x'": "decimal est",
    "[reading]\ndates = '%d/%m'": "n'est pas une forme de date",
    "[reading]\ndates = '%d %B %Y'": "n'est pas une forme de date",
    "[missions]\ndebut = { dates = 'jj/mm/aaaa' }": "n'est pas une forme de date",
}


@pytest.mark.parametrize("text", REFUSED)
def test_a_mapping_that_does_not_fit_is_refused_where_it_does_not(text: str) -> None:
    """With the nearest word where there is one."""
    with pytest.raises(DataFileError, match=REFUSED[text]):
        mapping_of(tomllib.loads(text), "columns.toml")


def test_one_mapping_over_another() -> None:
    """A dossier's own words win; what it leaves out is its sector's."""
    sector = TableMapping(
        columns={"debut": ColumnMapping(headers=("Début",)), "fin": ColumnMapping(headers=("Fin",))},
        reading=Reading(separator="|", encoding="cp850"),
    )
    own = TableMapping(columns={"fin": ColumnMapping(headers=("Terme",))}, reading=Reading(separator=";"))

    both = own.over(sector)

    assert (("Début",), ("Terme",)) == (both.of("debut").headers, both.of("fin").headers)
    assert Reading(separator=";", encoding="cp850") == both.reading
