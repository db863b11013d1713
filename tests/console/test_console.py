"""Blocks, plain and with rich: the same words, at any width, whatever the text holds."""

import datetime as dt
import io
import re
from typing import Any

import attrs
import pytest
from rich.console import Console

import zest
from zest.console.blocks import Banner, Fit, Grid, Heading, Prose, Span, text
from zest.console.explaining import toml
from zest.console.plain import plain, width
from zest.console.pretty import THEME, shapes
from zest.console.report import follow_up, report_blocks
from zest.console.typography import count, day, exactly, french, heading, listed, number, percent, singular
from zest.console.verdict import questions
from zest.findings import Finding, Ground, Severity, Verdict
from zest.report import GroundReport, Report, Skipped
from zest.testing.samples import AS_OF, changed, core_assembly, core_sample, dossier_of
from zest.validation import check

SAMPLES: dict[str, dict[str, Any]] = {
    "sound": {},
    "faulty": {
        "structures.0.coorace_member": False,
        "structures.1.guarantee.end": "2026-04-01",
        "structures.1.brand_convention": None,
        "structures.0.brand_convention": None,
        "offers.0.agreements": None,
        "offers.0.territory": None,
        "measures.0.kept": 10,
        "waivers": [
            {"rule": "Z111", "reason": "Adhésion en cours", "owner": "COORACE", "until": "2026-12-31"}
        ],
    },
    "two quarters": {
        "measures": [
            {"commitment": "reponse", "structure": s, "quarter": q, "kept": 9, "cases": 10}
            for s in ("ai", "etti")
            for q in ("2025-T4", "2026-T1")
        ]
    },
    "two offers": {
        "offers": [{**core_sample()["offers"][0], "key": key} for key in ("essai", "autre")],
        "measures": [
            {"commitment": "reponse", "structure": s, "quarter": q, "kept": 9, "cases": 10, "offer": "autre"}
            for s, q in (("ai", "2025-T4"), ("etti", "2026-T1"))
        ],
    },
    "long names": {
        "structures.0.name": "Association intermédiaire du pays d'entre Orne et Vire et de ses environs"
    },
    "hostile names": {"structures.0.name": "[red]A[/red] \\[b] 漢字 é́", "structures.0.coorace_member": False},
    "nobody": {
        "structures": [],
        "offers": [],
        "missions": [],
        "loans": [],
        "experiences": [],
        "measures": [],
        "trainings": [],
    },
}


def report(name: str) -> Report:
    """Check a changed sample."""
    return check(dossier_of(changed(core_sample(), SAMPLES[name])), core_assembly().catalogue, AS_OF)


def pretty(one: Report, columns: int) -> str:
    """Return what rich draws, without its colours."""
    stream = io.StringIO()
    console = Console(
        file=stream, theme=THEME, width=columns, no_color=True, markup=False, emoji=False, highlight=False
    )
    for block in report_blocks(one):
        for shape in shapes(block, columns):
            console.print(shape)
    return stream.getvalue()


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("columns", [50, 80, 140])
def test_a_terminal_shows_every_word_of_the_plain_form(name: str, columns: int) -> None:
    """No line is longer than the terminal, no word of a finding is lost, no mark stands alone."""
    one = report(name)
    shown = pretty(one, columns)

    assert all(width(line) <= columns for line in shown.splitlines())
    squeezed = re.sub(r"[\s│╭╮╰╯─]+", "", shown)
    for finding in one.findings:
        if not finding.unknown:
            assert re.sub(r"\s+", "", french(finding.message)) in squeezed


@pytest.mark.parametrize("name", SAMPLES)
def test_the_plain_form_is_stable(name: str) -> None:
    """Twice the same, no colour, no trailing space."""
    text_ = plain(report_blocks(report(name)))

    assert text_ == plain(report_blocks(report(name)))
    assert "\x1b" not in text_
    assert all(line == line.rstrip() for line in text_.splitlines())


