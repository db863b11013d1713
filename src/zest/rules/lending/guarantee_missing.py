"""A temporary-work firm owes a financial guarantee at any time."""

from collections.abc import Iterator

from zest.findings import Ground, Severity
from zest.model.structure import TEMPORARY_WORK, Structure
from zest.rule import NOT_ASKED, Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015


@rule(
    "Z206",
    on=Structure,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Une entreprise de travail temporaire, d'insertion ou non, a une garantie financière en cours.",
    why="La garantie paie les salaires et les cotisations si l'entreprise ne le peut plus.",
    remedy="Donnez [structures.guarantee] : guarantor, start et end.",
    source=as_in_2015("Code du travail, art. L1251-45, L1251-49 et R1251-15"),
    good={"structures.1.guarantee.end": "2027-06-30"},
    bad={"structures.1.guarantee.end": "2020-01-01"},
)
def guarantee_missing(structure: Structure, case: Case) -> Iterator[Answer]:
    """The guarantee covers the day of the check."""
    guarantee, at = structure.guarantee, ("guarantee",)
    if structure.kind not in TEMPORARY_WORK:
        yield NOT_ASKED
    elif guarantee is None or guarantee.start is None:
        yield Unknown(f"Le dossier ne dit pas quelle garantie financière couvre « {structure.name} ».", at=at)
    elif case.as_of not in guarantee.period:
        yield Fault(
            f"La garantie financière de « {structure.name} » ne couvre pas le {case.as_of:%d/%m/%Y}.", at=at
        )
