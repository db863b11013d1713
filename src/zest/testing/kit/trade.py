"""K30x: the sample, the jobs, the promises and the texts of a sector hold together."""

from collections.abc import Iterable, Iterator, Mapping

from zest.conformance import Flaw, KeyPath, NotRun, Spot, Tier
from zest.edition.files import FILE as EDITION
from zest.errors import ZestError
from zest.findings import Verdict
from zest.io.dossier import load
from zest.model.job import Restriction
from zest.readings.job_sheets import job_sheet
from zest.structuring import suggest
from zest.testing.kit.candidate import SAMPLE, Candidate
from zest.testing.kit.declaring import check
from zest.testing.kit.files import in_the_way
from zest.testing.samples import AS_OF, dossier_of
from zest.validation import check as judge


@check(
    "K301",
    Tier.BRONZE,
    requirement="Le secteur apporte un échantillon sain : un dossier inventé, vérifié en tout, sans rien à redire.",
    why="C'est sur lui que chaque règle montre ses exemples, et que chacun voit ce qu'est un dossier en règle.",
    remedy="Corrigez samples/sound.toml, ou la règle qui parle à tort.",
)
def sample_unsound(candidate: Candidate) -> Iterator[Flaw]:
    """Tell what core and sector find in the sample, each at its place, and the grounds that were not asked."""
    if candidate.is_edition:
        yield from _under_edition(candidate)
        return
    home = candidate.sector.folder
    if home is None or not candidate.has_sample:
        yield Flaw(f"Il manque l'échantillon sain, « {SAMPLE} ».")
        return
    # Asked for first: what is wrong in it, K101 and K102 tell.
    assert candidate.sample  # noqa: S101
    report = judge(load(home / SAMPLE), candidate.assembly.catalogue, AS_OF)
    told = [one for one in report.findings if not candidate.breaks(one)]
    for one in told:
        yield Flaw(f"{one.code} : {one.message}", Spot(SAMPLE, line=one.place.line), one.remedy)
    if not told and report.findings:
        raise in_the_way(candidate)
    silent = [g.ground.value for g in report.grounds if g.verdict is not Verdict.CONFORMING]
    if silent and not told:
        yield Flaw(f"Rien n'est demandé à l'échantillon au titre de : {', '.join(silent)}.", Spot(SAMPLE))


def _under_edition(candidate: Candidate) -> Iterator[Flaw]:
    """Tell what is found in the sample of the sector, told of the edition; K602 tells what it loosens."""
    for one in judge(dossier_of(candidate.sample), candidate.assembly.catalogue, AS_OF).findings:
        if one.code != "Z127":
            yield Flaw(
                f"{one.code}, dans l'échantillon du secteur prolongé : {one.message}", Spot("edition.toml")
            )


