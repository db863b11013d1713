"""Structures, with their State conventions and the annexes of these."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from zest.exchange.asp.reading import Reading, key_of
from zest.exchange.flux_iae import Row, told
from zest.exchange.values import values
from zest.model.convention import FinancialAnnex, StateConvention
from zest.model.identifiers import Siret
from zest.model.structure import Structure, StructureKind


def structures(reading: Reading, contracts: Mapping[str, Row]) -> Iterator[Structure]:
    """Yield each structure of the exports; its kind is that of its annexes, else of its contracts."""
    kinds = dict(_kinds(reading, contracts.values()))
    for row in reading.rows("Structure"):
        number, name, latest, signed = told(
            row,
            "structure_id_siae",
            "structure_denomination",
            "structure_siret_actualise",
            "structure_siret_signature",
        )
        city, address = told(row, "structure_adresse_admin_commune", "structure_adresse_admin_nom_voie")
        yield Structure(
            key=key_of(number),
            name=name or key_of(number),
            kind=kinds.get(number),
            siret=_siret(reading, latest or signed),
            city=city,
            address=address,
            state_conventions=tuple(_conventions(reading, number)) or None,
        )


def _kinds(reading: Reading, contracts: Iterable[Row]) -> Iterator[tuple[str, StructureKind]]:
    """Yield the kind of each structure, by the measure of its annexes and contracts."""
    told_ = [
        (row.get("af_id_structure", ""), row.get("af_mesure_dispositif_code", ""))
        for row in reading.rows("AnnexeFinanciere")
    ]
    told_ += [
        (row.get("contrat_id_structure", ""), row.get("contrat_mesure_disp_code", "")) for row in contracts
    ]
    for number, measure in told_:
        if kind := values("asp")["measures"].get(measure):
            yield number, StructureKind(kind)
        elif measure:
            reading.ledger.lose("mesure", f"Aucune nature de structure ne répond à la mesure « {measure} ».")


def _siret(reading: Reading, text: str) -> Siret | None:
    try:
        return Siret(text) if text else None
    except ValueError as error:
        reading.find(str(error), "Structure")
        return None


def _conventions(reading: Reading, number: str) -> Iterator[StateConvention]:
    """Yield each State convention of a structure, with its annexes; its own days are not in the exports."""
    annexes: dict[str, list[FinancialAnnex]] = defaultdict(list)
    table = "AnnexeFinanciere"
    for row in reading.rows(table):
        if row.get("af_id_structure") == number:
            start, end, hours = told(
                row, "af_date_debut_effet", "af_date_fin_effet", "af_duree_heure_annuel_etp_valeur"
            )
            annex = FinancialAnnex(
                number=row.get("af_numero_annexe_financiere", ""),
                state=row.get("af_etat_annexe_financiere_code", ""),
                start=reading.day(start, table),
                end=reading.day(end, table),
                hours_per_fte=reading.number(hours, table),
            )
            annexes[row.get("af_numero_convention", "")].append(annex)
    for convention, its in annexes.items():
        yield StateConvention(number=convention, annexes=tuple(its))
