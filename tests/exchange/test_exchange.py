"""Structures go to the platforms and come back; activity comes from the ASP; what is lost is counted."""

import datetime as dt
import gzip
import json
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

import zest
from zest.cli import main
from zest.errors import UnreadableFileError
from zest.exchange.asp.dossier import from_flux_iae
from zest.exchange.data_inclusion import to_data_inclusion
from zest.exchange.emplois import from_emplois, to_emplois
from zest.exchange.flux_iae import read_export, read_exports
from zest.exchange.losses import Converted
from zest.exchange.marche import from_marche, to_marche
from zest.exchange.records import read_records, to_json
from zest.exchange.values import values
from zest.model.dossier import Dossier
from zest.model.outcome import OutcomeClass
from zest.model.structure import Structure, StructureKind
from zest.testing.reference_tables import reference_folder
from zest.testing.strategies import dossiers

CAEN = Path(__file__).parents[2] / "examples/caen-exemplaire"

STRUCTURE = {
    "type": "object",
    "required": ["source", "id", "nom", "date_maj"],
    "properties": {
        "source": {"type": "string"},
        "id": {"type": "string", "pattern": "^[^-]+--.+"},
        "nom": {"type": "string", "minLength": 3, "maxLength": 150},
        "date_maj": {"type": "string", "format": "date"},
        "siret": {"type": "string", "pattern": r"^\d{14}$"},
        **{name: {"type": "string", "minLength": 1} for name in ("commune", "adresse", "telephone")},
        "courriel": {"type": "string", "format": "email"},
        "reseaux_porteurs": {
            "type": "array",
            "uniqueItems": True,
            "items": {"enum": ["coorace", "aci", "ai", "ea", "eatt", "ei", "eiti", "esat", "etti", "geiq"]},
        },
    },
    "additionalProperties": False,
}
"""A structure of data·inclusion 1.0.8, by its public schema, without the fields that zest never sends."""


def counted(converted: Converted[Any]) -> dict[str, int]:
    """Return how often each field was lost."""
    found: Counter[str] = Counter()
    for one in converted.losses:
        found[one.field] += one.count
    return dict(found)


@given(dossiers())
def test_data_inclusion_follows_its_schema(dossier: Dossier) -> None:
    """Each structure is a record that the schema accepts, or is counted as left."""
    made = to_data_inclusion(dossier, "zest", dt.date(2026, 8, 22))
    for record in made.value:
        jsonschema.validate(record, STRUCTURE, format_checker=jsonschema.FormatChecker())
    left = sum(one.count for one in made.losses if one.field == "name")

    assert len(dossier.structures) == made.read == made.made + left


def test_data_inclusion_tells_what_it_leaves() -> None:
    """Networks come from the kind and the membership; each field that has no place is counted."""
    made = to_data_inclusion(zest.load(CAEN), "zest", dt.date(2026, 8, 22))
    odd = Dossier(
        structures=(
            Structure(key="a", name="Ab"),
            Structure(key="b", name="Abc", kind=StructureKind.SEP, email="x"),
        )
    )
    lost = counted(to_data_inclusion(odd, "zest", dt.date(2026, 8, 22)))

    assert {"coorace", "ai", "etti"} == {one for record in made.value for one in record["reseaux_porteurs"]}
    assert 15 == counted(made)["state_conventions"]
    assert 1 == counted(made)["offers"]
    assert {"name": 1, "email": 1, "kind": 1} == lost


@pytest.mark.parametrize("there,back", [(to_marche, from_marche), (to_emplois, from_emplois)])
def test_structures_go_there_and_back(
    there: Callable[..., Converted[Any]], back: Callable[..., Converted[Dossier]]
) -> None:
    """What the platform has a place for is the same again; the rest was counted on the way."""
    dossier = zest.load(CAEN)
    sent = there(dossier)
    came = back(json.loads(to_json(sent.value)), "x.json").value
    kept = ("name", "kind", "siret", "department", "city", "address", "phone", "email")

    assert [[getattr(s, k) for k in kept] for s in dossier.structures] == [
        [getattr(s, k) for k in kept] for s in came.structures
    ]
    assert 15 == counted(sent)["state_conventions"]


