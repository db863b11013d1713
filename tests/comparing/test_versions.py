"""Two versions of a sector, item by item: what came, went or changed, field by field, and which way."""

from collections.abc import Callable

import pytest

from zest.comparing import Happening, ItemKind, Judged, compare
from zest.senses import Sense

Version = Callable[..., Judged]
Edit = tuple[str, str, str]
FIGURE = "echantillon.essai.{}"


def test_a_version_is_like_itself(version: Version) -> None:
    """Whatever its folder."""
    assert () == compare(version("a"), version("b"))


@pytest.mark.parametrize(
    "edit,kind,key,sense,step",
    [
        (("commitments.toml", "threshold = 48", "threshold = 24"), "commitment", "reponse", "tighter", "au plus 24 heures"),
        (("commitments.toml", "threshold = 48", "threshold = 96"), "commitment", "reponse", "looser", "au plus 96 heures"),
        (("commitments.toml", "threshold = 48", ""), "commitment", "reponse", "looser", "n'a plus de seuil"),
        (("commitments.toml", '48\nunit = "heures"', '24\nunit = "jours"'), "commitment", "reponse", "neither", ""),
        (("commitments.toml", 'unit = "heures"', 'unit = "jours"'), "commitment", "reponse", "neither", ""),
        (("commitments.toml", '"at-most"', '"at-least"'), "commitment", "reponse", "neither", ""),
        (("commitments.toml", "target = 1", "target = 0.9"), "commitment", "reponse", "looser", "vise 90"),
        (
            ("commitments.toml", '48\nunit = "heures"\ntarget = 1', '24\nunit = "heures"\ntarget = 0.9'),
            "commitment", "reponse", "mixed", "vise 90",
        ),
        (("commitments.toml", "clock-hours", "business-hours"), "commitment", "reponse", "looser", "heures ouvrées"),
        (("commitments.toml", "48 heures.", "deux jours."), "commitment", "reponse", "neither", ""),
        (("law/essai.toml", "40", "39"), "figure", FIGURE.format("heures"), "tighter", "vaut 39 au 01/01/2010, contre 40"),
        (("law/essai.toml", "40", "41.5"), "figure", FIGURE.format("heures"), "looser", "vaut 41,5"),
        (("law/essai.toml", "value = 20", "value = 15"), "figure", FIGURE.format("pauses"), "looser", "vaut 15"),
        (("law/essai.toml", "value = 5", "value = 4"), "figure", FIGURE.format("repos"), "looser", "vaut 4 au 01/01/2010, contre 5"),
        (("law/essai.toml", "value = 40, since = 2010-01-01", "value = 40, since = 2005-01-01"), "figure", FIGURE.format("heures"), "tighter", "vaut 40 au 01/01/2005, et n'était pas fixé."),
        (("law/essai.toml", '"oui"', '"non"'), "figure", FIGURE.format("mots"), "neither", ""),
        (("law/essai.toml", "value = 1,", "value = 2,"), "figure", FIGURE.format("trajets"), "neither", ""),
        (("law/essai.toml", "2010-01-01", "2015-01-01"), "figure", FIGURE.format("heures"), "looser", "est retiré au 01/01/2010"),
        (("rules.toml", "39.5", "35"), "rule", "ECH102", "tighter", "La règle ECH102 demande 35, contre 39,5."),
        (("rules.toml", "at_least = 2", "at_least = 1"), "rule", "ECH103", "looser", "demande 1, contre 2"),
        (("rules.toml", '"error"', '"warning"'), "rule", "ECH101", "looser", "s'adoucit : error → warning"),
        (("rules.toml", "Une règle d'essai.", "Autre chose."), "rule", "ECH101", "neither", ""),
        (("rules.toml", '"echantillon.essai.heures"\nfigures', "40\nfigures"), "rule", "ECH101", "neither", ""),
        (("rules.toml", "essai-ech102", "autre-nom"), "rule", "ECH102", "neither", ""),
        (("tasks.toml", '"forbidden"', '"open"'), "task", "creuser", "looser", "est moins fermée aux mineurs"),
        (("tasks.toml", 'minors = "forbidden"', 'restriction = "forbidden"\nminors = "forbidden"'), "task", "creuser", "tighter", "est plus fermée."),
        (("permits.toml", "60", "24"), "permit", "titre", "tighter", "vaut moins longtemps"),
        (("permits.toml", "validity_months = 60", ""), "permit", "titre", "looser", "vaut plus longtemps"),
        (("permits.toml", "Un titre", "Le titre"), "permit", "titre", "neither", ""),
        (("jobs/essayeur.toml", 'feminine = "', 'feminine = "Nouvelle '), "job", "essayeur", "neither", ""),
        (("agreements.toml", "d'essai", "d'épreuve"), "agreement", "9998", "neither", ""),
        (("charter.toml", "#1d2417", "#000000"), "charter", "charter.toml", "neither", ""),
        (("sector.toml", "inventé", "imaginé"), "identity", "sector.toml", "neither", ""),
    ],
)  # fmt: skip
def test_one_change_is_one_item(
    edit: Edit, kind: str, key: str, sense: str, step: str, version: Version
) -> None:
    """Of its part, with the fields that differ; tighter or looser where that can be told."""
    (change,) = compare(version("a"), version("b", edit))

    assert (kind, key, sense, Happening.CHANGED) == (change.kind, change.key, change.sense, change.happening)
    assert change.fields
    assert step in " ".join(change.steps)
    assert bool(step) == bool(change.steps)


