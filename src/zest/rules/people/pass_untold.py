"""A person lent by a structure of insertion is under a pass (*PASS IAE*)."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.insertion_pass import lent_under_pass
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import verified


@rule(
    "Z604",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Chaque personne prêtée par une structure d'insertion a un PASS IAE, dont le dossier dit les jours.",
    why="Le PASS dit que le parcours est ouvert, et l'aide de l'État le suppose.",
    remedy="Donnez pass_start et pass_end à la mission ; ni le numéro ni les critères ne sont demandés.",
    source=verified(
        "Réforme de l'entrée en insertion par l'activité économique : toutes les SIAE passent par le PASS IAE",
        "2026-08-22",
        "directions.fr, federationsolidarite.org",
    ),
    since=dt.date(2021, 9, 1),
    figures=("people.pass-of-ai-stock",),
    reading="À toutes les structures depuis le 1er septembre 2021 ; à l'AI, dont les salariés en poste ont été repris"
    " ensuite, depuis le 1er décembre suivant. Une EI ou un ACI n'est interrogé que pour un contrat passerelle.",
    good={"missions.0.pass_end": "2027-11-02"},
    bad={"missions.0.pass_end": None},
)
def pass_untold(mission: Mission, case: Case) -> Iterator[Answer]:
    """The first and the last day of the pass are told."""
    untold = [key for key in ("pass_start", "pass_end") if getattr(mission, key) is None]
    if not lent_under_pass(mission, case):
        yield NOT_ASKED
    elif untold:
        words = f"Le dossier ne dit pas de quand à quand court le PASS IAE de la mission « {mission.key} »."
        yield Unknown(words, at=(untold[0],))