def test_every_finding_is_shown_with_its_place_and_its_cure(tmp_path: object) -> None:
    """Faults one by one; unknowns of one rule together, each named."""
    told = plain(report_blocks(report("faulty")))

    assert "✗ Z104" in told
    assert "→" in told
    assert "2 fois" in told
    assert "Bocage Emploi, Perche Intérim" in told
    assert "Dérogations" in told
    assert "motif : Adhésion en cours" in told.replace("\u00a0", " ")
    assert "texte non relu" in told


def test_what_nobody_would_read_is_counted() -> None:
    """Twenty names for one question, two hundred subjects, and how many more there are."""
    unknown = Finding(
        code="Z105", name="x", severity=Severity.WARNING, ground=Ground.BRAND, message="Quoi ?", unknown=True
    )
    told = [attrs.evolve(unknown, subject=("Collectif", f"M{n}")) for n in range(25)]
    wrong = [
        attrs.evolve(unknown, unknown=False, subject=("Collectif", f"S{n}"), identity=("structures", f"S{n}"))
        for n in range(203)
    ]
    page = plain(report_blocks(attrs.evolve(report("sound"), findings=(*told, *wrong))))

    assert "M19 et 5 autres" in page
    assert "M20" not in page
    assert "S199" in page
    assert "S200" not in page
    assert "… et 3 constats de plus" in page.replace("\u00a0", " ").replace("\u202f", " ")


def test_the_follow_up_says_the_most_urgent() -> None:
    """Zest's own failures first, then faults, then what is not told, then nothing."""
    sound = report("sound")
    unknown = Finding(
        code="Z105", name="x", severity=Severity.WARNING, ground=Ground.BRAND, message="x", unknown=True
    )

    assert "rien n'est à corriger" in follow_up(sound)
    assert "Z104" in follow_up(report("faulty"))
    grounds = check(dossier_of({}), core_assembly().catalogue, AS_OF).grounds
    assert "complétez" in follow_up(Report(name="C", as_of=AS_OF, grounds=grounds, findings=(unknown,)))
    assert "zest rules" in follow_up(Report(name="C", as_of=AS_OF, grounds=grounds))


def test_rules_without_effect_are_told() -> None:
    """By rule and reason, with their subjects; a rule is counted once, and told once for all its days."""
    skipped = (
        Skipped(code="Z205", subject=("C", "A"), reason="Pas encore."),
        Skipped(code="Z205", subject=("C", "B"), reason="Ni encore."),
        Skipped(code="Z109", subject=(), reason="Ni ça."),
        *(Skipped(code="Z307", subject=(f"M{d}",), reason=f"Pas le 0{d}/03/2026.") for d in (2, 3, 4)),
    )
    one = Report(name="C", as_of=AS_OF, grounds=report("sound").grounds, skipped=skipped)

    told = plain(report_blocks(one))

    assert "Z205  Pas encore. A" in told
    assert "Z307  Pas le 02/03/2026 et 2 autres jours. M2, M3, M4" in told
    assert "ce jour-là (3 règles)" in told


def test_thousands_are_grouped_in_every_count() -> None:
    """Those of the questions too."""
    told = GroundReport(
        ground=Ground.LAW, verdict=Verdict.NOT_CHECKED, asked=2000, unanswered=1500, unverified=1342
    )

    assert "1\u202f500 sans réponse sur 2\u202f000 questions, 1\u202f342 sur un texte non relu" == questions(
        told
    )


def test_a_place_without_a_line_is_told_as_a_file() -> None:
    """A finding about a whole file."""
    place = zest.Place(file="zest.toml")
    found = tuple(
        Finding(
            code=f"Z10{n}",
            name="x",
            severity=Severity.ERROR,
            ground=Ground.BRAND,
            message="Une faute.",
            place=place,
            unknown=bool(n),
        )
        for n in (0, 1)
    )
    told = plain(
        report_blocks(Report(name="C", as_of=AS_OF, grounds=report("sound").grounds, findings=found))
    )

    assert "zest.toml ·" in told
    assert "(zest.toml)" in told


