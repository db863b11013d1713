"""A mission of an ETTI has a longest duration, renewals included."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.contract import ContractKind
from zest.readings.temporary_work import contract_kind, etti_of, outlasts
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified


@rule(
    "Z401",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une mission d'ETTI dure au plus vingt-quatre mois, renouvellement compris.",
    why="Au-delà, le client pourvoit un emploi durable, et la mission peut être requalifiée en CDI chez lui.",
    remedy="Arrêtez la mission à son terme, ou faites embaucher la personne par le client.",
    source=verified("Code du travail, art. L5132-6", "2026-08-22"),
    figures=("etti.months-max", "etti.inclusion-contract-months-max"),
    reading="La durée se compte de date à date sur la mission, renouvellements compris ; deux missions d'une même"
    " personne sur un même poste restent deux contrats. Avant le 20 décembre 2023, le texte n'a pas été relu.",
    good={"missions.0.start": "2025-02-03", "missions.0.end": "2027-02-02"},
    bad={"missions.0.start": "2025-02-03", "missions.0.end": "2027-02-03"},
)
def etti_mission_too_long(mission: Mission, case: Case) -> Iterator[Answer]:
    """From its first to its last day, within the maximum; a *CDI inclusion* has one of its own."""
    kind = contract_kind(mission)
    if etti_of(mission, case) is None or kind is ContractKind.CDI_INCLUSION:
        yield NOT_ASKED
        return
    longest = case.law["etti.months-max"]
    over = outlasts(mission, longest)
    if over is None:
        missing = "start" if mission.start is None else "end"
        words = f"Le dossier ne dit pas du premier au dernier jour combien dure la mission « {mission.key} »."
        yield Unknown(words, at=(missing,), remedy="Donnez start et end à la mission.")
    elif over and kind is None and not outlasts(mission, case.law["etti.inclusion-contract-months-max"]):
        words = (
            f"La mission « {mission.key} » dure plus de {longest} mois, et le dossier ne dit pas si c'est sous"
            " un CDI inclusion, qui le permettrait."
        )
        yield Unknown(words, at=("end",), remedy="Donnez kind dans [missions.work_contract].")
    elif over:
        yield Fault(f"La mission « {mission.key} » dure plus de {longest} mois.", at=("end",))
