"""A mission of temporary work rests on one of the cases that the law lists (*cas de recours*)."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.order_form import order_of
from zest.readings.temporary_work import recourse_of, temp_firm_of
from zest.rule import NOT_ASKED, Answer, Case, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z406",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Chaque mission d'intérim dit son cas de recours, pris dans la liste de la loi.",
    why="Hors de ces cas, la mission peut être requalifiée en CDI chez le client.",
    remedy="Donnez recourse à la mission, ou à la commande qu'elle sert.",
    source=as_in_2015("Code du travail, art. L1251-6 et L1251-7"),
    reading="Que la mission ne pourvoie pas durablement un emploi permanent du client (art. L1251-5) ne se lit pas"
    " dans un dossier. Une commande qui ne le dit pas est déjà signalée pour elle-même.",
    good={"missions.0.recourse": "increase"},
    bad={"missions.0.recourse": None, "missions.0.order": None},
)
def recourse_untold(mission: Mission, case: Case) -> Iterator[Answer]:
    """The mission, or else its order, tells the case."""
    if temp_firm_of(mission, case) is None or order_of(mission, case):
        yield NOT_ASKED
    elif recourse_of(mission, case) is None:
        words = f"Le dossier ne dit pas pour quel cas de recours se fait la mission « {mission.key} »."
        yield Unknown(words, at=("recourse",))
