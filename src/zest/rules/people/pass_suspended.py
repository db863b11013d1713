"""While a pass is suspended, nobody is lent under it."""

import datetime as dt
from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.formalities.insertion_pass import lent_under_pass
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import verified

_AT = ("pass_suspended",)


@rule(
    "Z608",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.WARNING,
    requirement="Un PASS IAE n'est pas suspendu pendant une mission.",
    why="La suspension dit que la personne ne travaille pas : une mission au même moment la contredit.",
    remedy="Mettez fin à la suspension, ou corrigez pass_suspended.",
    source=verified(
        "Code du travail, insertion par l'activité économique, partie réglementaire (version du 3 décembre 2024)",
        "2026-08-22",
        "legifrance.gouv.fr, LEGISCTA000018494516",
    ),
    since=dt.date(2021, 9, 1),
    figures=("people.pass-of-ai-stock",),
    reading="Un PASS se suspend quand le contrat est suspendu plus de quinze jours, rompu ou terminé ; pass_end compte"
    " les suspensions.",
    good={"missions.0.pass_suspended": False},
    bad={"missions.0.pass_suspended": True},
)
def pass_suspended(mission: Mission, case: Case) -> Iterator[Answer]:
    """The pass was not suspended on the days of the mission; not asked of a pass whose days are untold."""
    told = mission.pass_start and mission.pass_end
    if not told or not lent_under_pass(mission, case):
        yield NOT_ASKED
    elif mission.pass_suspended is None:
        words = (
            f"Le dossier ne dit pas si le PASS IAE de la mission « {mission.key} » est suspendu ces jours-là."
        )
        yield Unknown(words, at=_AT)
    elif mission.pass_suspended:
        yield Fault(f"Le PASS IAE est suspendu pendant la mission « {mission.key} ».", at=_AT)
