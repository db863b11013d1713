"""A non-profit loan has its formalities."""

from collections.abc import Iterator
from types import MappingProxyType

from zest.findings import Ground, Severity
from zest.model.convention import LoanAgreement
from zest.rule import Answer, Case, Fault, Unknown, rule
from zest.source import as_in_2015

_ASKED = MappingProxyType({
    "employee_consents": "l'accord du salarié",
    "written": "la convention écrite entre les deux employeurs",
    "contract_amended": "l'avenant au contrat de travail",
    "invoiced_at_cost": "la facturation au seul coût (salaires, charges, frais remboursés)",
})  # fmt: skip


@rule(
    "Z209",
    on=LoanAgreement,
    ground=Ground.LAW,
    severity=Severity.ERROR,
    requirement="Un prêt à but non lucratif a l'accord du salarié, une convention, un avenant et une facture au coût.",
    why="C'est à ce prix qu'il échappe à l'interdiction du prêt de main-d'œuvre.",
    remedy="Complétez [[loans]] : employee_consents, written, contract_amended, invoiced_at_cost.",
    source=as_in_2015("Code du travail, art. L8241-1 et L8241-2"),
    good={"loans.0.written": True},
    bad={"loans.0.employee_consents": False},
)
def loan_incomplete(loan: LoanAgreement, _: Case) -> Iterator[Answer]:
    """Each of the four formalities is done."""
    for field, words in _ASKED.items():
        told = getattr(loan, field)
        if told is None:
            yield Unknown(
                f"Le dossier ne dit rien de {words} pour le prêt « {loan.key} ».", at=(field,), about=field
            )
        elif not told:
            yield Fault(f"Il manque au prêt « {loan.key} » {words}.", at=(field,), about=field)
