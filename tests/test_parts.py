"""Law, rules, catalogue, declared rules, samples: the small parts between the model and the engine."""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pluggy
import pytest

from zest import hookspecs, sector
from zest.catalogue import by_code
from zest.declared import declared_rules
from zest.errors import (
    DataFileError,
    DuplicateCodeError,
    NotInForceError,
    PluginError,
    RuleDeclarationError,
    UnknownFigureError,
    UnknownRuleError,
)
from zest.findings import Ground, Severity, Verdict
from zest.law import DatedValue, Figure, core_law, gather, read_figures
from zest.measures import looser, standing, threshold_words
from zest.model.activity import Mission, Order
from zest.model.commitment import Comparison, ServiceCommitment
from zest.model.dossier import Dossier
from zest.model.job import Task
from zest.model.procurement import PublicContract
from zest.model.work import Permit
from zest.notices import NOTICES
from zest.readings.lent_work import permit_holds, task_label, tasks_needing, tasks_of
from zest.report import GroundReport, Report, Standing, exit_code
from zest.rule import Case, Rule, rule
from zest.sector import Sector, the_rule, written_rules
from zest.source import Source, Status, interpretation, recalled, verified
from zest.testing.samples import (
    AS_OF,
    changed,
    core_assembly,
    core_sample,
    dossier_of,
    findings_of,
    sector_sample,
)

TEXT = verified("Texte", "2026-01-01")
DAY = dt.date(2026, 3, 2)


def figure(*values: DatedValue) -> Figure:
    """Return a figure of those values."""
    return Figure(label="Essai", unit="jours", values=values, key="a.b")


def case(dossier: Dossier) -> Case:
    """Return the case of a dossier beside the invented sector."""
    catalogue = core_assembly().catalogue
    return Case(dossier=dossier, as_of=AS_OF, law=catalogue.law.on(DAY), sectors=catalogue.sectors)


def test_a_figure_is_the_one_of_the_day() -> None:
    """Not yet, then, ended, repealed."""
    dated = figure(
        DatedValue(value=240, since=dt.date(2002, 1, 1), until=dt.date(2008, 12, 31), source=TEXT),
        DatedValue(value=480.5, since=dt.date(2010, 1, 1), source=TEXT),
        DatedValue(value=None, since=dt.date(2020, 1, 1), source=TEXT),
    )
    law = gather(
        [dated, attrs.evolve(dated, key="a.c", values=(DatedValue(value="x", since=DAY, source=TEXT),))]
    )

    assert [240, 480.5, 480.5] == [law.on(dt.date(year, 6, 1))["a.b"] for year in (2008, 2010, 2021)]
    assert [False, True] == [law.on(dt.date(year, 6, 1)).in_force("a.b") for year in (2009, 2010)]
    with pytest.raises(NotInForceError, match="« Essai » .a.b. n'avait pas de valeur le 01/06/2009"):
        law.on(dt.date(2009, 6, 1))["a.b"]
    with pytest.raises(UnknownFigureError, match="vouliez-vous dire « a.b »"):
        law.figure("a.bb")
    with pytest.raises(UnknownFigureError, match="texte"):
        law.on(DAY)["a.c"]
    with pytest.raises(DuplicateCodeError, match="deux fois"):
        gather([dated, dated])


def test_every_core_figure_has_its_text_and_its_day() -> None:
    """Label, unit where it counts something, values oldest first, each with a text and the day of its reading."""
    for one in core_law().figures.values():
        days = [value.since for value in one.values]

        assert days == sorted(days)
        assert one.label
        for source in (value.source for value in one.values):
            assert source.reference, one.key
            # What is recalled was read on no day, and says so.
            assert (source.read_on is None) == (source.status is Status.RECALLED), one.key


def test_a_folder_without_law_has_none(tmp_path: Path) -> None:
    """A sector may have no figure; what is not TOML is left alone."""
    (tmp_path / "lisez-moi.txt").write_text("x", "utf-8")

    assert [] == list(read_figures(tmp_path / "absent"))
    assert [] == list(read_figures(tmp_path))


@pytest.mark.parametrize(
    "source,may_block",
    [
        (TEXT, True),
        (recalled("x"), False),
        (interpretation("x", "2026-01-01"), False),
        (Source(reference="x", status=Status.VERIFIED), False),
    ],
)
def test_only_a_text_that_was_read_may_block(source: Source, may_block: bool) -> None:  # a column
    """And the day must be known."""
    assert may_block == source.may_block
    assert source.status.label


