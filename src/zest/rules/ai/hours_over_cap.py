"""An AI lends one employee to firms for a limited number of hours, from the first lending on."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.excess import capped_ai, own_excesses
from zest.readings.hours_cap.judging import CAP, LENGTH, Kind
from zest.readings.hours_cap.lifting import YEARS
from zest.readings.hours_cap.wording import answer
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z301",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une AI prête un même salarié à des entreprises 480 heures au plus en 24 mois, de la première mise à"
    " disposition.",
    why="L'AI prête contre paiement, mais sans but lucratif, pour mener vers l'emploi et non pour tenir lieu"
    " d'intérim ; le préfet peut résilier la convention de qui passe outre (art. R5132-22, lu en 2015).",
    remedy="Arrêtez de prêter ce salarié à des entreprises, visez l'embauche ou une ETTI, ou demandez au préfet une"
    " dérogation ([[structures.derogations]]) ; vérifiez que le dossier a toutes ses missions depuis la première.",
    source=verified("Code du travail, art. L5132-9 2° et R5132-18 2°", "2026-08-22", "juriblio.fr"),
    figures=(CAP, LENGTH, YEARS),
    reading="La période part de la première mise à disposition, chez quelque client que ce soit, et ne glisse pas."
    " Seules comptent les heures en entreprise, toutes ensemble : ni particulier, ni association, ni, par lecture de"
    " l'article L2211-1, collectivité (un établissement public qui emploie en droit privé se déclare comme"
    " entreprise). Une mission à cheval sur la fin d'une période y compte pour les heures que les autres jours ne"
    " peuvent contenir, à 24 par jour. Le plafond « par entreprise » de quelques brochures n'est pas dans le texte."
    " 240 heures en 12 mois valaient en 2002 ; le jour du changement n'a pas été trouvé.",
    good={"missions.1.hours": 480},
    bad={"missions.1.hours": 492},
)
def hours_over_cap(mission: Mission, case: Case) -> Iterator[Answer]:
    """The hours of the first window stay within the cap, mission after mission."""
    ai = capped_ai(mission, case)
    if ai is None:
        yield NOT_ASKED
    elif not mission.employee:
        words = f"Le dossier ne dit pas qui fait la mission « {mission.key} » : ses heures ne peuvent être comptées."
        yield Unknown(words, at=("employee",), remedy="Donnez employee, une référence qui n'est pas un nom.")
    else:
        for excess in own_excesses(mission, case):
            if excess.window.rank == 0 and excess.kind is not Kind.BY_READING:
                yield answer(excess, mission, f"« {ai.name} »", case)