def test_offers_go_to_the_marketplace_and_back() -> None:
    """By the tables of sectors and of services; structures that share one carry it together."""
    dossier = zest.load(CAEN)
    came = from_marche(to_marche(dossier).value, "x.json").value
    [offer] = came.offers

    assert ("hotellerie-restauration", "lending") == (offer.sector, offer.kind)
    assert offer.structures == tuple(one.key for one in came.structures)
    assert all(one.coorace_member for one in came.structures)


def test_what_a_platform_has_no_word_for_is_counted() -> None:
    """Kinds, sectors, services: the record or the word is left, and told."""
    odd = (Structure(key="a", name="A", kind=StructureKind.ETT), Structure(key="b", name="B"))
    offers = (zest.SectorOffer(key="o", sector="peche"),)
    records = [
        {"id": 1, "kind": "ai", "siret": "10000000900108", "sectors": [{"slug": "apiculture"}, "traiteur"],
         "presta_types": "DISP,XXX", "networks": [{"slug": "coorace"}]},
        {"id": 2, "kind": "AI", "siret": "10000000900108", "sectors": "", "name": "N"},
    ]  # fmt: skip
    came = from_marche(records, "m.json")

    assert (2, 0) == (to_marche(Dossier(structures=odd)).read, to_marche(Dossier(structures=odd)).made)
    assert {"kind": 2} == counted(to_emplois(Dossier(structures=odd)))
    member = Structure(key="c", name="C", kind=StructureKind.AI)
    assert {"offers": 1} == counted(to_marche(Dossier(structures=(member,), offers=offers)))
    assert {"sectors": 1, "presta_types": 1} == counted(came)
    assert ["hotellerie-restauration-lending"] == [one.key for one in came.value.offers]
    assert ["deux fois" in one.message for one in came.findings] == [True]
    assert "marche-1" == came.value.structures[0].name


FAULTY = {
    "": "Il n'y a pas de SIRET",
    "100000170": "est un SIREN",
    "1000000090010": "zéros du début",
    "8,12E+13": "notation scientifique",
    "10000000900109": "clé de contrôle",
    "10000017099912": "inventé pour une antenne",
}


@pytest.mark.parametrize("siret,words", FAULTY.items())
def test_each_faulty_identifier_is_told(siret: str, words: str) -> None:
    """Once, at its row, and its structure is kept."""
    came = from_emplois([{"id": "u", "type": "AI", "siret": siret, "raison_sociale": "R"}], "e.csv", 2)

    assert [True] == [words in one.message for one in came.findings]
    assert "e.csv:2" == str(came.findings[0].place)
    assert 1 == len(came.value.structures)


def test_a_record_tells_where_it_is() -> None:
    """By its département, or by its postcode where it has none; the two are compared."""
    base = {"type": "AI", "siret": "10000000900108", "enseigne": "E"}
    came = from_emplois(
        [
            base | {"id": 1, "code_postal": "14000"},
            base | {"id": 2, "departement": "Orne", "type": "EI"},
            base | {"id": 3, "departement": "61", "code_postal": "14000", "type": "ASBL", "postes": [1]},
        ],
        "e.json",
    )

    assert ["14", None, "61"] == [one.department for one in came.value.structures]
    assert ["Orne", "code postal", "ASBL"] == [
        next(word for word in ("Orne", "ASBL", "code postal") if word in one.message) for one in came.findings
    ]
    assert {"postes": 1} == counted(came)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(
                ["id", "kind", "siret", "name", "department", "post_code", "sectors", "presta_types"]
            ),
            st.none() | st.text(max_size=16) | st.integers() | st.lists(st.text(max_size=4), max_size=2),
        ),
        max_size=3,
    )
)
def test_no_record_is_lost_or_breaks_it(records: list[dict[str, Any]]) -> None:
    """Whatever it holds, it is a structure of the dossier."""
    came = from_marche(records, "m.json")

    assert len(records) == len(came.value.structures) == came.made


def _luhn(digits: str) -> bool:
    """The sum of Luhn in another way than ours: by a table of doubles."""
    return sum(int("0246813579"[int(d)]) if i % 2 else int(d) for i, d in enumerate(digits[::-1])) % 10 == 0


