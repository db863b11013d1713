"""Each check of the kit finds what it is about, at its place, and nothing else is said of a sound sector."""

import datetime as dt
import functools
import gzip
import re
import shutil
import sys
import types
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NoReturn

import attrs
import pytest

from zest.conformance import ConformanceReport, Spot, State, Tier, exit_code
from zest.errors import ZestError
from zest.testing.kit.candidate import FILES_FIRST, RULES_FIRST
from zest.testing.kit.coming import candidate, installed
from zest.testing.kit.every import CHECKS, REQUIREMENTS
from zest.testing.kit.public_codes import segment_figure_wrong
from zest.testing.kit.running import ask, examine

TODAY = dt.date(2026, 11, 25)
Write = Callable[..., Path]


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Without the public tables, so that what is found is the same everywhere."""
    monkeypatch.setenv("ZEST_DATA", str(tmp_path))


def examined(folder: Path) -> ConformanceReport:
    """Examine the sector of a folder."""
    return examine(candidate(str(folder)), TODAY)


def found(report: ConformanceReport) -> dict[str, list[str]]:
    """Return what was found, by code: place and message."""
    return {
        one.about.code: [
            f"{f.place.file.rpartition('/')[2]}:{f.place.line} {f.message}" for f in one.findings
        ]
        for one in report.outcomes
        if one.findings
    }


def test_a_filled_sector_is_silver_without_the_tables(write: Write) -> None:
    """All but what the tables answer; those are not run, and gold is not given."""
    report = examined(write())

    assert {} == found(report)
    assert Tier.SILVER is report.tier
    assert {"K501", "K502", "K503", "K504", "K505"} == {one.about.code for one in report.of(State.NOT_RUN)}


def test_a_new_sector_has_no_tier_and_no_unexpected_flaw(write: Write) -> None:
    """What is invented is listed, expected, and caps the tier."""
    report = examined(write(filled=False))
    (told,) = report.of(State.EXPECTED)

    assert (Tier.NONE, ()) == (report.tier, report.of(State.FAILED))
    assert "K112" == told.about.code
    assert len(told.findings) > 30
    assert "reste à remplacer. (jusqu'au 24/05/2027)" in told.reason


TASK = '\n[creuser]\nlabel = "Creuser"\nsource = { reference = "Un texte", status = "recalled" }\n'
RULE = """
[{code}]
name = "{name}"
on = "mission"
ground = "agreement"
severity = "error"
requirement = "Une phrase."
why = "Une phrase."
remedy = "Une phrase."
message = "Une phrase sur {{value}}."
source = {{ reference = "Un texte", status = "recalled" }}
{rest}
"""


def rule(code: str, rest: str, name: str = "essai") -> str:
    """Return one more rule of rules.toml."""
    return RULE.format(code=code, rest=rest, name=name)


CLOSING = 'forbids_tasks = ["creuser"]\nbad = { "missions.0.tasks" = ["creuser"] }'
ASKING = (
    'permit = "formation-exemple"\n'
    'good = { "missions.0.tasks" = ["creuser"], "missions.0.permits" = [{ key = "formation-exemple", '
    'obtained_on = "2026-03-01" }] }\n'
    'bad = { "missions.0.tasks" = ["creuser"], "missions.0.permits" = [] }'
)


def before(text: str, more: str) -> tuple[str, str]:
    """Return an edit that adds something before a text."""
    return (text, f"{more}\n{text}")


LAST_TASK = "[geste-du-metier]"
LAST_RULE = "[ESS301]"
CLOSED = (LAST_TASK, TASK + 'restriction = "forbidden"\n' + LAST_TASK)
ASKED = (LAST_TASK, TASK + 'restriction = "needs-permit"\npermits = ["formation-exemple"]\n' + LAST_TASK)
PYTHON_RULE = '''
"""A rule."""

from zest.findings import Ground, Severity
from zest.model.activity import Mission
from zest.model.structure import Structure
from zest.rule import rule
from zest.source import Source, Status, recalled

@rule("ESS901", on=SUBJECT, ground=Ground.PRACTICE, severity=Severity.ERROR, requirement="Un essai.",
      why="Un essai.", remedy="Un essai.", source=TEXT, EXAMPLES)
def essai(structure, case):
    BODY
'''
CREUSER = 'bad={"missions.0.tasks": ["creuser"]}'
UNPERMITTED = (
    'good={"missions.0.permits": [{"key": "formation-exemple", "obtained_on": "2026-03-01"}]}, '
    'bad={"missions.0.permits": []}'
)


SLY = 'type("Sly", (Source,), {"may_block": True})(reference="Un texte", status=Status.RECALLED)'
PALE = """
import attrs
from zest.hookspecs import hookimpl
from zest.model.charter import Colour
from zest.sector import Sector

