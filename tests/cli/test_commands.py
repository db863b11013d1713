"""Every command: what it prints, what it returns, in both formats."""

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.metadata import PackageNotFoundError
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import attrs
import pytest
from jsonschema import Draft202012Validator

import zest
from zest.cli import main
from zest.cli.parsing import COMMANDS, in_french
from zest.console.job_sheet import jobs_blocks, sheet_blocks
from zest.console.plain import plain
from zest.journeying import progress
from zest.model.dossier import Dossier
from zest.model.job import JobCodes, PermitKind, Protection, RomeCode, RomeEdition, SurveyCode
from zest.plugins.assembly import assemble
from zest.plugins.loading import load_folder
from zest.readings.job_sheets import job_sheet
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of
from zest.validation import check
from zest.version import version

Run = Callable[..., tuple[int, str, str]]
SOUND = "examples/caen-exemplaire"
FAULTY = "examples/fautif"
HCR = pytest.mark.skipif(
    not find_spec("zest_hotellerie_restauration"),
    reason="le secteur des exemples n'est pas installé",
)


@HCR
@pytest.mark.parametrize(
    "words,code",
    [
        ((SOUND, "--as-of", "2026-11-23"), 0),
        ((FAULTY, "--as-of", "2026-04-20"), 1),
        ((FAULTY, "--as-of", "2026-04-20", "--fail-on", "never"), 0),
        ((FAULTY, "--as-of", "2026-04-20", "--select", "Z111", "--ignore", "Z0"), 1),
        ((SOUND, "--as-of", "2026-11-23", "--fail-on", "info"), 0),
        (("examples/midi-pyrenees", "--as-of", "2014-06-16"), 3),
        (("examples/midi-pyrenees", "--as-of", "2014-06-16", "--fail-on", "warning"), 1),
        (("examples/midi-pyrenees", "--as-of", "2014-06-16", "--fail-on", "never"), 3),
    ],
)
def test_check_returns_what_it_says(words: tuple[str, ...], code: int, run: Run) -> None:
    """The same in JSON, twice to the byte, and nothing on standard error."""
    returned, text, errors = run("check", *words)
    payload = run("check", *words, "--format", "json")

    assert (code, "") == (returned, errors)
    assert text == run("check", *words)[1]
    assert payload == run("check", *words, "--format", "json")
    assert code == json.loads(payload[1])["exit_code"] == payload[0]


@HCR
def test_the_report_reads_in_its_order(run: Run) -> None:
    """Verdict first, grounds, structures, commitments, findings, what to do next."""
    text = run("check", FAULTY, "--as-of", "2026-04-20")[1]
    parts = [
        "NON CONFORME",
        "Droit",
        "Structures et conditions",
        "Engagements de service",
        "À corriger",
        "Suite",
    ]

    assert text.startswith("✗ NON CONFORME")
    assert sorted(parts, key=text.index) == parts