def test_the_structures_of_the_marketplace_are_read_in_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All 3 853 real ones: none lost, none crashing, each faulty identifier told; figures are printed."""
    folder = reference_folder()
    if folder is None or not (folder / "siae_le_marche_fixture.csv").is_file():
        pytest.skip("les structures du marché ne sont pas sur cette machine (ZEST_DATA)")
    file = folder / "siae_le_marche_fixture.csv"
    records = read_records(file)
    wrong = [
        rank
        for rank, one in enumerate(records, start=2)
        if not (_luhn(one["siret"]) and _luhn(one["siret"][:9])) and not one["siret"].startswith("356000000")
    ]
    code = main(["convert", str(file), str(tmp_path / "d.json"), "--from", "marche", "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    dossier = zest.load(tmp_path / "d.json")
    kinds = Counter(one.kind for one in dossier.structures)
    report = zest.check(dossier, as_of=dt.date(2026, 8, 22))
    by_rule = Counter(one.name for one in report.findings)
    figures = f"{len(records)} structures, {dict(kinds)}, {len(wrong)} SIRET à la clé fausse"
    figures += f" (siret-checksum-wrong : {by_rule['siret-checksum-wrong']})"
    with capsys.disabled():
        sys.stdout.write(f"\n{figures}\n")

    assert (1, 3853, 3853, 3853) == (code, told["read"], told["made"], len(dossier.structures))
    assert {"ACI": 1815, "EI": 944, "AI": 620, "ETTI": 299, "GEIQ": 172, "EA": 3} == dict(kinds)
    assert wrong == [one["place"]["line"] for one in told["findings"]]
    assert () == dossier.faults
    assert len(wrong) == by_rule["siret-checksum-wrong"]


def test_the_sectors_that_are_sent_exist() -> None:
    """Every slug of our tables is one of the marketplace's."""
    folder = reference_folder()
    if folder is None:
        pytest.skip("les secteurs du marché ne sont pas sur cette machine (ZEST_DATA)")
    known = {row["slug"] for row in read_records(folder / "le_marche_secteurs.csv")}
    told = values("marche")["sectors"].values()

    assert set() == {slug for one in told for slug in (*one["understood"], *one["sent"])} - known
    assert all(set(one["sent"]) <= set(one["understood"]) for one in told)


@pytest.mark.parametrize(
    "name,data,words",
    [
        ("a.json", b"[", "JSON lisible"),
        ("a.json", b'{"count": 1}', "pas de liste de structures"),
        ("a.json", b"[1]", "pas de liste de structures"),
        ("a.csv", b'a,b\n"x,1\n', "CSV lisible"),
        ("a.csv", b"\xff\xfea", "UTF-16"),
        ("a.csv", "nom;ville\né;Caen\n".encode("cp1252"), "UTF-8"),
    ],
)
def test_what_holds_no_records_is_refused(name: str, data: bytes, words: str, tmp_path: Path) -> None:
    """In a sentence that names the file."""
    (tmp_path / name).write_bytes(data)

    with pytest.raises(UnreadableFileError, match=words):
        read_records(tmp_path / name)


def test_an_answer_of_a_service_or_a_french_csv_is_read(tmp_path: Path) -> None:
    """``results`` holds the list; semicolons part cells; a cell too many has no name."""
    (tmp_path / "a.json").write_text('{"count": 1, "results": [{"id": 1}]}')
    (tmp_path / "a.csv").write_text("id;kind\n1;AI;x\n2\n")

    assert [{"id": 1}] == read_records(tmp_path / "a.json")
    assert [{"id": "1", "kind": "AI"}, {"id": "2", "kind": ""}] == read_records(tmp_path / "a.csv")