@pytest.mark.parametrize(
    "block",
    [
        Heading("Titre", aside="trois"),
        Heading("Titre"),
        Heading("Titre", level=2),
        Heading("Titre", aside="un", level=2),
        Prose((Span("a\x1bb\u202ec\n"),)),
        Grid(rows=((text("a"), text("b" * 90)),), head=("A", "B"), flexible=1),
        Fit(wide=Grid(rows=((text("x" * 200),),)), narrow=(Prose(text("court")),)),
        Banner("✓ CONFORME", "good", "C", "jour", (text("x"),), Fit(Grid(rows=((text("a"),),)), ())),
    ],
)
def test_each_shape_is_drawn_both_ways(block: Prose) -> None:
    """Control signs never reach the terminal."""
    stream = io.StringIO()
    console = Console(file=stream, theme=THEME, width=60, no_color=True)
    for shape in shapes(block, 60):
        console.print(shape)

    assert "\u202e" not in stream.getvalue() + plain([block])
    assert stream.getvalue().strip()


def test_french_typography() -> None:
    """Spaces, numbers, days, plurals."""
    assert "«\u00a0a\u00a0»\u00a0: b" == french("« a » : b")
    assert "lot n°\u00a04" == french("lot n° 4")
    assert ("1 cas", "0 cas", "2 cas") == (
        count(1, "cas", "cas"),
        count(0, "cas", "cas"),
        count(2, "cas", "cas"),
    )
    assert "2 règles" == count(2, "règle")
    assert "1er\u00a0juin 2014" == day(dt.date(2014, 6, 1))
    assert ("1\u202f234,5", "texte", "aucune") == (number(1234.5), number("texte"), number(None))
    assert ("a", "a, b et c") == (listed(["a"]), listed(["a", "b", "c"]))
    assert "Été" == heading("été")


@pytest.mark.parametrize(
    "part,asked,expected",
    [
        (2 / 3, None, "67"),
        (1 / 6, None, "17"),
        (1 / 8, None, "13"),
        (0.29, None, "29"),
        (0, None, "0"),
        (1, None, "100"),
        (0.9999, None, "99,99"),
        (0.001, None, "0,1"),
        (0.947, 0.95, "94,7"),
        (0.955, 0.955, "95,5"),
        (0.955, None, "96"),
    ],
)
def test_a_share_is_rounded_but_never_to_what_it_is_not(
    part: float, asked: float | None, expected: str
) -> None:
    """Nothing says 0 %, 100 % or the objective of what does not reach it."""
    assert f"{expected}\u00a0%" == percent(part, asked)


def test_an_objective_is_not_rounded() -> None:
    """It was decided so."""
    assert ("95,5\u00a0%", "95\u00a0%", "29\u00a0%") == (exactly(0.955), exactly(0.95), exactly(0.29))


@pytest.mark.parametrize(
    "many,one",
    [
        ("premières missions", "première mission"),
        ("missions sur un poste à risques", "mission sur un poste à risques"),
        ("tarifs d'une structure dans un département", "tarif d'une structure dans un département"),
        ("cas", "cas"),
    ],
)
def test_one_is_told_in_the_singular(many: str, one: str) -> None:
    """What says of what it is one stays as it is."""
    assert one == singular(many)


@pytest.mark.parametrize(
    "value,expected",
    [
        (True, "true"),
        (3, "3"),
        ("2026-01-01", "2026-01-01"),
        ("a", '"a"'),
        ([1, "b"], '[1, "b"]'),
        ({"k": False}, "{ k = false }"),
    ],
)
def test_an_example_is_written_as_toml(value: object, expected: str) -> None:
    """On one line."""
    assert expected == toml(value)