FACTS: dict[str, Any] = {
    "on": Dossier,
    "ground": Ground.LAW,
    "severity": Severity.ERROR,
    "requirement": "x",
    "why": "x",
    "remedy": "x",
    "source": TEXT,
    "bad": {"x": 1},
}


def a_rule(code: str = "Z999", **facts: Any) -> Rule:
    """Return a rule that says nothing."""

    def never(_subject: object, _case: Case) -> Any:
        return iter(())

    return rule(code, **{**FACTS, **facts})(never)


@pytest.mark.parametrize(
    "code,facts,words",
    [
        ("z1", FACTS, "n'est pas un code de règle"),
        ("Z999", {**FACTS, "bad": {}}, "n'a pas d'exemple fautif"),
        ("Z999", {k: v for k, v in FACTS.items() if k != "why"}, "est mal déclarée"),
        ("Z999", {**FACTS, "severity": "error"}, "severity ne peut être de type str"),
    ],
)
def test_a_rule_owes_its_reader_all_of_it(code: str, facts: Mapping[str, Any], words: str) -> None:
    """Code, reason, bad example."""
    with pytest.raises(RuleDeclarationError, match=words):
        rule(code, **facts)(lambda _s, _c: iter(()))


def test_a_rule_is_named_after_its_function_and_binds_from_its_day() -> None:
    """Both ends included."""
    one = a_rule(since=DAY, until=DAY)

    assert ("never", [False, True, False]) == (
        one.name,
        [one.binds(DAY + dt.timedelta(days=n)) for n in (-1, 0, 1)],
    )
    assert [Severity.ERROR, Severity.WARNING] == [r.capped for r in (one, a_rule(source=recalled("x")))]


def test_a_catalogue_finds_by_code_and_by_name() -> None:
    """Notices too; the nearest is suggested."""
    catalogue = core_assembly().catalogue

    assert "Z102" == catalogue.find("z102").code == catalogue.find("no-permanent-trained").code
    assert NOTICES["Z021"] == catalogue.find("Z021")
    with pytest.raises(UnknownRuleError, match="vouliez-vous dire « Z"):
        catalogue.find("Z19")
    with pytest.raises(UnknownRuleError, match="vouliez-vous dire « no-permanent-trained » ?"):
        catalogue.find("no-permanent-traind")
    with pytest.raises(UnknownRuleError, match="Aucune règle « XYZ » ; « zest rules » les liste."):
        catalogue.find("XYZ")


def test_a_catalogue_is_selected_by_beginnings() -> None:
    """Kept, then left out; a word that begins no code is refused."""
    catalogue = core_assembly().catalogue
    kept = catalogue.selected(("z10",), ("Z102",))

    assert {"Z101", "Z103", "Z104", "Z105", "Z106", "Z108", "Z109"} == set(kept.rules)
    with pytest.raises(UnknownRuleError, match="ne commence par « QQ » ; « zest rules » les liste."):
        catalogue.selected((), ("QQ",))


def test_two_rules_never_share_a_code() -> None:
    """Nor with a notice."""
    with pytest.raises(DuplicateCodeError, match="par autre et par zest"):
        by_code([a_rule(origin="autre"), a_rule()])
    with pytest.raises(DuplicateCodeError, match="Z001"):
        by_code([a_rule("Z001")])


BASE = """
name = "essai"
on = "mission"
ground = "agreement"
severity = "warning"
requirement = "x"
why = "x"
remedy = "x"
message = "{value} contre {bound}."
bad = { x = 1 }
source = { reference = "x", status = "verified", read_on = 2026-01-01 }
"""


def found_by(tmp_path: Path, line: str, changes: Mapping[str, Any]) -> list[str]:
    """Return the messages of a declared rule on the sound sample with changes."""
    (tmp_path / "rules.toml").write_text(f"[ECH301]\n{BASE}{line}\n", "utf-8")
    (one,) = declared_rules(tmp_path / "rules.toml", "echantillon")
    return [f.message for f in findings_of(one, changes, core_assembly(), first_mission_alone())]


def first_mission_alone() -> dict[str, Any]:
    """Return the sound sample with one mission."""
    return changed(core_sample(), {"missions.1": None})