EXPORTS = {
    "Structure": [
        "structure_id_siae|structure_denomination|structure_siret_signature|structure_siret_actualise|structure_adresse_admin_commune|structure_code_naf",
        '11|Structure "fictive" A|10000000900108||CAEN|7830Z',
        "12||123||ALENCON|",
    ],
    "AnnexeFinanciere": [
        "af_id_structure|af_numero_convention|af_mesure_dispositif_code|af_numero_annexe_financiere|af_etat_annexe_financiere_code|af_date_debut_effet|af_date_fin_effet|af_duree_heure_annuel_etp_valeur",
        "11|C1|AI_DC|AI014250001A0M0|VALIDE|01/01/2025 00:00:00|31/12/2025|1607,5",
        "11|C1|AI_DC|AI014240001A0M0|CLOTURE|01/01/2024|31/02/2024|beaucoup",
        "12|C2|FDI_DC||||2025|",
    ],
    "ContratMission": [
        "contrat_id_ctr|contrat_id_pph|contrat_id_structure|contrat_mesure_disp_code|contrat_date_sortie_definitive|contrat_motif_sortie_code|contrat_code_rome",
        "101|900001|11|AI_DC|15/03/2025|12|G1501",
        "102|900001|11|AI_DC|30/06/2025|12|G1501",
        "103|900002|11|AI_DC|30/06/2025|99|G1501",
        "104|900003|11||||G1501",
        "105|trop|de|cellules|ici|a|b|c|d",
    ],
    "EtatMensuelIndiv": [
        "emi_afi_id|emi_sme_mois|emi_sme_annee|emi_sme_version|emi_pph_id|emi_ctr_id|emi_nb_heures_travail|emi_mt_salaire_brut",
        "1|1|2025|1|900001|101|50|700",
        "1|1|2025|2|900001|101|60|800",
        "1|1|2025|1|900001|101|50|700",
        "1|5|2025|1|900001|102|40|600",
        "1|5|2024|1|900002|103|30|500",
        "1|5|2025|1|900009|999|70|500",
        "1|6|2025|1|900002|103||500",
    ],
    "PMSMP": ["pmsmp_id|x", "1|2"],
}  # fmt: skip
"""Invented rows, in the form of the ASP's exports."""


@pytest.fixture
def flux(tmp_path: Path) -> Path:
    """A folder of exports, gzipped or not, with and without their first line, and an older one."""
    folder = tmp_path / "flux"
    folder.mkdir()
    for rank, (table, lines) in enumerate(EXPORTS.items()):
        head = [f"DEB{table}30062025"] if rank else []
        data = "\r\n".join([*head, *lines, f"FIN{table}"]).encode("utf-8-sig" if rank % 2 else "cp1252")
        name = f"fluxIAE_{table}_30062025_101112.csv"
        if rank % 2:
            (folder / f"{name}.gz").write_bytes(gzip.compress(data))
        else:
            (folder / name).write_bytes(data)
    (folder / "fluxIAE_Structure_01072024_101112.riae").write_text("a|b\n1|2\n")
    (folder / "lisez-moi.txt").write_text("x")
    return folder


def test_activity_comes_from_the_exports(flux: Path) -> None:
    """Structures with their annexes, one exit a person, hours by year; people are numbered, never told."""
    came = from_flux_iae(read_exports(flux), {"12": OutcomeClass.DURABLE})
    first, second = came.value.structures
    assert first.state_conventions is not None
    annexes = first.state_conventions[0].annexes
    assert annexes is not None

    assert (("asp-11", "AI", "CAEN"), ("asp-12", None, "ALENCON")) == (
        (first.key, first.kind, first.city), (second.key, second.kind, second.city),
    )  # fmt: skip
    assert [("AI014250001A0M0", 1607.5), ("AI014240001A0M0", None)] == [
        (one.number, one.hours_per_fte) for one in annexes
    ]
    assert [
        ("s-0001", "asp-11", dt.date(2025, 6, 30), "durable", 100),
        ("s-0002", "asp-11", dt.date(2025, 6, 30), None, 30),
    ] == [(o.employee, o.structure, o.left_on, o.outcome, o.hours) for o in came.value.outcomes]
    assert [(2024, 30), (2025, 100)] == [(r.start and r.start.year, r.hours) for r in came.value.results]
    assert "90000" not in zest.to_json(came.value)