@hookimpl
def zest_sector():
    sector = Sector.from_package(__name__)
    charter = attrs.evolve(sector.profile.charter, ink=Colour("#999999"))
    return attrs.evolve(sector, profile=attrs.evolve(sector.profile, charter=charter))
"""


def python(
    body: str,
    subject: str = "Structure",
    examples: str = 'bad={"structures.0.name": "X"}',
    source: str = 'recalled("Un texte")',
) -> dict[str, str]:
    """Return the files of a rule in Python."""
    words = {"BODY": body, "SUBJECT": subject, "EXAMPLES": examples, "TEXT": source}
    text = functools.reduce(lambda made, word: made.replace(word, words[word]), words, PYTHON_RULE)
    return {"rules/__init__.py": "", "rules/essai.py": text}


PYTHON_MEASURE = '''
"""A measure."""

import narwhals as nw

from zest.indicators.indicator import Indicator
from zest.indicators.terms import Asked
from zest.source import recalled

ESSAI = Indicator(
    slug="essai-long-enough", label="missions assez longues", sentence="Une mission dure assez.", unit="missions",
    table="TABLE", cases=lambda terms: nw.col("debut") <= terms.as_of, passed=lambda terms: PASSED,
    asks=(Asked.THRESHOLD, Asked.CLOCK, Asked.KINDS), threshold_unit="heures", figures=FIGURES,
    source=recalled("Un texte"),
)
'''
SPAN = "essai.agreement.span-max"


def measure(passed: str, table: str = "missions", figures: tuple[str, ...] = ()) -> dict[str, str]:
    """Return the files of a measure of a sector."""
    words = {"PASSED": passed, "TABLE": table, "FIGURES": repr(figures)}
    text = functools.reduce(lambda made, word: made.replace(word, words[word]), words, PYTHON_MEASURE)
    return {"indicators/__init__.py": "", "indicators/long_enough.py": text}


def poster(per: str, body: str = "", slug: str = "affiche") -> dict[str, str]:
    """Return the files of a document that a sector adds."""
    return {
        "documents/documents.toml": f'[{slug}]\ntitle = "Affiche"\nper = "{per}"\n',
        f"documents/{slug}.typ": f'#import "base.typ": *\n#show: body => sheet("Affiche", body)\n{body}\n#h1[Affiche]\n',
    }


CASES: list[tuple[str, Mapping[str, Any], str]] = [
    ("K101", {"tasks.toml": "[preparer\n"}, "tasks.toml:1 « tasks.toml » ne se lit pas"),
    ("K101", {"tasks.toml": "label = é\n"}, "tasks.toml:1 « tasks.toml » ne se lit pas"),
    ("K102", {"tasks.toml": ("[preparer]", "[preparer]\nlabelle = 1")}, "tasks.toml:6 La clé « labelle » n'est pas connue"),
    ("K102", {"tasks.toml": ("[preparer]", "preparer = 1\n[autre]")}, "tasks.toml:5 Il faut ici une table."),
    ("K102", {"jobs/exemple.toml": ("feminine", "feminin")}, "exemple.toml:1 Il manque la clé « feminine »."),
    ("K102", {"law/agreement.toml": ("value = 12", "valeur = 12")}, "agreement.toml:7 Il manque la clé « value »."),
    ("K102", {"agreements.toml": ('"9998"', '"douze"')}, "agreements.toml:3 « douze » n'est pas"),
    ("K102", {"samples/sound.toml": ("[collective]", "[collectif]")}, "sound.toml:3 La clé « collectif »"),
    ("K102", {"conformance.toml": "[[expected_failures]]\ncheck = 3\n"}, "conformance.toml:2 "),
    ("K102", {"columns.toml": '[mission]\nx = "y"\n'}, "columns.toml:1 Ce n'est pas un tableau ; vouliez-vous dire « missions » ?"),
    ("K102", {"columns.toml": '[missions]\nx = "y"\n'}, "columns.toml:2 La colonne « y » n'existe pas"),
    ("K103", {"charter.toml": ("#16202a", "#999999")}, "charter.toml:1 "),
    ("K103", {"sector.toml": ("[1, 1]", "[7, 9]")}, "sector.toml:1 "),
    ("K103", {"rules.toml": ("at_most =", 'matches = "x"\nat_most =')}, "rules.toml:6 "),
    ("K103", {"charter.toml": None}, "charter.toml:0 Le greffon « essai » (local) échoue"),
    ("K103", {"__init__.py": "\nraise ValueError('cassé')"}, "__init__.py:2 Le greffon « essai » (local) ne s'importe pas : ValueError : cassé (zest_essai/__init__.py, ligne 2)."),
    ("K103", {"__init__.py": "raise ValueError('voyez autre.toml')"}, "__init__.py:1 Le greffon « essai » (local) ne s'importe pas"),
    ("K103", {"__init__.py": "raise SystemExit('voyez autre.toml')"}, "sector.toml:1 Le greffon « essai » (local) ne s'importe pas"),
    ("K103", {"rules/__init__.py": "", "rules/essai.py": "\ndef ("}, "essai.py:2 Le greffon « essai » (local) échoue quand on lui demande son secteur : la syntaxe Python est fautive (rules/essai.py, ligne 2)."),
    ("K103", {"rules/__init__.py": "", "rules/essai.py": "\nimport module_absent"}, "essai.py:2 Le greffon « essai » (local) échoue quand on lui demande son secteur : le module Python « module_absent » n'est pas installé (rules/essai.py, ligne 2)."),
    ("K103", {"rules/__init__.py": "", "rules/essai.py": ""}, "essai.py:0 Le greffon « essai » (local) échoue quand on lui demande son secteur : zest_essai/rules/essai.py : un fichier de règle"),
    ("K103", {"indicators/__init__.py": "", "indicators/x.py": "import module_absent"}, "x.py:1 Le greffon « essai » (local) échoue"),
    ("K103", {"rules.toml": ("ESS301", "BTP301")}, "rules.toml:6 Le greffon « essai » (local) rend un secteur que le contrat refuse : codes de règle hors du préfixe ESS : BTP301."),
    ("K103", {**python("yield ''"), "rules.toml": ("ESS301", "ESS901")}, "rules.toml:6 Le code ESS901 est donné deux fois, par local : « span-too-long » et « essai »."),
    ("K104", {"commitment.toml": "[x]\n"}, "commitment.toml:1 « commitment.toml » n'est lu par rien ; vouliez-vous dire"),
    ("K111", {"sector.toml": ("2026.1", "v1")}, "sector.toml:4 « v1 » ne convient pas à edition"),
    ("K111", {"sector.toml": ("Ce que fait", "ce que fait")}, "sector.toml:6 "),
    ("K112", {"tasks.toml": ("Préparer le travail", "À REMPLACER : préparer")}, "tasks.toml:6 « preparer.label » attend : préparer."),
    ("K112", {"jobs/exemple.toml": ('"Une deuxième"', '"À REMPLACER"')}, "exemple.toml:8 « tasks[1] » attend : un texte."),
    ("K113", {"__init__.py": PALE}, "charter.toml:1 Contraste insuffisant, encre sur blanc"),
    ("K114", {"pyproject.toml": ("essai = ", "essais = ")}, "pyproject.toml:26 Le point d'entrée zest.sectors.v1 dit rien"),
    ("K114", {"pyproject.toml": ('"zest_essai"\n', '"zest_autre"\n')}, "pyproject.toml:26 "),
    ("K114", {"pyproject.toml": "project = 3\n"}, "pyproject.toml:1 "),
    ("K201", {"rules.toml": ("Ce qui doit être, en une phrase.", "à voir")}, "rules.toml:11 ESS301 : requirement n'est pas une phrase"),
    ("K201", {"rules.toml": ("La convention ou l'article", "")}, "rules.toml:15 ESS301 : source ne nomme aucun texte."),
    ("K202", python("yield 'Une faute.'", source=SLY), "essai.py:10 ESS901 bloque d'après un texte non vérifié."),
    ("K203", {"rules.toml": ('figures = ["essai.agreement.span-max"]', 'figures = ["essai.agreement.span"]')}, "rules.toml:16 ESS301 lit le chiffre"),
    ("K204", {"law/autre.toml": '[x]\nlabel = "X"\nunit = "heures"\nvalues = []\n'}, "autre.toml:1 Rien ne lit le chiffre « essai.autre.x »."),
    ("K205", {"rules.toml": ("span = 10", "span = 13")}, "rules.toml:20 ESS301, exemple sans faute : L'amplitude"),
    ("K205", {"rules.toml": ('good = { "missions.0', 'good = { "missions.9')}, "rules.toml:20 ESS301, exemple sans faute : l'exemple ne s'applique pas"),
    ("K206", {"rules.toml": ("span = 14", "span = 11")}, "rules.toml:21 ESS301, exemple fautif : rien n'est trouvé."),
    ("K206", {"rules.toml": ('bad = { "missions.0', 'bad = { "missions.9')}, "rules.toml:21 ESS301, exemple fautif : l'exemple ne s'applique pas"),
    ("K207", {"rules.toml": ("L'amplitude", "l'amplitude")}, "rules.toml:14 ESS301 dit « l'amplitude"),
    ("K208", python("raise ValueError('raté')"), "essai.py:10 ESS901 : La règle ESS901 (local) est tombée en panne : ValueError (rules/essai.py, ligne 13)."),
    ("K208", python("globals()['n'] = globals().get('n', 0) + 1\n    yield f'Essai {n}.'"), "essai.py:10 ESS901 : deux lectures"),
    ("K211", measure("nw.col('heure') >= terms.threshold"), "long_enough.py:11 La mesure « essai-long-enough » ne se pose pas : la colonne « heure » n'existe pas."),
    ("K211", measure("nw.col('heures') >= terms.seuil"), "long_enough.py:11 La mesure « essai-long-enough » ne se pose pas : AttributeError : "),
    ("K211", measure("nw.col('heures').str.len_chars() > 1"), "long_enough.py:11 La mesure « essai-long-enough » ne se pose pas : "),
    ("K211", measure("nw.col('heures') > 1", table="mission"), "long_enough.py:11 La mesure « essai-long-enough » ne se pose pas : elle compte les lignes du tableau « mission »"),
    ("K211", measure("nw.col('heures') > 1", table="sorties"), "long_enough.py:11 La mesure « essai-long-enough » ne se pose pas : elle compte les lignes du tableau « sorties », et il y a commandes, missions, suivis."),
    ("K211", measure("nw.col('heures') > 1", figures=("essai.agreement.span",)), "long_enough.py:11 La mesure « essai-long-enough » ne se pose pas : elle lit le chiffre « essai.agreement.span », que rien ne déclare."),
    ("K301", {"samples/sound.toml": None}, "zest_essai:0 Il manque l'échantillon sain"),
    ("K301", {"samples/sound.toml": ('kind = "AI"', 'kind = "EI"')}, "sound.toml:"),
    ("K301", {"samples/sound.toml": '[collective]\nname = "X"\n'}, "sound.toml:"),
    ("K302", {"jobs/exemple.toml": ('"preparer"', '"prepare"')}, "exemple.toml:11 Le métier « exemple » nomme « prepare », que rien ne décrit ; vouliez-vous dire « preparer » ?"),
    ("K302", {"jobs/exemple.toml": ('["formation-exemple"]', '["x"]')}, "exemple.toml:12 "),
    ("K302", {"tasks.toml": (LAST_TASK, TASK + 'restriction = "needs-permit"\npermits = ["x"]\n' + LAST_TASK)}, "tasks.toml:14 La tâche « creuser » nomme « x »"),
    ("K302", {"agreements.toml": ("since =", 'successor = "9997"\nsince =')}, "agreements.toml:5 La convention 9998 nomme « 9997 »"),
    ("K303", {"tasks.toml": (LAST_TASK, TASK + 'restriction = "needs-permit"\n' + LAST_TASK)}, "tasks.toml:10 La tâche « creuser » se dit « needs-permit » ; habilitations nommées : aucune."),
    ("K304", {"jobs/exemple.toml": ('  "Une troisième",\n', "")}, "exemple.toml:1 Il manque à la fiche « exemple » : trois tâches."),
    ("K305", {"jobs/exemple.toml": ("constraints =", "also =")}, "exemple.toml:1 Il manque à la fiche « exemple » : les contraintes (constraints)."),
    ("K306", {"commitments.toml": ('owner = "structure qui emploie"\n', "")}, "commitments.toml:29 L'engagement « qualite » ne dit pas : owner."),
    ("K306", {"commitments.toml": ("target = 0.95", "target = 95")}, "commitments.toml:11 L'objectif de « reponse-48h » est une part des cas, de 0 à 1, et non 95 ; 95 % s'écrit 0.95."),
    ("K307", {"segment.toml": None}, "segment.toml:0 Le secteur n'a pas de fiche segment"),
    ("K308", {"agreement-facts.toml": '["9997"]\nfacts = []\n'}, "agreement-facts.toml:1 La convention 9997 a des faits"),
    ("K309", {"commitments.toml": "# rien\n"}, "commitments.toml:1 Le secteur ne propose aucun engagement."),
    ("K401", {"tasks.toml": ASKED}, "tasks.toml:14 Aucune règle ne demande « formation-exemple »"),
    ("K401", {"rules.toml": before(LAST_RULE, rule("ESS101", ASKING) + rule("ESS102", ASKING, "autre"))}, "rules.toml:"),
    ("K402", {"tasks.toml": CLOSED}, "tasks.toml:10 Aucune règle ne ferme la tâche « creuser »."),
    ("K402", {"rules.toml": before(LAST_RULE, rule("ESS201", CLOSING))}, "rules.toml:"),
    ("K403", {"tasks.toml": ("[preparer]", '[preparer]\nrestriction = "forbidden"')}, "exemple.toml:11 Le métier « exemple » est fait de « preparer »"),
    ("K404", {"tasks.toml": ("[preparer]", '[preparer]\nrestriction = "needs-permit"\npermits = ["autre"]')}, "exemple.toml:12 Le métier « exemple » ne nomme pas « autre »"),
    ("K405", {"tasks.toml": CLOSED, **python("yield 'Une faute.'", "Mission", CREUSER)}, "essai.py:10 ESS901 se trouve ailleurs qu'aux tâches de la mission."),
    ("K406", {"tasks.toml": ASKED, **python("yield 'Une faute.'", "Mission", UNPERMITTED)}, "essai.py:10 ESS901 parle encore quand « creuser » se fait avec ses habilitations."),
    ("K406", {"tasks.toml": ASKED, **python("yield 'Une faute.'", "Mission", UNPERMITTED)}, "essai.py:10 ESS901 se trouve ailleurs qu'aux habilitations quand « creuser » se fait sans habilitation."),
    ("K407", {"tasks.toml": ("[preparer]", '[preparer]\nminors = "forbidden"'), "samples/sound.toml": ('sector = "essai"', 'sector = "autre"')}, "tasks.toml:1 0 tâches signalées pour un mineur, et non 1."),
    ("K101", {"documents/words.toml": "cover = é\n"}, "words.toml:1 « documents/words.toml » ne se lit pas"),
    ("K102", {"documents/words.toml": 'covert = "X"\n'}, "words.toml:1 La clé « covert » n'est pas connue"),
    ("K102", {"documents/documents.toml": '[affiche]\nper = "offer"\n'}, "documents.toml:1 Il manque la clé « title »."),
    ("K102", {"documents/documents.toml": '[affiche]\ntitle = "X"\nper = "offre"\n'}, "documents.toml:3 "),
    ("K104", {"documents/word.toml": "x = 1\n"}, "word.toml:1 « documents/word.toml » n'est lu par rien ; vouliez-vous dire"),
    ("K701", poster("offer", slug="fiche-segment"), "documents.toml:1 « fiche-segment » n'est pas le nom d'un nouveau document."),
    ("K701", {"documents/documents.toml": '[affiche]\ntitle = "X"\nper = "offer"\n'}, "affiche.typ:0 Ce modèle est attendu"),
    ("K701", poster("offer", '#read("/etc/passwd")'), "affiche.typ:3 Un modèle n'appelle ni fichier, ni paquet, ni « read »"),
    ("K702", poster("offer", "#d.sector.titre"), "affiche.typ:3 Le champ « titre » n'existe pas dans ce document ; vouliez-vous dire « title » ?"),
    ("K702", poster("offer", "#inconnu"), "affiche.typ:3 Ce modèle ne se compose pas (unknown variable: inconnu)."),
    ("K702", poster("offer", '#zone("la zone", "sector.title", 10mm, 1mm, d.sector.title)'), "affiche.typ:0 Le texte « "),
    ("K702", poster("offer", '#{ let a = "aaaaaaaa"\n for i in range(60) { a = a + a } }'), "affiche.typ:0 "),
    ("K703", {"documents/affiche.typ": "X"}, "affiche.typ:0 « documents/affiche.typ » n'est annoncé par rien"),
]  # fmt: skip


@pytest.mark.parametrize("code,edits,expected", CASES)
def test_what_is_wrong_is_found_at_its_place(
    code: str, edits: dict[str, Any], expected: str, write: Write
) -> None:
    """One flaw planted in a sound sector: its check says so, there."""
    told = found(examined(write(edits))).get(code, [])

    assert any(line.startswith(expected) for line in told), told


@pytest.mark.parametrize(
    "edits,expected",
    [
        ({"tasks.toml": "[preparer\n"}, {"K101": 1}),
        ({"jobs/exemple.toml": ("feminine", "feminin")}, {"K102": 2}),
        ({"jobs/exemple.toml": ""}, {"K102": 7}),
        ({"charter.toml": ""}, {"K102": 6}),
        ({"samples/sound.toml": ("[collective]", "[collectif]")}, {"K102": 2}),
        ({"samples/sound.toml": "= 1"}, {"K101": 1}),
        ({"samples/sound.toml": "# rien encore\n"}, {"K301": 1}),
        ({"law/agreement.toml": ""}, {"K203": 1}),
        ({"law/agreement.toml": ("value = 12", "value = nan")}, {"K101": 1}),
        ({"commitments.toml": ("threshold = 48", f"threshold = 1{'0' * 400}")}, {"K101": 1}),
        ({"documents/documents.toml": "[affiche\n", "documents/affiche.typ": "X"}, {"K101": 1}),
        (python("raise ValueError('raté')"), {"K208": 1}),
        (python("if structure.name == 'X':\n        raise SystemExit\n    yield from ()"), {"K208": 1}),
    ],
)
def test_one_fault_is_told_by_one_check(
    edits: dict[str, Any], expected: dict[str, int], write: Write
) -> None:
    """What stumbles over it asks to mend it first: it is not at fault, nor said to be kept."""
    report = examined(write(edits))
    told = {code: len(lines) for code, lines in found(report).items()}
    waiting = {one.reason for one in report.of(State.NOT_RUN)}

    assert expected == told
    assert waiting & {FILES_FIRST, RULES_FIRST, "Le secteur n'a pas d'échantillon sain (samples/sound.toml)."}


BOUND = 'at_most = "essai.agreement.span-max"'


@pytest.mark.parametrize(
    "edit,words",
    [
        (("[ESS301]", "[ESS31]"), "« ESS31 » n'est pas un code de règle (préfixe et trois chiffres)."),
        (("pattern.span", "pattern.spam"), "« spam » n'étant pas un champ ; vouliez-vous dire « span » ?"),
        (("pattern.span", "key.span"), "field ne mène à rien, « span » n'étant pas un champ."),
        (('field = "pattern.span"', ""), "il manque field, ce qui est comparé."),
        (("{value}", "{valeur}"), "citer « {valeur} » ; vouliez-vous dire « value » ?"),
        (("{value}", "{"), "message a une accolade que rien n'ouvre ou ne ferme ; doublez-la pour l'écrire."),
        ((BOUND, 'matches = "("'), "matches n'est pas une expression régulière : « ( »."),
        ((BOUND, 'permit = "x"'), "permit se demande d'une mission, et non de « structure »."),
    ],
)
def test_a_rule_that_could_never_answer_is_refused(edit: tuple[str, str], words: str, write: Write) -> None:
    """When it is read, at its table, in words: in a check it would only crash."""
    home = write({"rules.toml": edit})
    if "permit" in words:
        file = home / "src/zest_essai/rules.toml"
        file.write_text(file.read_text("utf-8").replace('on = "mission"', 'on = "structure"'), "utf-8")
    (told,) = found(examined(home))["K103"]

    assert told.startswith(
        "rules.toml:6 Le greffon « essai » (local) échoue quand on lui demande son secteur : "
    )
    assert told.endswith(words)


@pytest.mark.parametrize("name", ["tasks.toml", "jobs/exemple.toml", "rules.toml"])
def test_what_bears_the_name_of_a_file_and_is_none_is_told(name: str, write: Write) -> None:
    """A folder, at its place."""
    home = write()
    (home / "src/zest_essai" / name).unlink()
    (home / "src/zest_essai" / name).mkdir()
    told = found(examined(home))

    assert ["K101"] == list(told)
    assert told["K101"][0].startswith(f"{name.rpartition('/')[2]}:0 « {name} » ne se lit pas")


def test_an_example_that_leads_nowhere_is_told_in_french(write: Write) -> None:
    """The path of the example, and not what Python says of it."""
    edit = {"rules.toml": ('bad = { "missions.0', 'bad = { "missions.neuf')}
    (told,) = found(examined(write(edit)))["K206"]

    assert "(« missions.neuf.pattern » n'y mène à rien)." in told


@pytest.mark.parametrize("rules", [{}, {"rules.toml": None}])
def test_a_measure_that_answers_is_not_told(rules: dict[str, Any], write: Write) -> None:
    """Whatever it asks to be told: a bound, a clock, the kinds of structures, a figure that no rule needs to read."""
    pytest.importorskip("polars")
    edits = measure(f"nw.col('heures') >= terms.figure('{SPAN}').value - terms.threshold", figures=(SPAN,))

    assert not {"K204", "K211"} & found(examined(write({**edits, **rules}))).keys()


def test_every_check_has_its_case() -> None:
    """No check is there that nothing ever broke; those of public codes and of editions are tried elsewhere."""
    elsewhere = {"K501", "K502", "K503", "K504", "K505", "K601", "K602", "K603"}

    assert {check.code for check in CHECKS} - elsewhere == {code for code, _, _ in CASES}
    assert len(CHECKS) == len({check.code for check in CHECKS})


@pytest.mark.parametrize("code", REQUIREMENTS)
def test_every_requirement_is_told_in_french(code: str) -> None:
    """A slug, three sentences, a hundred that says its family."""
    about = REQUIREMENTS[code]

    assert re.fullmatch(r"K\d{3}", code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)+", about.name)
    for words in (about.requirement, about.why, about.remedy):
        assert re.fullmatch(r"[A-ZÀÉÊD].*[.]", words), words
    assert about.tier is not Tier.NONE


def test_n_flaws_are_n_findings(write: Write) -> None:
    """All of them in one run, in three files."""
    edits = {
        "tasks.toml": ("[preparer]", "[preparer]\nx = 1\ny = 2"),
        "jobs/exemple.toml": ("access", "acces"),
        "permits.toml": ("given_by", "donne_par"),
    }

    assert 4 == len(found(examined(write(edits)))["K102"])


def test_what_does_not_load_asks_nothing_more(write: Write) -> None:
    """The files first: other checks are not run, and say why."""
    report = examined(write({"sector.toml": "= 1"}))
    reasons = {one.reason for one in report.of(State.NOT_RUN)}

    assert {"K101"} == set(found(report))
    assert {
        "Le secteur ne se charge pas.",
        "Les fichiers d'abord : corrigez les constats K101 et K102.",
    } == reasons
    assert (Tier.NONE, "zest_essai", "") == (report.tier, report.slug, report.label)


def test_a_bare_folder_of_data_is_asked_the_same(write: Write, tmp_path: Path) -> None:
    """Without Python, without a project."""
    home = write() / "src" / "zest_essai"
    bare = tmp_path / "mon-secteur"
    shutil.copytree(home, bare, ignore=shutil.ignore_patterns("*.py", "py.typed", "__pycache__"))

    assert {} == found(examined(bare))
    assert Tier.SILVER is examined(home).tier


def test_a_file_that_is_not_text_is_told_at_its_place(write: Write) -> None:
    """It has no line to point at."""
    home = write()
    (home / "src" / "zest_essai" / "tasks.toml").write_bytes(b"\xff\xfe\x00[")
    (told,) = found(examined(home))["K101"]

    assert told.startswith("tasks.toml:")


def test_an_empty_file_holds_nothing(write: Write) -> None:
    """It is as if it was not there."""
    home = write({"tasks.toml": " \n"})

    assert "tasks.toml" not in candidate(str(home)).documents


def test_a_place_in_a_file_that_is_not_there_is_the_file(write: Write) -> None:
    """What is missing is pointed at where it should be; a word of a file that cannot be read has no line."""
    home = write()
    (home / "src" / "zest_essai" / "rules.py").write_bytes(b"\xff")
    made = candidate(str(home))

    assert made.place(Spot("absent.toml", ("x",))).file.endswith("zest_essai/absent.toml")
    assert 0 == made.place(Spot("rules.py", word="x")).line


def test_a_rule_in_python_needs_a_package(write: Write) -> None:
    """It is not left out in silence."""
    report = examined(write({"__init__.py": None, **python("yield 'x'")}))

    assert "« __init__.py » est une règle en Python" in found(report)["K103"][0]


def test_a_check_that_fails_is_told_and_the_others_are_asked(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sector may hold anything; what nobody foresaw is no traceback."""
    from zest.testing.kit import trade

    def broken(*_: object) -> None:
        raise RuntimeError("raté")

    monkeypatch.setattr(trade, "job_sheet", broken)
    report = examined(write())

    assert ["La vérification échoue : RuntimeError : raté."] == [
        one.reason for one in report.of(State.CRASHED)
    ]
    assert (Tier.BRONZE, 3) == (report.tier, exit_code(report))