@pytest.mark.parametrize(
    "line,changes,expected",
    [
        ('field = "hours"\nat_most = 20', {}, ["21 contre 20."]),
        ('field = "hours"\nat_most = 21', {}, []),
        ('field = "hours"\nat_most = "brand.structures-min"', {}, ["21 contre 2."]),
        ('field = "hours"\nat_least = 22', {}, ["21 contre 22."]),
        ('field = "hours"\nat_least = 21', {}, []),
        ('field = "pattern.span"\nat_most = 12', {}, []),
        ('field = "pattern.span"\nat_most = 12', {"missions.0.pattern": {"span": 13}}, ["13 contre 12."]),
        ('field = "job"\none_of = ["essayeur"]', {}, []),
        ('field = "job"\none_of = ["autre"]', {}, ["essayeur contre autre."]),
        ('field = "tasks"\none_of = ["a"]', {"missions.0.tasks": ["a", "b"]}, ["b contre a."]),
        ('field = "precise_task"\nrequired = true', {}, [" contre ."]),
        ('field = "job"\nrequired = true', {}, []),
        ('field = "employee"\nmatches = "s-\\\\d+"', {}, []),
        ('field = "employee"\nmatches = "x"', {}, ["s-001 contre x."]),
        ('forbids_tasks = ["essai"]', {}, ["Essayer contre ."]),
        ('forbids_tasks = ["autre"]', {}, []),
        ('field = "hours"\nat_most = 20\nagreements = ["1979"]', {}, []),
        ('field = "hours"\nat_most = 20\nagreements = ["9998"]', {}, ["21 contre 20."]),
        ('field = "hours"\nat_most = 20\nagreements = ["9998"]', {"missions.0.client": "inconnu"}, []),
    ],
)
def test_a_declared_rule_compares_once(
    line: str, changes: Mapping[str, Any], expected: list[str], tmp_path: Path
) -> None:
    """A value nobody told is not compared, unless it is required."""
    assert expected == found_by(tmp_path, line, changes)


def with_permit(**told: Any) -> dict[str, Any]:
    """Return the changes of a mission that tells its permits."""
    return {"missions.0.permits": [{"key": "carte", **told}]}


@pytest.mark.parametrize(
    "changes,expected",
    [
        (
            {"missions.0.permits": None},
            ["Le dossier ne dit pas si le salarié de la mission « M1 » détient « carte »."],
        ),
        ({"missions.0.permits": []}, ["Essayer contre carte."]),
        (with_permit(), []),
        (with_permit(obtained_on="2026-03-02", valid_to="2026-03-06"), []),
        (with_permit(obtained_on="2026-03-02", valid_to="2026-03-05"), ["Essayer contre carte."]),
        (with_permit(obtained_on="2026-03-03"), ["Essayer contre carte."]),
        (with_permit(obtained_on="2025-03-06"), ["Essayer contre carte."]),
        (with_permit(obtained_on="2025-03-07"), []),
        ({**with_permit(obtained_on="2025-03-06"), "missions.0.start": None}, []),
        ({**with_permit(obtained_on="2026-03-02"), "missions.0.end": None}, []),
        ({"missions.0.tasks": []}, []),
    ],
)
def test_a_permit_holds_over_the_whole_mission(
    changes: Mapping[str, Any], expected: list[str], tmp_path: Path
) -> None:
    """One of twelve months, without its last day, ends the day before the same date."""
    (tmp_path / "rules.toml").write_text(f'[ECH101]\n{BASE}permit = "carte"\n', "utf-8")
    (one,) = declared_rules(tmp_path / "rules.toml", "echantillon")
    assembly = core_assembly()
    profile = assembly.catalogue.sectors["echantillon"]
    needs = attrs.evolve(profile.tasks["essai"], permits=("carte",))
    kind = {"carte": attrs.evolve(_card(), validity_months=12)}
    sector = attrs.evolve(profile, tasks={"essai": needs}, permits=kind)
    catalogue = attrs.evolve(assembly.catalogue, sectors={"echantillon": sector})
    found = findings_of(one, changes, attrs.evolve(assembly, catalogue=catalogue), first_mission_alone())

    assert expected == [f.message for f in found]


def _card() -> Any:
    from zest.model.job import PermitKind

    return PermitKind(key="carte", label="Carte", source=TEXT)


