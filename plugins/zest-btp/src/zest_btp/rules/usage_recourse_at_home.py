"""Building is a usage sector (*secteur d'usage*) for sites abroad only."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.work import Recourse
from zest.rule import NOT_ASKED, Answer, Case, Fault, rule
from zest.source import as_in_2015


@rule(
    "BTP301",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    sample="btp",
    requirement="Le bâtiment n'est un secteur d'usage que pour les chantiers à l'étranger.",
    why="Le recours d'usage prive le salarié des garanties des autres cas.",
    remedy="Donnez un autre cas de recours, ou abroad = true si le chantier est à l'étranger.",
    source=as_in_2015("Code du travail, art. D1251-1, 4° et 11°"),
    good={"missions.0.recourse": "usage", "missions.0.abroad": True},
    bad={"missions.0.recourse": "usage"},
)
def usage_recourse_at_home(mission: Mission, _: Case) -> Iterator[Answer]:
    """A usage recourse is for a site abroad."""
    if mission.recourse is not Recourse.USAGE:
        yield NOT_ASKED
    elif not mission.abroad:
        yield Fault(
            f"La mission « {mission.key} » recourt à l'usage pour un chantier en France.", at=("recourse",)
        )
