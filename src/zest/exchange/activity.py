"""Structures, annexes, exits and hours from the ASP's exports. A person of theirs becomes a number of ours.

Readings: the hours of a month are those of its latest version; the hours of a person in a structure are added over its
contracts; what a code of exit means is told by whoever converts, for no public list says it. Pay, birth and every other
fact about a person are left where they are.
"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from zest.exchange.flux_iae import Export, Row, told
from zest.exchange.losses import Converted, Ledger
from zest.exchange.values import values
from zest.findings import Finding, Place
from zest.model.convention import FinancialAnnex, StateConvention
from zest.model.dossier import Collective, Dossier
from zest.model.identifiers import Siret, clip
from zest.model.outcome import ActivityResult, Outcome, OutcomeClass
from zest.model.structure import Structure, StructureKind
from zest.notices import NOTICES

Pair = tuple[str, str]
"""Number of a person and of a structure, as the ASP has them."""


@attrs.define
class _Reading:
    """What is read so far, and what is wrong in it."""

    exports: Mapping[str, Export]
    motives: Mapping[str, OutcomeClass]
    ledger: Ledger = attrs.field(factory=Ledger)
    findings: list[Finding] = attrs.field(factory=list)

    def rows(self, table: str) -> tuple[Row, ...]:
        """Return the rows of a table; none when its export is not there."""
        return self.exports[table].rows if table in self.exports else ()

    def day(self, text: str, table: str) -> dt.date | None:
        """Read a day of the ASP; its hour, if any, is left."""
        if not text:
            return None
        found = re.match(r"(\d\d)/(\d\d)/(\d{4})(?:\s|$)", text, re.ASCII)
        try:
            if found:
                return dt.date(int(found[3]), int(found[2]), int(found[1]))
        except ValueError:
            pass
        self.find(f"{clip(text)} n'est pas un jour du calendrier.", table)
        return None

    def number(self, text: str, table: str) -> float | None:
        """Read a number of the ASP, with a point or a comma."""
        plain = text.replace(",", ".").replace(" ", "")
        if re.fullmatch(r"\d+(\.\d+)?", plain, re.ASCII):
            return float(plain)
        if text:
            self.find(f"{clip(text)} n'est pas un nombre.", table)
        return None

    def find(self, words: str, table: str, line: int = 0) -> None:
        """Remember one fault of an export."""
        place = Place(file=self.exports[table].file, line=line)
        self.findings.append(
            NOTICES["Z004"].finding(words, identity=(table, words), place=place, subject=(table,))
        )


def from_flux_iae(
    exports: Mapping[str, Export], motives: Mapping[str, OutcomeClass] | None = None
) -> Converted[Dossier]:
    """Return what exports tell of structures, their annexes, the exits and the hours of each year.

    Args:
        exports: by table, as read.
        motives: class of each code of exit; without it the class of an exit is not told.
    """
    reading = _Reading(exports=exports, motives=motives or {})
    for export in exports.values():
        for line in export.broken:
            reading.find(
                "Cette ligne n'a pas autant de cellules que l'en-tête : elle est laissée.", export.table, line
            )
    contracts = {row.get("contrat_id_ctr", ""): row for row in reading.rows("ContratMission")}
    hours = list(_months(reading, contracts))
    dossier = Dossier(
        collective=Collective(name="Structures des exports de l'ASP"),
        structures=tuple(_structures(reading, contracts)),
        outcomes=tuple(_outcomes(reading, contracts.values(), hours)),
        results=tuple(_results(hours)),
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


def _key(number: str) -> str:
    return f"asp-{number}"


def _structures(reading: _Reading, contracts: Mapping[str, Row]) -> Iterator[Structure]:
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
            key=_key(number),
            name=name or _key(number),
            kind=kinds.get(number),
            siret=_siret(reading, latest or signed),
            city=city,
            address=address,
            state_conventions=tuple(_conventions(reading, number)) or None,
        )


def _kinds(reading: _Reading, contracts: Iterable[Row]) -> Iterator[tuple[str, StructureKind]]:
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


def _siret(reading: _Reading, text: str) -> Siret | None:
    try:
        return Siret(text) if text else None
    except ValueError as error:
        reading.find(str(error), "Structure")
        return None


def _conventions(reading: _Reading, number: str) -> Iterator[StateConvention]:
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


def _months(reading: _Reading, contracts: Mapping[str, Row]) -> Iterator[tuple[Pair, int, float]]:
    """Yield person and structure, year, and hours worked, month by month; of a month, its latest version alone."""
    table = "EtatMensuelIndiv"
    latest: dict[tuple[str, ...], tuple[float, Row]] = {}
    for row in reading.rows(table):
        which = tuple(told(row, "emi_afi_id", "emi_ctr_id", "emi_pph_id", "emi_sme_annee", "emi_sme_mois"))
        version = reading.number(row.get("emi_sme_version", ""), table) or 0
        if which not in latest or version >= latest[which][0]:
            latest[which] = (version, row)
    for _, row in latest.values():
        contract = contracts.get(row.get("emi_ctr_id", ""))
        year, hours = (
            reading.number(text, table) for text in told(row, "emi_sme_annee", "emi_nb_heures_travail")
        )
        if contract is None:
            reading.ledger.lose(
                "emi_nb_heures_travail", "Le contrat de ces heures n'est pas dans l'export des contrats."
            )
        elif year and hours is not None:
            yield (row.get("emi_pph_id", ""), contract.get("contrat_id_structure", "")), int(year), hours


def _outcomes(
    reading: _Reading, contracts: Iterable[Row], months: Iterable[tuple[Pair, int, float]]
) -> Iterator[Outcome]:
    """Yield each exit: the last one of a person from a structure. Persons are numbered in the order of the file."""
    table = "ContratMission"
    hours: dict[Pair, float] = defaultdict(float)
    for pair, _, worked in months:
        hours[pair] += worked
    exits: dict[Pair, tuple[dt.date, Row]] = {}
    for row in contracts:
        left = reading.day(row.get("contrat_date_sortie_definitive", ""), table)
        pair = (row.get("contrat_id_pph", ""), row.get("contrat_id_structure", ""))
        if left and (pair not in exits or left >= exits[pair][0]):
            exits[pair] = (left, row)
    people = {
        person: rank for rank, person in enumerate(dict.fromkeys(person for person, _ in exits), start=1)
    }
    for (person, structure), (left, row) in exits.items():
        yield Outcome(
            employee=f"s-{people[person]:04}",
            structure=_key(structure),
            left_on=left,
            outcome=_class(reading, row.get("contrat_motif_sortie_code", "")),
            hours=hours.get((person, structure)),
        )


def _class(reading: _Reading, code: str) -> OutcomeClass | None:
    if code and code not in reading.motives:
        reading.ledger.lose(
            "contrat_motif_sortie_code", f"Rien ne dit ce que veut dire le motif de sortie « {code} »."
        )
    return reading.motives.get(code)


def _results(months: Iterable[tuple[Pair, int, float]]) -> Iterator[ActivityResult]:
    """Yield the hours of each structure in each year."""
    totals: dict[tuple[str, int], float] = defaultdict(float)
    for (_, structure), year, hours in months:
        totals[structure, year] += hours
    for (structure, year), hours in sorted(totals.items()):
        yield ActivityResult(
            structure=_key(structure), start=dt.date(year, 1, 1), end=dt.date(year, 12, 31), hours=hours
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


def _leave(reading: _Reading) -> None:
    """Count what the exports tell besides: tables of which nothing is read, columns of the others."""
    known = ("Structure", "AnnexeFinanciere", "ContratMission", "EtatMensuelIndiv")
    for table, export in reading.exports.items():
        if table not in known:
            reading.ledger.lose(table, "zest ne lit rien de cette table.", len(export.rows))
            continue
        for row in export.rows:
            reading.ledger.leave_record(row, _CARRIED, "Un dossier n'a pas de place pour cette colonne.")