def test_what_a_mission_does_comes_from_its_job_or_nobody_knows() -> None:
    """Without a sector at hand, only what it tells is known."""
    known = case(dossier_of(core_sample()))
    mission = known.dossier.missions[0]
    away = attrs.evolve(known, sectors={})
    lost = attrs.evolve(known, dossier=Dossier())

    assert (("essai",), None, None) == (
        tasks_of(mission, known),
        tasks_of(mission, away),
        tasks_of(mission, lost),
    )
    assert ("a",) == tasks_of(attrs.evolve(mission, tasks=("a",)), away)
    assert ("Essayer", "b") == (task_label(mission, "essai", known), task_label(mission, "b", away))
    assert () == tasks_needing(mission, "carte", away)
    assert permit_holds(attrs.evolve(mission, permits=(Permit(key="carte", obtained_on=DAY),)), "carte", away)
    assert isinstance(known.sectors["echantillon"].tasks["essai"], Task)


@pytest.mark.parametrize(
    "line", ["", 'field = "hours"\nat_most = 1\nat_least = 1', 'required = true\non = "ville"']
)
def test_a_declared_rule_compares_one_thing(line: str, tmp_path: Path) -> None:
    """Neither none nor two, of a subject that is known."""
    text = BASE.replace('on = "mission"\n', "") if "ville" in line else BASE
    (tmp_path / "rules.toml").write_text(f"[ECH301]\n{text}{line}\n", "utf-8")
    with pytest.raises(DataFileError, match="une seule comparaison"):
        list(declared_rules(tmp_path / "rules.toml", "echantillon"))


@pytest.mark.parametrize(
    "own,base,words",
    [
        ({"threshold": 96}, {"comparison": Comparison.AT_MOST, "threshold": 48}, "au plus 96 heures"),
        ({"threshold": 24}, {"comparison": Comparison.AT_MOST, "threshold": 48}, ""),
        ({"threshold": 2}, {"comparison": Comparison.AT_LEAST, "threshold": 3}, "au moins 2 heures"),
        ({"threshold": 4}, {"comparison": Comparison.AT_LEAST, "threshold": 3}, ""),
        ({"target": 0.5}, {}, "vise 50\u00a0% des cas"),
        ({"target": 1.0}, {"target": 0.5}, ""),
        ({}, {}, ""),
    ],
)
def test_a_looser_promise_is_seen(own: Mapping[str, Any], base: Mapping[str, Any], words: str) -> None:
    """By its threshold or by its target."""
    said = looser(ServiceCommitment(key="k", **own), ServiceCommitment(key="k", unit="heures", **base))

    assert words in said
    assert bool(words) == bool(said)


@pytest.mark.parametrize(
    "kept,cases,expected",
    [
        (0, 0, Standing.NOT_MEASURED),
        (19, 20, Standing.KEPT),
        (18, 20, Standing.AT_RISK),
        (17, 20, Standing.BROKEN),
    ],
)
def test_a_promise_stands_by_whole_cases(kept: int, cases: int, expected: Standing) -> None:
    """0.95 − 0.05 is 0.9, whatever binary arithmetic says."""
    assert expected is standing(kept, cases, 0.95, 0.05)


def test_a_threshold_is_said_in_french() -> None:
    """With a decimal comma; what is only done has none."""
    assert "fait" == threshold_words(ServiceCommitment(key="k"))
    assert "au moins 2,5" == threshold_words(ServiceCommitment(key="k", threshold=2.5))


@pytest.mark.parametrize(
    "facts,fail_on,expected",
    [
        ({"unreadable": True, "apparatus_failed": True}, Severity.ERROR, 2),
        ({"apparatus_failed": True, "findings": (NOTICES["Z004"].finding("x"),)}, Severity.ERROR, 3),
        ({"findings": (NOTICES["Z004"].finding("x"),)}, Severity.ERROR, 1),
        ({"findings": (NOTICES["Z004"].finding("x"),)}, None, 0),
        ({"findings": (NOTICES["Z033"].finding("x"),)}, Severity.ERROR, 0),
        ({"findings": (NOTICES["Z033"].finding("x"),)}, Severity.WARNING, 1),
        ({"findings": (attrs.evolve(NOTICES["Z004"].finding("x"), waiver="oui"),)}, Severity.INFO, 0),
        ({"grounds": (GroundReport(ground=Ground.LAW, verdict=Verdict.NOT_CHECKED),)}, None, 3),
    ],
)
def test_the_exit_code_never_lies(facts: Mapping[str, Any], fail_on: Severity | None, expected: int) -> None:
    """What could not be checked outranks what was found; nothing turns it into zero."""
    sound: dict[str, Any] = {"grounds": (GroundReport(ground=Ground.LAW, verdict=Verdict.CONFORMING),)}
    report = Report(**{"name": "C", "as_of": DAY, **sound, **facts})

    assert expected == exit_code(report, fail_on)