def test_what_the_exports_tell_besides_is_counted(flux: Path) -> None:
    """Tables, columns, codes that nothing explains, hours without a contract; faults have their line."""
    came = from_flux_iae(read_exports(flux))
    lost = counted(came)

    assert {"PMSMP": 1, "mesure": 1, "contrat_motif_sortie_code": 2, "emi_nb_heures_travail": 1} == {
        name: lost[name] for name in ("PMSMP", "mesure", "contrat_motif_sortie_code", "emi_nb_heures_travail")
    }
    assert 7 == lost["emi_mt_salaire_brut"]
    assert {"123", "31/02/2024", "beaucoup", "2025", "Cette ligne"} == {
        next(word for word in ("123", "31/02/2024", "beaucoup", "Cette ligne", "2025") if word in one.message)
        for one in came.findings
    }
    assert 7 == next(one.place.line for one in came.findings if "Cette ligne" in one.message)


@pytest.mark.parametrize(
    "data,words",
    [
        (b"DEBx\n", "pas d'en-tête"),
        (b"a;b\n1;2\n", "pas d'en-tête"),
        (b"\x1f\x8bxxxxxxxxxx", "abîmé"),
        (gzip.compress(b"a|b\n1|2")[:-6], "coupé"),
        (b"a|\x81\n", "ni en UTF-8"),
    ],
    ids=["no-header", "other-separator", "damaged", "cut", "encoding"],
)
def test_a_damaged_export_is_refused(data: bytes, words: str, tmp_path: Path) -> None:
    """In a sentence."""
    (tmp_path / "x.csv").write_bytes(data)

    with pytest.raises(UnreadableFileError, match=words):
        read_export(tmp_path / "x.csv", "x")


def test_a_folder_without_exports_is_refused(tmp_path: Path) -> None:
    """And so is a file."""
    for path in (tmp_path, tmp_path / "no"):
        with pytest.raises(UnreadableFileError):
            read_exports(path)


def test_the_command_exchanges(flux: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """From the exports to a dossier, from a dossier to each platform and back, with its report."""
    (tmp_path / "motifs.toml").write_text('"12" = "durable"\n"99" = "other"\n')
    words = [
        "convert",
        str(flux),
        str(tmp_path / "d"),
        "--from",
        "flux-iae",
        "--motives",
        str(tmp_path / "motifs.toml"),
    ]
    assert 1 == main([*words[:3], "--from", "flux-iae", "--force"])
    assert "contrat_motif_sortie_code" in capsys.readouterr().out
    assert 1 == main([*words, "--force"])
    text = capsys.readouterr().out
    for name in ("data-inclusion", "marche", "emplois"):
        assert 0 == main(["convert", str(CAEN), str(tmp_path / f"{name}.json"), "--to", name])
        assert "15 lus, 15 repris" in capsys.readouterr().out.replace("\u202f", " ")
    assert 0 == main(
        ["convert", str(tmp_path / "emplois.json"), str(tmp_path / "e.toml"), "--from", "emplois"]
    )
    capsys.readouterr()

    assert "Ce qui n'est pas repris" in text
    assert "Ce qui est fautif dans la source" in text
    assert 2 == len(zest.load(tmp_path / "d").outcomes)
    assert 15 == len(zest.load(tmp_path / "e.toml").structures)


def test_the_command_says_what_is_left_to_say(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beyond fifty findings it counts them."""
    (tmp_path / "m.json").write_text(json.dumps([{"id": n, "kind": "AI", "name": "N"} for n in range(60)]))

    assert 1 == main(["convert", str(tmp_path / "m.json"), str(tmp_path / "d.toml"), "--from", "marche"])
    assert "et 10 constats de plus" in capsys.readouterr().out


def test_the_command_refuses_in_a_line(
    flux: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A target of another form, motives that are none."""
    (tmp_path / "a.toml").write_text('"12" = "bien"\n')
    (tmp_path / "b.toml").write_text("x = [")
    target = str(tmp_path / "d")

    assert 2 == main(["convert", str(CAEN), str(tmp_path / "x.csv"), "--to", "marche"])
    for name, words in (("a.toml", "bien"), ("b.toml", "TOML"), ("no.toml", "attendu")):
        capsys.readouterr()
        assert 2 == main(
            ["convert", str(flux), target, "--from", "flux-iae", "--motives", str(tmp_path / name)]
        )
        assert words in capsys.readouterr().err
