"""K40x: what a sector says of its tasks, a rule judges, once and at its place."""

import collections
import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import attrs

from zest.conformance import Flaw, Spot, Tier
from zest.findings import Finding
from zest.io.dossier import load
from zest.io.writing import to_toml
from zest.model.job import Restriction, Task
from zest.model.work import Minors
from zest.rule import Rule
from zest.testing.kit.candidate import Candidate
from zest.testing.kit.declaring import check
from zest.testing.kit.files import in_the_way
from zest.testing.samples import AS_OF, changed, dossier_of, findings_of
from zest.validation import check as judge

TASKS, PERMITS = "missions.0.tasks", "missions.0.permits"


@check(
    "K401",
    Tier.BRONZE,
    requirement="Chaque habilitation qu'une tâche exige est demandée par une règle, et une seule.",
    why="Ce que dit la liste des tâches ne protège personne tant que rien ne le vérifie.",
    remedy="Écrivez une règle « permit » dans rules.toml, avec un exemple good qui détient l'habilitation.",
    of_trade=True,
)
def permit_unasked(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the permits that no rule asks for, or several."""
    for key, task in candidate.sector.profile.tasks.items():
        for permit in task.permits:
            if not _asking(candidate, permit):
                words = f"Aucune règle ne demande « {permit} », que la tâche « {key} » exige."
                yield Flaw(words, Spot("tasks.toml", (key, "permits")))
    asked = collections.Counter(
        str(one["key"]) for rule in candidate.sector.rules for one in permits_of(rule)
    )
    for permit, times in asked.items():
        if times > 1:
            rules = _asking(candidate, permit)
            codes = ", ".join(rule.code for rule in rules)
            yield Flaw(f"« {permit} » est demandée plusieurs fois, par {codes}.", candidate.spot(rules[-1]))


@check(
    "K402",
    Tier.BRONZE,
    requirement="Chaque tâche fermée à une personne mise à disposition l'est par une règle, et une seule.",
    why="Un travail interdit ne peut pas dépendre de qui lira la fiche.",
    remedy="Écrivez une règle « forbids_tasks » dans rules.toml, avec un exemple bad qui ne nomme que la tâche.",
    of_trade=True,
)
def closed_task_unjudged(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the closed tasks that no rule closes, or several."""
    judged = collections.Counter(key for rule in closing(candidate) for key in rule.bad[TASKS])
    for key in closed(candidate):
        if judged[key] != 1:
            told = "Aucune règle ne ferme" if not judged[key] else "Plusieurs règles ferment"
            yield Flaw(f"{told} la tâche « {key} ».", Spot("tasks.toml", (key,)))
    for rule in closing(candidate):
        for key in sorted(set(rule.bad[TASKS]) - set(closed(candidate))):
            yield Flaw(
                f"{rule.code} ferme « {key} », que tasks.toml ne dit pas fermée.", candidate.spot(rule, "bad")
            )


@check(
    "K403",
    Tier.BRONZE,
    requirement="Aucun métier proposé n'est fait d'une tâche fermée.",
    why="Ce que l'on propose doit pouvoir se faire.",
    remedy="Retirez la tâche du métier, ou le métier de l'offre.",
    of_trade=True,
)
def job_of_closed_task(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the jobs that name one."""
    shut = set(closed(candidate))
    for key, job in candidate.sector.profile.jobs.items():
        for rank, task in enumerate(job.task_keys):
            if task in shut:
                yield Flaw(
                    f"Le métier « {key} » est fait de « {task} », tâche fermée.",
                    Spot(f"jobs/{key}.toml", ("task_keys", rank)),
                )


@check(
    "K404",
    Tier.BRONZE,
    requirement="Chaque métier nomme les habilitations de ses tâches.",
    why="Sa fiche dit à la personne ce qu'elle doit apporter le premier jour.",
    remedy="Ajoutez l'habilitation à permits, dans le fichier du métier.",
    of_trade=True,
)
def job_permit_missing(candidate: Candidate) -> Iterator[Flaw]:
    """Tell the permits that a task of a job needs and its sheet leaves out."""
    profile = candidate.sector.profile
    for key, job in profile.jobs.items():
        tasks = (profile.tasks[name] for name in job.task_keys if name in profile.tasks)
        for permit in sorted({permit for task in tasks for permit in task.permits} - set(job.permits)):
            yield Flaw(
                f"Le métier « {key} » ne nomme pas « {permit} », qu'une de ses tâches exige.",
                Spot(f"jobs/{key}.toml", ("permits",)),
            )


@check(
    "K405",
    Tier.SILVER,
    requirement="Une tâche fermée se trouve aux tâches de sa mission, à la ligne et à la colonne près.",
    why="Qui corrige un dossier doit voir où.",
    remedy='Placez le constat : at=("tasks",), sans gravité plus forte que celle du texte.',
    of_trade=True,
)
def closed_task_misplaced(candidate: Candidate) -> Iterator[Flaw]:
    """Write each bad example as a dossier, read it as people do, and look where the finding stands."""
    for rule in closing(candidate):
        found = read_back(candidate, rule.bad, [rule])
        if [(one.severity, before) for one, before in found] != [(rule.capped, "tasks = ")]:
            words = "se trouve ailleurs qu'aux tâches de la mission" if found else "ne dit rien"
            yield Flaw(f"{rule.code} {words}.", candidate.spot(rule))


@check(
    "K406",
    Tier.SILVER,
    requirement="Une habilitation qui manque se trouve aux habilitations de la mission ; tenue, elle se tait.",
    why="Qui corrige un dossier doit voir où, et ne pas être repris de ce qui est en règle.",
    remedy='Placez le constat : at=("permits",), et relisez la durée de validité.',
    of_trade=True,
)
def missing_permit_misplaced(candidate: Candidate) -> Iterator[Flaw]:
    """Try each task without its permits, then with them."""
    for key, task in candidate.sector.profile.tasks.items():
        rules = {rule.code: rule for rule in candidate.sector.rules if _asks_for(rule, task)}
        if rules:
            yield from _without(candidate, key, rules)
            yield from _with(candidate, key, task, rules)


def _without(candidate: Candidate, key: str, rules: Mapping[str, Rule]) -> Iterator[Flaw]:
    found = read_back(candidate, {TASKS: [key], PERMITS: []}, rules.values())
    places = {one.code: before for one, before in found}
    for code, rule in rules.items():
        # A text that does not name the task lightens the finding, so its severity is the rule's affair.
        if places.get(code) != "permits = ":
            words = "se trouve ailleurs qu'aux habilitations" if code in places else "ne dit rien"
            yield Flaw(f"{code} {words} quand « {key} » se fait sans habilitation.", candidate.spot(rule))


def _with(candidate: Candidate, key: str, task: Task, rules: Mapping[str, Rule]) -> Iterator[Flaw]:
    held = [{"key": permit, "obtained_on": "2026-03-01"} for permit in task.permits]
    found = read_back(candidate, {TASKS: [key], PERMITS: held}, rules.values())
    for code in sorted({one.code for one, _ in found} & {*rules}):
        words = f"{code} parle encore quand « {key} » se fait avec ses habilitations."
        yield Flaw(words, candidate.spot(rules[code]))


@check(
    "K407",
    Tier.SILVER,
    requirement="Chaque tâche réglementée avant dix-huit ans est signalée pour un mineur, et pour lui seul.",
    why="Aucune n'est confiée à un mineur en silence.",
    remedy="Dites minors dans tasks.toml ; les règles Z602 et Z603 font le reste.",
    of_trade=True,
)
def minor_untold(candidate: Candidate) -> Iterator[Flaw]:
    """Ask the core's rules on minors about every regulated task, for a minor and for an adult."""
    tasks = candidate.sector.profile.tasks
    regulated = [key for key, task in tasks.items() if task.minors is not Minors.OPEN]
    for minor, expected in ((True, regulated), (False, [])):
        changes = {TASKS: regulated, "missions.0.minor": minor}
        found = len(_of_core(candidate, ("Z602", "Z603"), changes))
        if found != len(expected):
            who = "un mineur" if minor else "un adulte"
            words = f"{found} tâches signalées pour {who}, et non {len(expected)}."
            yield Flaw(words, Spot("tasks.toml"))


def _of_core(candidate: Candidate, codes: tuple[str, ...], changes: Mapping[str, Any]) -> list[Finding]:
    made = candidate.assembly
    rules = [made.catalogue.rules[code] for code in codes]
    found = [one for rule in rules for one in findings_of(rule, changes, made, candidate.sample)]
    if any(map(candidate.breaks, found)):
        raise in_the_way(candidate)
    return found


def closing(candidate: Candidate) -> list[Rule]:
    """Return the rules that close tasks: a bad example that names nothing else closes them to everyone."""
    return [rule for rule in candidate.sector.rules if set(rule.bad) == {TASKS}]


def closed(candidate: Candidate) -> list[str]:
    """Return the keys of the tasks that are forbidden."""
    tasks = candidate.sector.profile.tasks
    return sorted(key for key, task in tasks.items() if task.restriction is Restriction.FORBIDDEN)


def permits_of(rule: Rule) -> list[dict[str, Any]]:
    """Return the permits of a rule's good example: those it asks for."""
    held: list[dict[str, Any]] = rule.good.get(PERMITS) or []
    return held


def _asking(candidate: Candidate, permit: str) -> list[Rule]:
    return [r for r in candidate.sector.rules if permit in [one["key"] for one in permits_of(r)]]


def _asks_for(rule: Rule, task: Task) -> bool:
    held = permits_of(rule)
    return bool(held) and held[0]["key"] in task.permits


def read_back(
    candidate: Candidate, changes: Mapping[str, Any], rules: Iterable[Rule]
) -> list[tuple[Finding, str]]:
    """Write the sample with changes, read it as people do; return what rules find, and the text before its place."""
    some = attrs.evolve(candidate.assembly.catalogue, rules={rule.code: rule for rule in rules})
    with TemporaryDirectory() as folder:
        file = Path(folder) / "zest.toml"
        file.write_text(to_toml(dossier_of(changed(candidate.sample, changes))), "utf-8")
        found = judge(load(file), some, AS_OF).findings
        before = _before(file)
    return [(one, before(one)) for one in found]


def _before(file: Path) -> Callable[[Finding], str]:
    lines = file.read_text("utf-8").splitlines()

    def text(one: Finding) -> str:
        return lines[one.place.line - 1][: one.place.column - 1]

    return functools.cache(text)
