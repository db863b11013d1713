"""The site card is asked for by the work that is done, not by the client's trade."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.lent_work import card_answers
from zest.rule import Answer, Case, rule
from zest.source import verified


@rule(
    "NET101",
    on=Mission,
    ground=Ground.AGREEMENT,
    severity=Severity.ERROR,
    sample="nettoyage",
    requirement="Qui nettoie un chantier de bâtiment ou de travaux publics a une carte BTP valable.",
    why="La carte dit qui est là et qui l'emploie ; le critère est le travail fait, et non le secteur du client.",
    remedy='Demandez-la à CIBTP France avant la mission, puis ajoutez-la à permits (key = "carte-btp").',
    source=verified(
        "Code du travail, art. R8291-1 et R8293-1 ; carte BTP en service depuis le 22 mars 2017", "2026-08-22"
    ),
    since=dt.date(2017, 3, 22),
    reading="L'article nomme les employeurs et l'intérim : le devoir d'une AI n'a pas été vérifié, elle est avertie."
    " La carte d'un intérimaire est désactivée entre deux missions depuis le 1er avril 2024 (décret n° 2024-112) :"
    " zest ne voit que les jours donnés à permits.",
    good={
        "missions.0.tasks": ["fin-de-chantier"],
        "missions.0.permits": [{"key": "carte-btp", "obtained_on": "2025-12-01"}],
    },
    bad={"missions.0.tasks": ["fin-de-chantier"], "missions.0.permits": []},
)
def carte_btp_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """The worker holds a card over the whole mission when a task is site work."""
    yield from card_answers(mission, "carte-btp", case)