def test_what_comes_and_goes(version: Version) -> None:
    """A promise or a rule more asks more, one less asks less; a job is no demand."""
    promise = (
        "commitments.toml",
        "",
        '\n[accueil]\nfamily = "quality"\nstatement = "Chacun est accueilli."\n',
    )
    permit = (
        "permits.toml",
        "",
        '\n[autre]\nlabel = "Autre"\nsource = { reference = "x", status = "recalled" }\n',
    )
    less = ("rules.toml", "ECH104", "ECH105")
    changes = compare(version("a"), version("b", promise, permit, less))
    back = compare(version("c", promise), version("d"))

    assert [
        (ItemKind.COMMITMENT, "accueil", Happening.ADDED, Sense.TIGHTER, "Chacun est accueilli."),
        (ItemKind.RULE, "ECH104", Happening.REMOVED, Sense.LOOSER, "Une règle d'essai."),
        (ItemKind.RULE, "ECH105", Happening.ADDED, Sense.TIGHTER, "Une règle d'essai."),
        (ItemKind.PERMIT, "autre", Happening.ADDED, Sense.NEITHER, "Autre"),
    ] == [(one.kind, one.key, one.happening, one.sense, one.label) for one in changes]
    assert [(Happening.REMOVED, Sense.LOOSER)] == [(one.happening, one.sense) for one in back]


def test_a_field_within_another_has_its_path(version: Version) -> None:
    """The text of a permit, the value of a figure on its first day."""
    read = ("permits.toml", "read_on = 2026-01-05", "read_on = 2026-02-06")
    (permit,) = compare(version("a"), version("b", read))
    (figure,) = compare(version("c"), version("d", ("law/essai.toml", "40", "39")))

    assert ["source.read_on"] == [field.name for field in permit.fields]
    assert [("values.2010-01-01.value", 40, 39)] == [(f.name, f.before, f.after) for f in figure.fields]


def test_a_rule_in_python_says_that_its_code_changed(version: Version) -> None:
    """Helpers of its module are looked at too; where it stands is not."""
    code = (
        "from zest.hookspecs import hookimpl\nfrom zest.sector import Sector\n"
        "@hookimpl\ndef zest_sector():\n    return Sector.from_package(__name__)\n"
    )
    rule = (
        "from zest.findings import Ground, Severity\nfrom zest.model.mission import Mission\n"
        "from zest.rule import rule\nfrom zest.source import verified\n"
        '@rule("ECH201", on=Mission, ground=Ground.PRACTICE, severity=Severity.ERROR, requirement="Un essai.", '
        'why="Un essai.", remedy="Un essai.", source=verified("x", "2026-01-01"), bad={"x": 1})\n'
        "def essai(mission, case):\n    yield helper(mission, {'a', 'b'})\n"
        "def helper(mission, words):\n    return (lambda: 'LIMIT' if mission.key in {'a', 'b'} else 'x')()\n"
    ).replace("zest.model.mission", "zest.model.activity")

    def made(name: str, text: str) -> Judged:
        return version(
            name, ("__init__.py", "", code), ("rules/__init__.py", "", ""), ("rules/essai.py", "", text)
        )

    first = made("a", rule)

    assert () == compare(first, made("b", f"\n\n# plus bas\n{rule}"))
    (change,) = compare(first, made("c", rule.replace("LIMIT", "AUTRE")))
    assert ["code"] == [field.name for field in change.fields]


def test_a_promise_that_gets_a_bound_asks_more(version: Version) -> None:
    """And one that had none asks nothing less of what it now bounds."""
    without = ("commitments.toml", "threshold = 48\n", "")
    (change,) = compare(version("a", without), version("b"))

    assert Sense.TIGHTER is change.sense
    assert ("L'engagement « reponse » a un seuil, « au plus 48 heures ».",) == change.steps