@pytest.mark.parametrize("edits", [{}, {"tasks.toml": "[preparer\n"}])
@pytest.mark.parametrize(
    "error,state,reason",
    [
        (RuntimeError("raté"), State.CRASHED, "La vérification échoue : RuntimeError : raté."),
        (ZestError("Un mot.\nUn autre."), State.NOT_RUN, "Un mot."),
    ],
)
def test_a_check_that_stumbles_over_a_file_waits_for_its_mending(
    edits: dict[str, Any], error: Exception, state: State, reason: str, write: Write
) -> None:
    """Were all files sound, it would say for itself what is wrong."""

    def broken(_: object) -> NoReturn:
        raise error

    told = ask(attrs.evolve(CHECKS[0], find=broken), candidate(str(write(edits))))

    assert ((State.NOT_RUN, FILES_FIRST) if edits else (state, reason)) == (told.state, told.reason)


def test_a_sample_of_which_nothing_is_asked_proves_nothing(write: Write) -> None:
    """Without an offer, neither promises nor rules of the trade have anybody to ask."""
    home = write()
    file = home / "src" / "zest_essai" / "samples" / "sound.toml"
    tables = re.split(r"(?m)^(?=\[)", file.read_text("utf-8"))
    kept = (
        table
        for table in tables
        if not table.lstrip("[").startswith(("offers", "missions", "orders", "measures"))
    )
    file.write_text("".join(kept), "utf-8")
    (told,) = found(examined(home))["K301"]

    assert told.endswith("Rien n'est demandé à l'échantillon au titre de : commitments, agreement.")