@check(
    "K302",
    Tier.BRONZE,
    requirement="Chaque nom mène à quelque chose : tâches, habilitations, convention qui remplace une autre.",
    why="Une tâche que rien ne décrit n'est ni permise ni fermée, et aucune règle ne la voit.",
    remedy="Reprenez le nom proposé, ou ajoutez ce qu'il désigne.",
    of_trade=True,
)
def name_leads_nowhere(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the names of tasks, permits and agreements that nothing bears."""
    profile = candidate.sector.profile
    for key, job in profile.jobs.items():
        file = f"jobs/{key}.toml"
        yield from _lost(job.task_keys, profile.tasks, f"Le métier « {key} »", file, ("task_keys",))
        yield from _lost(job.permits, profile.permits, f"Le métier « {key} »", file, ("permits",))
    for key, task in profile.tasks.items():
        words = f"La tâche « {key} »"
        yield from _lost(task.permits, profile.permits, words, "tasks.toml", (key, "permits"))
    for idcc, agreement in profile.agreements.items():
        if agreement.successor:
            at = (idcc, "successor")
            words = f"La convention {idcc}"
            yield from _lost([agreement.successor], profile.agreements, words, "agreements.toml", at)


def _lost(
    told: Iterable[str], known: Iterable[str], who: str, file: str, at: tuple[str, ...]
) -> Iterator[Flaw]:
    keys = list(known)
    for rank, name in enumerate(told):
        if name not in keys:
            path: KeyPath = at if at[-1] == "successor" else (*at, rank)
            yield Flaw(f"{who} nomme « {name} », que rien ne décrit{suggest(name, keys)}", Spot(file, path))


@check(
    "K303",
    Tier.BRONZE,
    requirement="Une tâche nomme une habilitation si, et seulement si, elle se dit « needs-permit ».",
    why="Dite ouverte, une tâche dangereuse serait confiée sans rien demander.",
    remedy='Accordez permits et restriction = "needs-permit".',
    of_trade=True,
)
def permit_and_restriction_disagree(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the tasks whose restriction and permits contradict each other."""
    for key, task in candidate.sector.profile.tasks.items():
        if bool(task.permits) != (task.restriction is Restriction.NEEDS_PERMIT):
            named = ", ".join(task.permits) or "aucune"
            yield Flaw(
                f"La tâche « {key} » se dit « {task.restriction.value} » ; habilitations nommées : {named}.",
                Spot("tasks.toml", (key,)),
            )


@check(
    "K304",
    Tier.SILVER,
    requirement="Chaque métier a sa fiche : titre, trois tâches au moins, horaires, codes ROME v3 et v460, sources.",
    why="La fiche de poste part chez le client et chez la personne : elle dit à quoi s'attendre.",
    remedy="Complétez le fichier du métier.",
    of_trade=True,
)
def job_sheet_thin(candidate: Candidate) -> Iterator[Flaw]:
    """Tell what each sheet lacks."""
    profile = candidate.sector.profile
    for key in profile.jobs:
        try:
            sheet = job_sheet(profile, key)
        except (ZestError, LookupError):
            raise NotRun("Un métier ne se lit pas : corrigez les constats K102 et K302.") from None
        parts = {
            "un titre": sheet.title,
            "trois tâches": len(sheet.tasks) >= 3,
            "des horaires": sheet.hours,
            "ses codes ROME v3 et v460": {"ROME v3", "ROME v460"} <= {name for name, _ in sheet.codes},
            "ses sources": sheet.sources,
        }
        yield from _missing(key, parts)


@check(
    "K305",
    Tier.GOLD,
    requirement="La fiche de chaque métier dit aussi contraintes, équipements, accès, travaux fermés et suite.",
    why="C'est ce que demande qui envoie quelqu'un travailler, et ce dont parle le premier entretien.",
    remedy="Complétez le fichier du métier.",
    of_trade=True,
)
def job_sheet_partial(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the parts that a sheet leaves out."""
    for key, job in candidate.sector.profile.jobs.items():
        parts = {
            "les contraintes (constraints)": job.constraints,
            "les équipements (protections)": job.protections,
            "pour commencer (access)": job.access,
            "les travaux fermés (closed_tasks)": job.closed_tasks,
            "la suite (progression)": job.progression,
        }
        yield from _missing(key, parts)


def _missing(key: str, parts: Mapping[str, object]) -> Iterator[Flaw]:
    for words, told in parts.items():
        if not told:
            yield Flaw(f"Il manque à la fiche « {key} » : {words}.", Spot(f"jobs/{key}.toml"))


@check(
    "K306",
    Tier.BRONZE,
    requirement="Chaque engagement est entier : promesse, famille, mesure, objectif, preuve, responsable.",
    why="Une promesse que l'on ne sait ni mesurer ni prouver n'en est pas une.",
    remedy="Complétez commitments.toml.",
)
def commitment_incomplete(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the keys that a promise leaves out."""
    for key, promise in candidate.sector.profile.commitments.items():
        missing = [name for name in _PROMISE if getattr(promise, name) in (None, "")]
        file, at = (EDITION, ("commitments", key)) if candidate.is_edition else ("commitments.toml", (key,))
        if missing:
            yield Flaw(f"L'engagement « {key} » ne dit pas : {', '.join(missing)}.", Spot(file, at))
        if promise.target is not None and not 0 <= promise.target <= 1:
            words = f"L'objectif de « {key} » est une part des cas, de 0 à 1, et non {promise.target:g}"
            yield Flaw(f"{words} ; 95 % s'écrit 0.95.", Spot(file, (*at, "target")))


_PROMISE = ("statement", "family", "indicator", "comparison", "target", "proof", "owner")


@check(
    "K307",
    Tier.SILVER,
    requirement="Le secteur se présente en une page, avec un chiffre au moins (segment.toml).",
    why="Une collectivité choisit son secteur d'après ce qu'il recrute, et non d'après son nom.",
    remedy="Écrivez segment.toml : un résumé, et les chiffres de l'enquête avec leur année.",
    of_trade=True,
)
def segment_untold(candidate: Candidate) -> Iterator[Flaw]:
    """Tell a sheet that is absent or has no figure."""
    sheet = candidate.sector.profile.segment.get("segment")
    if sheet is None or not sheet.figures:
        yield Flaw("Le secteur n'a pas de fiche segment avec un chiffre.", Spot("segment.toml"))


@check(
    "K308",
    Tier.BRONZE,
    requirement="Les faits de convention sont ceux de conventions que le secteur connaît.",
    why="Un fait d'une convention inconnue n'est montré à personne.",
    remedy="Ajoutez la convention à agreements.toml, ou corrigez l'IDCC.",
    of_trade=True,
)
def fact_of_unknown_agreement(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the numbers that no agreement has."""
    profile = candidate.sector.profile
    for idcc in profile.facts:
        if idcc not in profile.agreements:
            yield Flaw(
                f"La convention {idcc} a des faits, et le secteur ne la connaît pas.",
                Spot("agreement-facts.toml", (idcc,)),
            )


@check(
    "K309",
    Tier.BRONZE,
    requirement="Un secteur propose au moins un métier, un engagement et une convention collective.",
    why="Sans eux, rien d'une offre de ce secteur ne serait vérifié.",
    remedy="Ajoutez ce qui manque : jobs/*.toml, commitments.toml, agreements.toml.",
    of_trade=True,
)
def nothing_offered(candidate: Candidate) -> Iterator[Flaw]:
    """Tell what there is none of."""
    profile = candidate.sector.profile
    parts = {
        "aucun métier": ("jobs", profile.jobs),
        "aucun engagement": ("commitments.toml", profile.commitments),
        "aucune convention collective": ("agreements.toml", profile.agreements),
    }
    for words, (file, held) in parts.items():
        if not held:
            yield Flaw(f"Le secteur ne propose {words}.", Spot(file))
