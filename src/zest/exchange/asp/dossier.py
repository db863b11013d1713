"""A dossier from the ASP's exports."""

from collections.abc import Mapping

from zest.exchange.asp.exits import outcomes
from zest.exchange.asp.hours import months, results
from zest.exchange.asp.reading import Reading
from zest.exchange.asp.structures import structures
from zest.exchange.flux_iae import Export
from zest.exchange.losses import Converted
from zest.model.dossier import Collective, Dossier
from zest.model.outcome import OutcomeClass


def from_flux_iae(
    exports: Mapping[str, Export], motives: Mapping[str, OutcomeClass] | None = None
) -> Converted[Dossier]:
    """Return what exports tell of structures, their annexes, the exits and the hours of each year.

    Args:
        exports: by table, as read.
        motives: class of each code of exit; without it the class of an exit is not told.
    """
    reading = Reading(exports=exports, motives=motives or {})
    for export in exports.values():
        for line in export.broken:
            reading.find(
                "Cette ligne n'a pas autant de cellules que l'en-tête : elle est laissée.", export.table, line
            )
    contracts = {row.get("contrat_id_ctr", ""): row for row in reading.rows("ContratMission")}
    hours = list(months(reading, contracts))
    dossier = Dossier(
        collective=Collective(name="Structures des exports de l'ASP"),
        structures=tuple(structures(reading, contracts)),
        outcomes=tuple(outcomes(reading, contracts.values(), hours)),
        results=tuple(results(hours)),
    )
    _leave(reading)
    read = sum(len(export.rows) for export in exports.values())
    return Converted(
        value=dossier,
        losses=reading.ledger.losses(),
        findings=tuple(reading.findings),
        read=read,
        made=len(dossier.structures) + len(dossier.outcomes) + len(dossier.results),
    )


_CARRIED = frozenset({
    "structure_id_siae", "structure_denomination", "structure_siret_actualise", "structure_siret_signature",
    "structure_adresse_admin_commune", "structure_adresse_admin_nom_voie",
    "af_id_structure", "af_mesure_dispositif_code", "af_numero_annexe_financiere", "af_numero_convention",
    "af_etat_annexe_financiere_code", "af_date_debut_effet", "af_date_fin_effet", "af_duree_heure_annuel_etp_valeur",
    "contrat_id_ctr", "contrat_id_pph", "contrat_id_structure", "contrat_mesure_disp_code",
    "contrat_date_sortie_definitive", "contrat_motif_sortie_code",
    "emi_afi_id", "emi_ctr_id", "emi_pph_id", "emi_sme_annee", "emi_sme_mois", "emi_sme_version",
    "emi_nb_heures_travail",
})  # fmt: skip


def _leave(reading: Reading) -> None:
    """Count what the exports tell besides: tables of which nothing is read, columns of the others."""
    known = ("Structure", "AnnexeFinanciere", "ContratMission", "EtatMensuelIndiv")
    for table, export in reading.exports.items():
        if table not in known:
            reading.ledger.lose(table, "zest ne lit rien de cette table.", len(export.rows))
            continue
        for row in export.rows:
            reading.ledger.leave_record(row, _CARRIED, "Un dossier n'a pas de place pour cette colonne.")