def test_a_figure_of_the_survey_is_the_sum_of_its_cells(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Held against the tables, here a single invented row."""
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "rome_v3_codes.csv").write_text("code,name\n", "utf-8")
    row = "Code métier BMO,Nom métier BMO,Famille_met,Lbl_fam_met,met,xmet,smet\nA1X10,Trieurs,A,Tri,5,*,1\n"
    (tables / "bmo_2024_france.csv.gz").write_bytes(gzip.compress(row.encode()))
    monkeypatch.setenv("ZEST_DATA", str(tables))
    source = '{ reference = "Fictif", status = "verified", read_on = 2026-11-23 }'
    figure = f'label = "Trieurs (A1X10) : projets de recrutement", value = 6, unit = "projets", year = 2024, source = {source}'
    home = write()
    segment = home / "src" / "zest_essai" / "segment.toml"
    text = segment.read_text("utf-8").partition("[[figures]]")[0]
    segment.write_text(f"figures = [{{ {figure} }}]\n{text}", "utf-8")
    candidate_ = candidate(str(home))

    assert ["figures"] == [flaw.at.path[0] for flaw in segment_figure_wrong.find(candidate_)]


def test_an_installed_sector_whose_module_has_no_file_has_nothing_to_examine(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What stands under its name was made by a program."""
    monkeypatch.setitem(sys.modules, "zest_sans_fichier", types.ModuleType("zest_sans_fichier"))
    monkeypatch.syspath_prepend(str(tmp_path))
    info = tmp_path / "zest_sans_fichier-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-sans-fichier\nVersion: 1.0\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v1]\nsans-fichier = zest_sans_fichier\n", "utf-8")

    assert installed("sans-fichier").home is None