def test_the_json_report_follows_its_published_schema(run: Run, dossier: Path) -> None:
    """An independent validator accepts it."""
    schema = json.loads((Path(zest.__path__[0]) / "schemas" / "report-1.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    payload = json.loads(run("check", str(dossier), "--format", "json")[1])

    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(payload)]
    assert "zest-report/1" == payload["schema"]
    assert payload["findings"]


def test_a_dossier_that_cannot_be_read_is_told_with_its_place(run: Run, dossier: Path) -> None:
    """The finding is in the report; the exit code is that of an unreadable input."""
    (dossier / "zest.toml").write_text("[collective\n", "utf-8")
    code, text, _ = run("check", str(dossier))

    assert 2 == code
    assert "zest.toml:1:" in text


@pytest.mark.parametrize(
    "words,said",
    [
        (("chekc",), "vouliez-vous dire « check » ?"),
        (("xyz",), "il y a check, measure, status"),
        (("check",), "il manque DOSSIER"),
        (("check", "absent"), "absent"),
        (("check", "README.md"), "ou un classeur .xlsx ou .ods."),
        (("check", "a", "b"), "« b » est de trop"),
        (("check", "a", "--fromat", "json"), "vouliez-vous dire « --format » ?"),
        (("--quoi",), "« --quoi » : la commande vient d'abord"),
        (("--verison",), "l'option « --verison » n'existe pas ; vouliez-vous dire « --version » ?"),
        (("--no-color", "check", "a"), "la commande vient d'abord"),
        (("check", "a", "--quoi"), "l'option « --quoi » n'existe pas"),
        (("check", "a", "--format", "jsno"), "vouliez-vous dire « json » ?"),
        (("check", "a", "--format"), "l'option --format demande une valeur"),
        (("check", "a", "--no-color=3"), "l'option --no-color ne prend pas de valeur"),
        (("check", "a", "--as-of", "18/06/2014"), "écrivez le jour 2014-06-18"),
        (("check", "a", "--as-of", "hier"), "n'est pas un jour"),
        (("check", "a", "--as-of", "2014-02-30"), "n'existe pas au calendrier"),
        (("check", "a", "--sector", "nulle-part"), "nulle-part"),
        (("explain", "Z99"), "Aucune règle « Z99 »"),
        (("rules", "--ground", "loi"), "practice (« zest rules --help » montre l'usage)."),
        (("rules", "--sector", "xyz"), "n'est pas un secteur installé"),
        (("show", "nulle-part"), "n'est ni un dossier ni un secteur installé"),
    ],
)
def test_wrong_use_is_one_french_line(words: tuple[str, ...], said: str, run: Run) -> None:
    """On standard error, exit 2, nothing on standard output."""
    code, text, errors = run(*words)

    assert (2, "", 1) == (code, text, errors.count("\n"))
    assert errors.replace("\u00a0", " ").startswith("zest : ")
    assert said in errors.replace("\u00a0", " ")


def test_unknown_rules_and_bad_folders_are_wrong_use(run: Run, dossier: Path) -> None:
    """With the nearest name, or what is missing."""
    assert "ne commence par" in run("check", str(dossier), "--select", "QQ")[2]
    assert "sector.toml" in run("check", str(dossier), "--sector", str(dossier))[2]
    assert "« struct » n'est pas dans" in run("show", str(dossier), "struct")[2].replace("\u00a0", " ")


def test_a_local_sector_is_used(run: Run, tmp_path: Path) -> None:
    """Its jobs and commitments are known without installing anything."""
    sector = Path(zest.__path__[0]) / "samples" / "sector"
    sample = Path(zest.__path__[0]) / "samples" / "core.toml"
    code, text, _ = run("check", str(sample), "--sector", str(sector), "--as-of", "2026-04-20")

    assert 0 == code, text
    assert "echantillon 2026.1" in text


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_its_help(command: str, run: Run) -> None:
    """In French, titles included."""
    code, text, _ = run(command, "--help")

    assert 0 == code
    assert text.startswith("Utilisation")
    assert "usage:" not in text


def test_the_help_of_check_tells_which_code_outranks_which(run: Run) -> None:
    """The two kinds of 3 apart, as the reference does."""
    told = " ".join(run("check", "--help")[1].split())

    assert "n'en dit pas assez, le 1 l'emporte sur le 3 ; si un secteur ou zest est en défaut, le 3" in told


def test_help_and_version(run: Run) -> None:
    """What they say."""
    assert (0, f"zest {zest.__version__}\n", "") == run("--version")
    told = run("--help")[1].replace("\u00a0", " ")

    assert "\ncommandes :\n" in told
    assert "« zest COMMANDE --help » dit ce qu'une commande demande et montre." in told


@pytest.mark.parametrize("rule", ["Z102", "no-permanent-trained", "Z205", "Z208", "Z801", "Z021", "Z106"])
def test_explain_tells_all_of_a_rule(rule: str, run: Run) -> None:
    """What, why, after which text, what to do; in both formats."""
    code, text, _ = run("explain", rule)
    payload = json.loads(run("explain", rule, "--format", "json")[1])

    assert 0 == code
    assert all(part in text for part in ("Ce qui est demandé", "Pourquoi", "Que faire"))
    assert payload["rule"]["requirement"] in text.replace("\u00a0", " ")
    assert "zest-explain/1" == payload["schema"]


def test_explain_shows_the_history_of_a_figure_and_why_a_rule_only_warns(run: Run) -> None:
    """Since when, until when, its text; and the wording of 2015."""
    assert "depuis le 15 décembre 2020, jusqu'au 14 décembre 2025" in run("explain", "Z208")[1].replace(
        "\u00a0", " "
    )
    assert "ne bloque jamais" in run("explain", "Z206")[1]
    assert "depuis le 20 décembre 2023" in run("explain", "Z205")[1].replace("\u00a0", " ")
    assert "de tout temps" in run("explain", "Z122")[1]


def test_rules_of_a_day_are_those_that_bound_then(run: Run) -> None:
    """The exclusivity of 2023 did not bind in 2014, nor the bridge contract; both bound at the end of 2024."""
    then, later = (run("rules", "--ground", "law", "--as-of", day)[1] for day in ("2014-06-18", "2024-12-31"))

    assert ("Z205" in then, "Z208" in then, "Z205" in later, "Z208" in later) == (False, False, True, True)
    assert "Z102" not in then
    assert "zest-rules/1" == json.loads(run("rules", "--format", "json")[1])["schema"]


def test_sectors_are_listed(run: Run) -> None:
    """In both formats; with --strict a refused one would be exit 3."""
    code, text, _ = run("sectors", "--strict")
    payload = json.loads(run("sectors", "--format", "json")[1])

    assert (3 if payload["refused"] else 0) == code
    assert all(one["slug"] in text for one in payload["sectors"])


@HCR
def test_show_walks_a_dossier_and_a_sector(run: Run) -> None:
    """By key, by rank; with where each value stands, or that nobody wrote it."""
    told = run("show", "examples/midi-pyrenees", "offers.chr", "--origin")[1]

    assert "examples/midi-pyrenees/zest.toml:27:1" in told
    assert "lending" in next(line for line in told.splitlines() if "par défaut" in line)
    assert "Employée d'étage" in run("show", "hotellerie-restauration", "jobs/employe-etage")[1]
    assert (
        "secteur hotellerie-restauration 2026.1"
        in run("show", "hotellerie-restauration", "charter", "--origin")[1]
    )
    assert "Actif" == run("show", "examples/basse-normandie", "structures.0.name")[1].splitlines()[-1].strip()
    payload = json.loads(run("show", "examples/basse-normandie", "results.0", "--format", "json")[1])
    assert 17997 == payload["value"]["hours"]


def test_show_says_each_kind_of_value(run: Run, dossier: Path) -> None:
    """Yes and no, days, moments, lists."""
    with (dossier / "zest.toml").open("a", encoding="utf-8") as file:
        file.write(
            '[[orders]]\nkey = "o"\nreceived_at = 2026-03-02T08:00:00\nstart = 2026-03-02\nstrike = true\ntasks = ["a", "b"]\n'
        )
    text = run("show", str(dossier), "orders.o")[1].replace("\u00a0", " ")

    assert all(words in text for words in ("2 mars 2026", "2 mars 2026, 08:00", "oui", "a, b"))


@HCR
def test_status_is_a_picture_of_the_journey(run: Run) -> None:
    """Six steps, three conditions, who acts next and by when."""
    code, text, _ = run("status", "examples/bretagne-btp", "--as-of", "2014-12-31")
    done = run("status", SOUND, "--as-of", "2026-11-23")[1]

    assert 0 == code
    assert "(1 ?)───(2 ✓)───(3 ✓)───(4 ?)───(5 ?)───(6 ✗)" in text
    assert "prévu pour le 31 décembre 2015" in text.replace("\u00a0", " ")
    assert "les trois conditions et les six étapes sont remplies" in done
    assert "zest-status/1" == json.loads(run("status", SOUND, "--format", "json")[1])["schema"]


def test_status_of_little(run: Run, dossier: Path) -> None:
    """No structure, no journey, or no dossier at all."""
    (dossier / "zest.toml").write_text('[collective]\nname = "C"\n', "utf-8")
    assert "? non dit" in run("status", str(dossier))[1]
    (dossier / "zest.toml").write_text(
        '[journey.entry]\nfiled_on = 2020-01-01\ndocument = "x"\n[[journey.steps]]\nname = "information-meeting"\n'
        'due_on = 2030-01-01\nowner = "Le COORACE régional"\n',
        "utf-8",
    )
    assert "Le COORACE régional" in run("status", str(dossier))[1]
    (dossier / "zest.toml").write_text("= 1", "utf-8")
    assert 2 == run("status", str(dossier))[0]


def test_the_answer_is_written_whole_or_not_at_all(run: Run, dossier: Path, tmp_path: Path) -> None:
    """To a file, or a French reason why not."""
    out = tmp_path / "rapport.txt"
    code, text, errors = run("check", str(dossier), "--output", str(out))

    assert (1, "") == (code, text)
    assert "réponse écrite dans" in errors
    assert "C" in out.read_text("utf-8")
    assert 2 == run("check", str(dossier), "--output", str(tmp_path / "absent" / "r.txt"))[0]
    assert 2 == run("check", str(dossier), "--output", str(tmp_path))[0]
    assert [] == list(tmp_path.glob(".*.part"))
    assert 1 == run("check", str(dossier), "--output", "/dev/null")[0]


def in_a_shell(command: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run a command line where only the system can tell what happens."""
    line = command.replace("zest ", f"{sys.executable} -m zest ", 1)
    base = {"PATH": "/usr/bin:/bin", "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        ["bash", "-c", f"set -o pipefail; {line}"],
        capture_output=True,
        text=True,
        env={**base, **env},
        check=False,
    )


@pytest.mark.skipif(sys.platform == "win32", reason="bash et /dev/full demandent Unix")
@pytest.mark.parametrize(
    "command,env,code,said",
    [
        ("zest rules | head -n 1", {}, None, ""),
        ("zest rules > /dev/full", {}, 3, "le disque est plein"),
        ("zest rules >&-", {}, 0, ""),
        ("zest rules 2>&-", {}, 0, ""),
        ("zest rules", {"PYTHONIOENCODING": "ascii"}, 0, ""),
        ("zest rules", {"LC_ALL": "C"}, 0, ""),
        ("zest rules", {"FORCE_COLOR": "1"}, 0, ""),
        ("zest rules", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, 0, ""),
        ("zest rules > /dev/full", {"FORCE_COLOR": "1"}, 3, "le disque est plein"),
        ("zest explain Z106 | true", {"FORCE_COLOR": "1"}, 0, ""),
        ("zest explain Z9", {}, 2, "Aucune règle"),
    ],
)
def test_the_terminal_may_do_what_it_will(
    command: str, env: dict[str, str], code: int | None, said: str
) -> None:
    """No traceback, the right code, one line when something is wrong."""
    done = in_a_shell(command, **env)

    assert "Traceback" not in done.stderr
    assert said in done.stderr
    if code is not None:
        assert code == done.returncode, done.stderr
    if env.get("NO_COLOR"):
        assert "\x1b[3" not in done.stdout


def test_what_nobody_foresaw_is_one_line(monkeypatch: pytest.MonkeyPatch, run: Run, dossier: Path) -> None:
    """Exit 3; with ZEST_DEBUG=1 the whole of it; an interruption is 130."""

    def fail(kind: type[BaseException]) -> Any:
        def load(_: object) -> None:
            raise kind("deux\nlignes")

        return load

    for kind, code in ((RuntimeError, 3), (KeyboardInterrupt, 130), (zest.ZestError, 3)):
        monkeypatch.setattr("zest.io.dossier.load", fail(kind))
        returned, text, errors = run("check", str(dossier))
        assert (code, "", 1) == (returned, text, errors.count("\n"))
    monkeypatch.setattr("zest.io.dossier.load", fail(RuntimeError))
    monkeypatch.setenv("ZEST_DEBUG", "1")
    with pytest.raises(RuntimeError):
        main(["check", str(dossier)])


def test_zest_runs_as_a_module() -> None:
    """``python -m zest`` is the command."""
    import runpy
    import sys as system

    before, system.argv = system.argv, ["zest", "--version"]
    try:
        with pytest.raises(SystemExit) as stop:
            runpy.run_module("zest", run_name="__main__")
    finally:
        system.argv = before

    assert 0 == stop.value.code


def test_a_terminal_gets_colours_unless_it_refuses(
    run: Run, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """FORCE_COLOR stands for a terminal; NO_COLOR and --no-color take the colours away, not the marks."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = run("check", str(dossier))[1]
    bare = run("check", str(dossier), "--no-color")[1]

    assert "\x1b[" in coloured
    assert "\x1b[3" not in bare
    assert "NON CONFORME" in coloured
    assert "NON CONFORME" in bare


def test_show_refuses_a_broken_sector(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With its cause."""
    info = tmp_path / "zest_panne-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-panne\nVersion: 1\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v1]\npanne = module_absent\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))

    assert "module_absent" in run("show", "panne")[2]


def test_writing_where_the_system_refuses(monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    """A closed stream, a reader that left."""
    import io

    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    class Full(io.StringIO):
        def write(self, _text: str) -> int:
            raise OSError(28, "full")

    monkeypatch.setattr("os.dup2", lambda *_: None)
    monkeypatch.setattr(sys, "stdout", Gone())
    assert 0 == main(["rules"])
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert 0 == main(["rules"])
    monkeypatch.delenv("FORCE_COLOR")
    monkeypatch.setattr(sys, "stdout", Full())
    assert 3 == main(["rules"])
    monkeypatch.setattr(sys, "stdout", None)
    assert 0 == main(["rules"])
    assert 0 == main(["--version"])


def test_the_facade_is_light_and_complete() -> None:
    """``import zest`` loads no part; each name it lists is there; another is an error."""
    code = "import sys, zest; print(sorted(m for m in sys.modules if m.startswith(('zest.', 'attr', 'rich', 'pluggy'))))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]\n" == done.stdout
    assert all(getattr(zest, name) is not None for name in zest.__all__)
    assert set(zest.__all__) <= set(dir(zest))
    assert len(zest.__all__) <= 40
    with pytest.raises(AttributeError, match="cheque"):
        zest.cheque  # type: ignore[attr-defined]  # noqa: B018  # the access is the test


def test_a_plain_check_loads_no_terminal_library(dossier: Path) -> None:
    """Without a terminal rich is not imported, nor the readers of other formats."""
    code = (
        f"import sys; from zest.cli import main; main(['check', {str(dossier)!r}]); "
        "print(sorted(m for m in ('rich', 'yaml', 'tomli_w', 'zest.model.job') if m in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.splitlines()[-1]


def test_what_argparse_says_otherwise_is_kept() -> None:
    """A message that has no French form of ours."""
    assert "ambigu" == in_french("ambigu")


def test_the_version_is_that_of_the_installed_distribution(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without any folder on the path there is none."""
    monkeypatch.setattr(sys, "path", ["/nulle/part"])
    with pytest.raises(PackageNotFoundError):
        version()


def test_the_next_act_is_the_next_step_once_the_brand_is_there() -> None:
    """With who must act and by when, if told."""
    step = {
        "name": "employee-training",
        "done": False,
        "due_on": "2026-09-30",
        "owner": "Le COORACE régional",
    }
    dossier = dossier_of(changed(core_sample(), {"journey.steps.5": step}))
    report = check(dossier, core_assembly().catalogue, AS_OF)
    assert dossier.journey is not None
    silent = attrs.evolve(dossier, journey=attrs.evolve(dossier.journey, steps=dossier.journey.steps[1:]))

    assert progress(dossier, report, AS_OF).next_act.endswith("parcours, d'ici au 30/09/2026.")
    assert progress(dossier, report, AS_OF).next_act.startswith("Le COORACE régional : ")
    assert (
        "réunion d'information ouverte aux adhérents et aux autres."
        == progress(silent, report, AS_OF).next_act
    )


@pytest.mark.parametrize("number,words", [(2, " (S0, S1). Inscrivez"), (60, " (60 structures). Inscrivez")])
def test_the_next_act_counts_those_who_are_many(number: int, words: str) -> None:
    """A few are named."""
    sample = core_sample()
    many = [sample["structures"][0] | {"key": f"s{n}", "name": f"S{n}"} for n in range(number)]
    offer = {key: told for key, told in sample["offers"][0].items() if key != "structures"}
    alone = {"structures": many, "offers": [offer], "trainings": [], "missions": [], "orders": []}
    dossier = dossier_of(changed(sample, alone))
    report = check(dossier, core_assembly().catalogue, AS_OF)

    assert words in progress(dossier, report, AS_OF).next_act


def test_a_refused_sector_that_no_offer_names_has_no_place() -> None:
    """A local folder that fails."""
    refused = load_folder(Path("/nulle/part"), "mien")
    report = zest.check(Dossier(), assembly=assemble((), [refused]))

    assert ["Z022"] == [f.code for f in report.findings if f.apparatus]
    assert zest.Place() == next(f.place for f in report.findings if f.apparatus)


@pytest.mark.skipif(not find_spec("zest_btp"), reason="le secteur BTP n'est pas installé")
def test_jobs_and_their_sheets(run: Run) -> None:
    """A line each; the sheet of one, with its codes edition by edition and its sources; in both formats."""
    listed = run("jobs", "btp")[1]
    sheet = run("show", "job", "btp/aide-couvreur")[1]
    payload = json.loads(run("show", "job", "btp/aide-couvreur", "--format", "json")[1])

    assert "19 métiers" in listed
    assert "Aide-couvreuse / Aide-couvreur" in listed
    assert all(
        words in sheet for words in ("ROME v3 ", "F1610", "ROME v460", "F1619", "BMO depuis 2024", "Sources")
    )
    assert "zest-job-sheet/1" == payload["schema"]
    assert 19 == len(json.loads(run("jobs", "btp", "--format", "json")[1])["jobs"])
    assert "vouliez-vous dire « aide-couvreur »" in run("show", "job", "btp/aide-couvreu")[2].replace(
        "\u00a0", " "
    )
    assert (2, 2) == (run("show", "job", "btp")[0], run("jobs", "absent")[0])


def test_a_sheet_is_made_of_what_the_job_tells() -> None:
    """A title once when both are the same; a validity in years or in months; each kind of code."""
    profile = core_assembly().catalogue.sectors["echantillon"]
    job = profile.jobs["essayeur"]
    source = job.hours.source
    codes = JobCodes(
        rome=(RomeCode(code="G1501", edition=RomeEdition.V3),),
        ogr="20500",
        fap="S2X60",
        survey=(SurveyCode(code="a", until=2023), SurveyCode(code="b", since=2024), SurveyCode(code="c")),
    )
    told = attrs.evolve(
        job,
        feminine="Aide",
        masculine="Aide",
        codes=codes,
        permits=("a", "b", "c", "d"),
        protections=(Protection(label="gants", source=source),),
        restricted=True,
        access="Ouvert",
    )
    months = {"a": None, "b": 12, "c": 24, "d": 18}
    permits = {k: PermitKind(key=k, label=k, source=source, validity_months=m) for k, m in months.items()}
    sheet = job_sheet(attrs.evolve(profile, jobs={"aide": told}, permits=permits), "aide")

    assert ("Aide", ("", "1 an", "2 ans", "18 mois")) == (
        sheet.title,
        tuple(p.validity for p in sheet.permits),
    )
    assert ("OGR", "ROME v3", "FAP-2021", "BMO jusqu'à 2023", "BMO depuis 2024", "BMO") == tuple(
        k for k, _ in sheet.codes
    )
    assert (("gants", "à la charge du client"),) == sheet.protections
    assert "habilitations" in plain(sheet_blocks(sheet)).lower()
    assert "titre exigé" in plain(jobs_blocks(attrs.evolve(profile, jobs={"aide": told})))
    assert () == job_sheet(profile, "essayeur").codes
    with pytest.raises(zest.ZestError, match="vouliez-vous dire"):
        job_sheet(profile, "essayeuse")
