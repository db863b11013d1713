"""Between two missions on one post, a waiting period (*délai de carence*) passes."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.readings.temporary_work import temp_firm_of
from zest.readings.waiting_period import Cut, cut_by, perhaps_cut_by
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z405",
    on=Mission,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Entre deux missions sur un même poste passe un délai de carence : le tiers du contrat échu s'il a"
    " duré quatorze jours ou plus, la moitié sinon.",
    why="Sans ce délai, des missions qui se suivent tiennent lieu d'un emploi durable.",
    remedy="Décalez la mission, ou dites ce qui écarte le délai : recourse, urgent_safety, early_end_by_employee de"
    " la mission d'avant, employee quand une ETTI prête à nouveau la même personne.",
    source=as_in_2015("Code du travail, art. L1251-36 et L1251-37"),
    figures=(
        "etti.waiting-long-contract",
        "etti.waiting-long-divisor",
        "etti.waiting-short-divisor",
        "etti.no-waiting-for-same-worker",
    ),
    reading="Le délai se compte en jours d'ouverture du client, que le dossier ne dit pas : la faute est sûre quand"
    " même un client ouvert sept jours sur sept ne le tiendrait pas ; en jours ouvrables, la question est posée. Une"
    " fraction de jour ne compte pas. Depuis le 20 décembre 2023, aucun délai n'est dû entre deux missions d'ETTI"
    " d'une même personne (art. L5132-6). Depuis 2017 la branche du client peut en fixer un autre. Un emploi"
    " saisonnier ou d'usage, à l'une ou l'autre mission, l'écarte ; deux remplacements laissent ouverte une nouvelle"
    " absence de la personne remplacée. L'embauche par le client en CDD de deux mois ou plus, qui l'écarte aussi, n'est"
    " pas une mission. Des missions qui se chevauchent ne se suivent pas.",
    good={
        "missions.0.post": "P7",
        "missions.1": {"key": "M2", "structure": "etti", "client": "hotel", "post": "P7", "employee": "s-002",
                       "recourse": "insertion", "start": "2026-03-10", "end": "2026-03-13"},
    },
    bad={
        "missions.0.post": "P7",
        "missions.1": {"key": "M2", "structure": "etti", "client": "hotel", "post": "P7", "employee": "s-002",
                       "recourse": "insertion", "start": "2026-03-07", "end": "2026-03-13"},
    },
)  # fmt: skip
def waiting_period_cut_short(mission: Mission, case: Case) -> Iterator[Answer]:
    """Enough days passed since each earlier mission on the post ended."""
    if temp_firm_of(mission, case) is None or mission.start is None:
        yield NOT_ASKED
    elif not mission.post:
        cut = perhaps_cut_by(mission, case)
        yield _perhaps(mission, cut) if cut else NOT_ASKED
    elif cut := cut_by(mission, case):
        yield _said(mission, cut)


def _said(mission: Mission, cut: Cut) -> Answer:
    words = (
        f"La mission « {mission.key} » suit de {_days(cut.passed)} la mission « {cut.before.key} », du même poste, qui"
        f" en a duré {cut.lasted} : le délai de carence est de {_days(cut.owed)} d'ouverture du client"
    )
    if cut.sure:
        return Fault(f"{words}.", at=("start",))
    return Unknown(f"{words}, et rien au dossier ne dit qu'il soit tenu ou écarté.", at=("start",))


def _perhaps(mission: Mission, cut: Cut) -> Answer:
    words = (
        f"La mission « {mission.key} » suit de {_days(cut.passed)} la mission « {cut.before.key} », du même métier chez"
        " le même client, et le dossier ne dit pas si elles sont sur un même poste."
    )
    return Unknown(
        words, at=("post",), remedy="Donnez post, la référence du poste chez le client, à ses missions."
    )


def _days(count: int) -> str:
    return f"{count} jour{'s' if count > 1 else ''}"