def test_an_installed_sector_that_cannot_be_had_has_its_files_examined(
    monkeypatch: pytest.MonkeyPatch, write: Write, tmp_path: Path
) -> None:
    """Found by the name of its module, without importing it."""
    home = write({"__init__.py": "raise ValueError", "tasks.toml": ("[preparer]", "[preparer]\nx = 1")})
    monkeypatch.syspath_prepend(str(home / "src"))
    info = home / "src" / "zest_essai-1.2.3.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: zest-essai\nVersion: 1.2.3\n", "utf-8")
    (info / "entry_points.txt").write_text("[zest.sectors.v1]\nessai = zest_essai\n", "utf-8")
    report = examine(installed("essai"), TODAY)

    assert ("zest-essai 1.2.3", ["K102"]) == (report.origin, [*found(report)])
    assert found(report)["K102"][0].startswith("tasks.toml:6")


def test_a_sector_that_nobody_installed_has_nothing_to_examine() -> None:
    """It is said to be missing, without a place."""
    report = examine(installed("nulle-part"), TODAY)

    assert [":0 Le greffon du secteur « nulle-part » n'est pas installé"] == [
        words.partition(" ;")[0].partition(" (")[0].rstrip(".") for words in found(report)["K103"]
    ]


def test_a_sound_document_of_a_sector_is_kept(write: Write) -> None:
    """It is made with the sample of the sector; nothing is said of it."""
    pytest.importorskip("typst")

    assert {} == found(examined(write(poster("structure", "#d.structure.name"))))


def test_a_document_that_the_sample_cannot_make_is_not_said_to_be_sound(write: Write) -> None:
    """A sample without the facts of an agreement leaves its document without an answer."""
    reasons = {one.reason for one in examined(write(poster("agreement"))).of(State.NOT_RUN)}

    assert "L'échantillon n'a pas de quoi faire : Affiche." in reasons


def test_a_document_is_tried_once_its_files_are_sound(write: Write) -> None:
    """A template that is refused is not composed."""
    reasons = {one.reason for one in examined(write(poster("offer", "#read"))).of(State.NOT_RUN)}

    assert "Les fichiers d'abord : corrigez les constats K101, K102 et K701." in reasons
