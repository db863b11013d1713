"""Work at night is paid more."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.rule import NOT_ASKED, Answer, Case, rule
from zest.source import verified
from zest_nettoyage.cleaning_hours import pattern_of, premium_answers


@rule(
    "NET308",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Une heure de nuit, entre 21 heures et 6 heures, est majorée de 20 % au moins.",
    why="La personne prêtée touche ce que toucherait une salariée ou un salarié du client au même poste.",
    remedy="Corrigez pattern.night_premium, puis la paie ; une nuit occasionnelle est majorée de 100 %.",
    source=verified(
        "Convention collective 3043, travail de nuit", "2026-08-22", "salaries-de-la-proprete.fr"
    ),
    figures=("nettoyage.agreement.night-regular", "nettoyage.agreement.night-occasional"),
    reading="Le dossier ne dit pas si la nuit est régulière ou occasionnelle : seul le taux régulier est exigé.",
    good={"missions.0.pattern": {"night": True, "night_premium": 0.2}},
    bad={"missions.0.pattern": {"night": True, "night_premium": 0.1}},
)
def night_premium_too_low(mission: Mission, case: Case) -> Iterator[Answer]:
    """The premium told is at least that of a regular night."""
    pattern = pattern_of(mission, case)
    if pattern is None or not pattern.night:
        yield NOT_ASKED
    else:
        least = case.law["nettoyage.agreement.night-regular"]
        yield from premium_answers(mission, pattern.night_premium, least, "night")