def test_a_sector_reads_late_what_few_checks_need() -> None:
    """Jobs one by one, the other files whole; absent files are empty."""
    profile = core_assembly().catalogue.sectors["echantillon"]

    assert ({"essayeur"}, 1) == (set(profile.jobs), len(profile.jobs))
    assert profile.jobs["essayeur"] is profile.jobs["essayeur"]
    assert ({"essai", "creuser", "conduire"}, 3, 0) == (
        set(profile.tasks),
        len(profile.tasks),
        len(profile.permits),
    )
    assert 2 == len(profile.agreements)


def test_a_segment_sheet_is_read_when_asked_for(tmp_path: Path) -> None:
    """A sector may ship one."""
    from zest.sector_files import READERS

    (tmp_path / "segment.toml").write_text('summary = "Un métier."\n', "utf-8")

    assert "Un métier." == READERS["segment.toml"](tmp_path / "segment.toml")["segment"].summary  # type: ignore[attr-defined]


def test_a_sector_tells_how_its_software_names_columns(tmp_path: Path) -> None:
    """Read when asked for; a sector may say nothing."""
    shutil.copytree(Path(sector.__file__).parent / "samples" / "sector", tmp_path / "sector")
    silent = dict(Sector.from_folder(tmp_path / "sector").columns)
    (tmp_path / "sector/columns.toml").write_text("[suivis]\n'Visite' = 'id_suivi'\n", "utf-8")
    told = Sector.from_folder(tmp_path / "sector")

    assert ({}, ("Visite",)) == (silent, told.columns["suivis"].of("id_suivi").headers)


@pytest.mark.parametrize("kind", [Mission, Order, PublicContract])
def test_the_law_of_an_object_is_that_of_its_first_day(kind: Any) -> None:
    """Mission and order by their start, a public contract by the day of its consultation."""
    field = "launched_on" if kind is PublicContract else "start"
    needed = {"structure": "s"} if kind is Mission else {}

    assert DAY == kind(key="k", **needed, **{field: DAY}).law_day
    assert kind(key="k", **needed).law_day is None


def test_a_mission_and_its_permits_have_their_days() -> None:
    """First to last."""
    assert DAY in Mission(key="k", structure="s", start=DAY, end=DAY).period
    assert DAY in Permit(key="k", obtained_on=DAY).period


def test_a_rule_file_holds_one_rule() -> None:
    """A folder of rules that does not exist holds none."""
    assert [] == list(written_rules("zest.absent"))
    with pytest.raises(PluginError, match="et non 0"):
        the_rule(hookspecs)
    with pytest.raises(PluginError, match="n'a pas de dossier"):
        Sector.from_package("zest_absent")


def test_the_one_hook_is_typed() -> None:
    """What a caller sees has the plugin's sector."""
    manager = pluggy.PluginManager("zest")
    manager.add_hookspecs(hookspecs)

    assert [] == hookspecs.hooks_of(manager).zest_sector()


def test_samples_are_changed_by_dotted_paths(tmp_path: Path) -> None:
    """None takes away; a path that leads nowhere is refused; a sector knows its own samples."""
    assert {"a": [1, {"b": 3}]} == changed(
        {"a": [1, {"b": 2, "c": 1}]}, {"a.1.b": 3, "a.1.c": None, "@as_of": "x"}
    )
    assert {"a": [2]} == changed({"a": [1, 2]}, {"a.0": None})
    with pytest.raises(LookupError):
        changed({}, {"a.b": 1})
    profile = core_assembly().catalogue.sectors["echantillon"]
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "sound.toml").write_text("x = 1", "utf-8")
    assert {"x": 1} == sector_sample(Sector(profile=profile, folder=tmp_path))
    with pytest.raises(DataFileError, match="n'a pas été lu d'un dossier"):
        sector_sample(Sector(profile=profile))
