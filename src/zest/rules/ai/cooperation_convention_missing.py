"""Until December 2020, an AI that served firms had a convention with Pôle emploi."""

import datetime as dt
from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.hours_cap.counting import client_counts, lending_ai
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_ERA = MappingProxyType({"missions.1.start": "2019-06-17", "missions.1.end": "2019-06-21"})


@rule(
    "Z308",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Jusqu'au 15 décembre 2020, une AI ne prêtait à une entreprise que sous une convention de"
    " coopération avec Pôle emploi.",
    why="La convention réglait qui l'AI accueillait et comment on l'accompagnait ; elle est depuis facultative.",
    remedy="Donnez cooperation_conventions à la structure, avec start et end, d'après l'acte de l'époque.",
    source=as_in_2015("Code du travail, art. L5132-9 (version de 2015)"),
    since=dt.date(2014, 6, 1),
    until=dt.date(2020, 12, 15),
    reading="Le plus ancien texte lu est celui de juin 2015, droit de l'atelier de juin 2014.",
    good={**_ERA, "structures.0.cooperation_conventions": [{"start": "2018-01-01", "end": "2020-12-31"}]},
    bad={**_ERA, "structures.0.cooperation_conventions": []},
)
def cooperation_convention_missing(mission: Mission, case: Case) -> Iterator[Answer]:
    """A convention covers the first day of the mission."""
    ai, day = lending_ai(mission, case), mission.start
    if ai is None or day is None or not client_counts(mission, case):
        yield NOT_ASKED
    elif ai.cooperation_conventions is None:
        words = (
            f"Le dossier ne dit pas si « {ai.name} » avait une convention avec Pôle emploi le {day:%d/%m/%Y}."
        )
        yield Unknown(words, at=("start",))
    elif not any(day in period for period in ai.cooperation_conventions):
        words = f"« {ai.name} » prête à une entreprise le {day:%d/%m/%Y} sans convention avec Pôle emploi, alors due."
        yield Fault(words, at=("start",))
